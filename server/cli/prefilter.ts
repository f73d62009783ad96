import type { Catalog } from "../../catalog/catalog.ts";
import type { Speller } from "../../catalog/suggest.ts";

/** Tells from the words of a text, without parsing it, whether a rule could find anything there. */
export class Prefilter {
  readonly #catalog: Catalog;
  readonly #speller: Speller;
  readonly #seen = new Map<string, boolean>();

  constructor(catalog: Catalog, speller: Speller) {
    this.#catalog = catalog;
    this.#speller = speller;
  }

  /** Whether a word of the text is near to a known code without being one. */
  mayHoldFindings(text: string): boolean {
    for (const [word] of text.matchAll(/[A-Za-z]\w*(?:\.\w+)*/g)) {
      if (word.length >= 6 && word.length <= 200 && this.#isNear(word)) return true;
    }
    return false;
  }

  #isNear(word: string): boolean {
    let near = this.#seen.get(word);
    if (near === undefined) {
      near = !this.#catalog.has(word) && this.#speller.nearest(word).length > 0;
      this.#seen.set(word, near);
    }
    return near;
  }
}
