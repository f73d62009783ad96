import type { Catalog } from "../../catalog/catalog.ts";
import type { Speller } from "../../catalog/suggest.ts";
import type { Language } from "../languages/index.ts";

const quoted = /["'`]([A-Za-z][\w.]{5,199})(?=["'`])/g;
const bare = /(?<![\w.])([A-Za-z][\w.]{5,199})(?![\w.])/g;

/** Tells from the words of a text, without parsing it, whether a rule could find anything there. */
export class Prefilter {
  readonly #catalog: Catalog;
  readonly #speller: Speller;
  readonly #seen = new Map<string, boolean>();

  constructor(catalog: Catalog, speller: Speller) {
    this.#catalog = catalog;
    this.#speller = speller;
  }

  /** Whether a string of the text, or any word of it where strings stand bare, is near to a known code without being one. */
  mayHoldFindings(text: string, language: Language): boolean {
    const words = language.query.includes("@scalar") ? bare : quoted;
    for (const match of text.matchAll(words)) {
      if (this.#isNear(match[1] ?? "")) return true;
    }
    return false;
  }

  #isNear(word: string): boolean {
    let near = this.#seen.get(word);
    if (near === undefined) {
      near = !this.#catalog.knows(word) && this.#speller.nearest(word).length > 0;
      this.#seen.set(word, near);
    }
    return near;
  }
}
