import type { Catalog } from "../catalog/catalog.ts";
import { soundsLikeFailure } from "./failure-words.ts";
import { hasBareLiterals, type Language } from "./languages/index.ts";

// A response in a string has its codes between tags, or between quotes that are escaped; a pattern has stars and bars.
const quoted = /["'`>|]\*?([A-Za-z][\w.-]{2,119})(?=\*?\\*["'`<|])/g;
const bare = /(?<![\w.-])([A-Za-z][\w.-]{2,119})(?![\w-])/g;
/** Where a word that is not known to be a code can be one all the same: beside what is named a code. */
const beside =
  /(?:[Cc]odes?|CODES?)\b[^\n]{0,40}["'`][A-Z]|["'`][A-Z][\w.]*["'`][^\n]{0,40}(?:[Cc]odes?|CODES?)\b|\b(?:case|when)\s+["'`][A-Z]/;
/** What has to be named beside a word that is not known to be a code, even if it does not sound like one. */
const codeWord =
  /(?<!\p{L})(?:err(?:or)?)?codes?(?!\p{Ll})|Codes?(?!\p{Ll})|CODE|Err(?:or)?codes?|\u9519\u8bef/u;
const capital = /["'`>]\s{0,99}\p{Lu}/u;
/** What has to be named beside a word that sounds like a code, unless it has dots and a constant of its name. */
const errorWord = /code|err|exc|fault|fail|throttl|retr|ignor|cause|\u9519\u8bef|\be\b|\bex\b/i;

/** How many words' answers are kept: a large tree has hundreds of thousands, most of them once. */
const maximumKnown = 20_000;

/** Tells from the words of a text, without parsing it, whether anything can be found there; parsing costs far more. */
export class Prefilter {
  readonly #catalog: Catalog;
  readonly #patterns = new Map<Language | undefined, RegExp>();
  readonly #telling = new Map<string, boolean>();
  readonly #certain = new Map<string, boolean>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Whether a string of the text can be believed to be an error code. */
  mayHoldCodes(text: string, language: Language | undefined): boolean {
    const isTelling = (word: string) =>
      this.#catalog.knows(word) || (/[A-Z]/.test(word) && soundsLikeFailure(word));
    return this.#someWord(text, language, this.#telling, isTelling) || beside.test(text);
  }

  /** Whether no string of a statement can be believed to be a code, whatever the other statements of its text say. */
  isIdle(statement: string, language: Language | undefined): boolean {
    if (codeWord.test(statement) && capital.test(statement)) return false;
    if (errorWord.test(statement)) return !this.mayHoldCodes(statement, language);
    return !this.#someWord(statement, language, this.#certain, (word) => {
      return (
        this.#catalog.knows(word) || (word.includes(".") && /[A-Z]/.test(word) && soundsLikeFailure(word))
      );
    });
  }

  #patternOf(language: Language | undefined): RegExp {
    let pattern = this.#patterns.get(language);
    if (!pattern) {
      pattern = !language || hasBareLiterals(language) ? bare : quoted;
      this.#patterns.set(language, pattern);
    }
    return pattern;
  }

  #someWord(
    text: string,
    language: Language | undefined,
    known: Map<string, boolean>,
    test: (word: string) => boolean,
  ): boolean {
    const words = this.#patternOf(language);
    for (const match of text.matchAll(words)) {
      const word = match[1] ?? "";
      let answer = known.get(word);
      if (answer === undefined) {
        answer = test(word);
        if (known.size >= maximumKnown) known.clear();
        // A slice would hold the whole text that it was taken out of.
        known.set([...word].join(""), answer);
      }
      if (answer) return true;
    }
    return false;
  }
}
