import type { Catalog } from "../../catalog/catalog.ts";
import type { Speller } from "../../catalog/suggest.ts";
import { soundsLikeFailure } from "../evidence.ts";
import { hasBareLiterals, type Language } from "../languages/index.ts";

// A response in a string has its codes between tags, or between quotes that are escaped.
const quoted = /["'`>]([A-Za-z][\w.-]{2,119})(?=\\*["'`<])/g;
const bare = /(?<![\w.-])([A-Za-z][\w.-]{2,119})(?![\w-])/g;
/** Where a word that is not known to be a code can be one all the same: beside what is named a code. */
const beside =
  /(?:[Cc]ode|CODE)\b[^\n]{0,40}["'`][A-Z]|["'`][A-Z][\w.]*["'`][^\n]{0,40}(?:[Cc]ode|CODE)\b|\b(?:case|when)\s+["'`][A-Z]/;

/** Tells from the words of a text, without parsing it, whether anything can be found there; parsing costs far more. */
export class Prefilter {
  readonly #catalog: Catalog;
  readonly #speller: Speller;
  readonly #near = new Map<string, boolean>();
  readonly #telling = new Map<string, boolean>();

  constructor(catalog: Catalog, speller: Speller) {
    this.#catalog = catalog;
    this.#speller = speller;
  }

  /** Whether a string of the text is near to a known code without being one, as a misspelled one is. */
  mayHoldFindings(text: string, language: Language): boolean {
    return this.#someWord(text, language, this.#near, (word) => {
      return word.length > 5 && !this.#catalog.knows(word) && this.#speller.nearest(word).length > 0;
    });
  }

  /** Whether a string of the text can be believed to be an error code. */
  mayHoldCodes(text: string, language: Language | undefined): boolean {
    const isTelling = (word: string) =>
      this.#catalog.knows(word) || (/[A-Z]/.test(word) && soundsLikeFailure(word));
    return this.#someWord(text, language, this.#telling, isTelling) || beside.test(text);
  }

  #someWord(
    text: string,
    language: Language | undefined,
    known: Map<string, boolean>,
    test: (word: string) => boolean,
  ): boolean {
    const words = !language || hasBareLiterals(language) ? bare : quoted;
    for (const match of text.matchAll(words)) {
      const word = match[1] ?? "";
      let answer = known.get(word);
      if (answer === undefined) {
        answer = test(word);
        known.set(word, answer);
      }
      if (answer) return true;
    }
    return false;
  }
}
