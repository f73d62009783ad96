import type { Catalog } from "../../catalog/model/catalog.ts";
import { soundsLikeFailure } from "../../catalog/model/failure-words.ts";
import type { Span } from "../documents/span.ts";
import { Memo } from "../evidence/memo.ts";
import { mentionsCode } from "../evidence/names.ts";
import { hasBareLiterals, type Language } from "../syntax/languages/index.ts";

// A response in a string has its codes between tags, or between quotes that are escaped; a pattern has stars and bars;
// a line that is printed ends with an escape.
const quoted = /["'`>|]\*?([A-Za-z][\w.-]{2,119})(?=\*?(?:\\[nrt])*\\*["'`<|])/g;
const bare = /(?<![\w.-])([A-Za-z][\w.-]{2,119})(?![\w-])/g;
/** Where a word that is not known to be a code can be one all the same: beside what is named a code. */
const beside =
  /(?:[Cc]odes?|CODES?)\b[^\n]{0,40}["'`][A-Z]|["'`][A-Z][\w.]*["'`][^\n]{0,40}(?:[Cc]odes?|CODES?)\b|\b(?:case|when)\s+["'`][A-Z]/;
/** A string, or a text in one, that is a word with a capital: beside what is named a code, it can be anything. */
const capital = /["'`>*|]\s*(?=[^\s"'`<*|]*\p{Lu})\p{L}[\p{L}\p{N}._-]*(?=\s*\*?(?:\\[nrt])*\\*["'`<|])/gu;
/** Two names of some words each, joined by a dot, in a string of their own. */
const pair = /["'`>*](?:[A-Z][a-z]+){2,}\.(?:[A-Z][a-z]+){2,}(?=["'`<*])/g;
/** What has to be named beside a word that sounds like a code, unless it has dots and a constant of its name. */
const errorWord = /code|err|exc|fault|fail|throttl|retr|ignor|cause|\u9519\u8bef|\be\b|\bex\b/i;

/** What a word is by itself: an official code, something that sounds like one, or neither. */
type Sound = "code" | "failure" | "other";

/** Tells from the words of a text, without parsing it, whether anything can be found there; parsing costs far more. */
export class CandidateWords {
  readonly #catalog: Catalog;
  readonly #isSlip: (word: string) => boolean;
  readonly #patterns = new Map<Language | undefined, RegExp>();
  readonly #sounds = new Memo((word) => this.#soundOf(word));
  readonly #slips = new Memo((word) => /[A-Z]/.test(word) && this.#isSlip(word));

  /** `isSlip` tells whether a word can be a slip of an official code. */
  constructor(catalog: Catalog, isSlip: (word: string) => boolean) {
    this.#catalog = catalog;
    this.#isSlip = isSlip;
  }

  /** Whether a string of the text can be believed to be an error code. */
  mayHoldCodes(text: string, language: Language | undefined): boolean {
    const pattern = this.#patternOf(language);
    for (const [, word = ""] of text.matchAll(pattern)) if (this.#sounds.get(word) !== "other") return true;
    if (beside.test(text)) return true;
    if (!errorWord.test(text)) return false;
    for (const [, word = ""] of text.matchAll(pattern)) if (this.#slips.get(word)) return true;
    return false;
  }

  /**
   * From the first to the last string of a statement that can be believed to be a code, whatever the other statements
   * of its text say; undefined where there is none.
   */
  candidateSpanIn(statement: string, language: Language | undefined): Span | undefined {
    const words = [...statement.matchAll(this.#patternOf(language))];
    const sounds = words.map(([, word = ""]) => this.#sounds.get(word));
    // Among codes, words can be codes that do not sound like any; where one retries, only pairs of names.
    const isCompany = sounds.filter((sound) => sound === "code").length > 1;
    const anything = isCompany || mentionsCode(statement) ? [...statement.matchAll(capital)] : [];
    const pairs = /retr[iy]/i.test(statement) ? [...statement.matchAll(pair)] : [];
    const isTelling =
      anything.length + pairs.length > 0 ||
      sounds.includes("code") ||
      words.some(([, word = ""], index) => sounds[index] === "failure" && word.includes(".")) ||
      ((sounds.includes("failure") || words.some(([, word = ""]) => this.#slips.get(word))) &&
        errorWord.test(statement));
    if (!isTelling) return undefined;
    const meant = words.filter(([, word = ""], index) => sounds[index] !== "other" || this.#slips.get(word));
    return around(meant, anything, pairs);
  }

  #patternOf(language: Language | undefined): RegExp {
    let pattern = this.#patterns.get(language);
    if (!pattern) {
      pattern = !language || hasBareLiterals(language) ? bare : quoted;
      this.#patterns.set(language, pattern);
    }
    return pattern;
  }

  #soundOf(word: string): Sound {
    if (this.#catalog.knows(word)) return "code";
    return /[A-Z]/.test(word) && soundsLikeFailure(word) ? "failure" : "other";
  }
}

/** From the first to the last of matches that are in order. */
function around(...found: readonly RegExpMatchArray[][]): Span | undefined {
  const edges = found.flatMap((one) => [one[0], one.at(-1)]).filter((one) => one !== undefined);
  if (edges.length === 0) return undefined;
  const starts = edges.map(({ index = 0 }) => index);
  const ends = edges.map(({ 0: whole, index = 0 }) => index + whole.length);
  return { start: Math.min(...starts), end: Math.max(...ends) };
}
