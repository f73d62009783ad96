import type { Catalog } from "../../catalog/model/catalog.ts";
import { hasFailureWord } from "../../catalog/model/failure-words.ts";
import { isDottedLowerCase } from "../../catalog/search/spelling/edit.ts";
import type { Span } from "../documents/span.ts";
import { isPlausibleCode, pairOfNames } from "../evidence/code-form.ts";
import { takesCodes, testsErrors } from "../evidence/function-names.ts";
import { Memo } from "../evidence/memo.ts";
import { mentionsCode } from "../evidence/names.ts";
import { hasBareLiterals, type Language } from "../syntax/languages/index.ts";

// Besides quotes, a code in a string can be delimited by tags or escaped quotes (in a response), by stars or bars (in a
// pattern), or by an escape sequence (in a printed line).
const quoted = /["'`>|][* ]?([A-Za-z][\w.-]{2,119})(?=[* ]?(?:\\[nrt])*\\*["'`<|])/g;
const bare = /(?<![\w.-])([A-Za-z][\w.-]{2,119})(?![\w-])/g;
/** Matches a string beside a name of a code or in a `case`, where an unknown word can be a code too. */
const stringBesideCodeName =
  /(?:[Cc]odes?|CODES?)\b[^\n]{0,40}["'`][A-Z]|["'`][A-Z][\w.]*["'`][^\n]{0,40}(?:[Cc]odes?|CODES?)\b|\b(?:case|when)\s+["'`][A-Z]/;
/** Matches a word with a capital letter in a string: if a name of a code is near, any such word can be a code. */
const capitalizedWord =
  /["'`>*|]\s*(?=[\p{L}\p{N}._-]*\p{Lu})\p{L}[\p{L}\p{N}._-]*(?=\s*\*?(?:\\[nrt])*\\*["'`<|])/gu;
/** Matches a string of two names of at least two words each, joined by a dot. */
const pairInString = new RegExp(`["'\`>*]${pairOfNames.source}(?=["'\`<*])`, "g");
/** Matches what has to be near a word that implies a failure, unless it has a dot: a constant may be named like it. */
const errorWord = /code|err|exc|fault|fail|throttl|retr|ignor|cause|\u9519\u8bef|\be\b|\bex\b/i;

/** Matches the end of the name of a function or type that may take error codes, from the word that says so. */
const helperName = /(?:err|retr|code|catch|fault|fail|throttl|exception)[\p{L}\p{N}_$]{0,60}(?=[({])/giu;
/** Matches the part of such a name before that word. */
const beginOfName = /[\p{L}\p{N}_$.]{0,60}$/u;

const isPlausible = new Memo(isPlausibleCode);

/** What a word is by itself: an official code, a word that implies a failure, or neither. */
type WordKind = "code" | "failure" | "other";

/** Decides from the words of a text whether it can contain codes, since parsing it costs far more. */
export class CandidateWords {
  readonly #catalog: Catalog;
  readonly #isMisspelling: (word: string) => boolean;
  readonly #patterns = new Map<Language | undefined, RegExp>();
  readonly #kinds = new Memo((word) => this.#kindOf(word));
  readonly #misspellings = new Memo(
    (word) => (/[A-Z]/.test(word) || isDottedLowerCase(word)) && this.#isMisspelling(word),
  );

  /** `isMisspelling` returns whether a word can be a misspelling of an official code. */
  constructor(catalog: Catalog, isMisspelling: (word: string) => boolean) {
    this.#catalog = catalog;
    this.#isMisspelling = isMisspelling;
  }

  /** Returns whether any string of a text can be recognised as an error code. */
  mayContainCodes(text: string, language: Language | undefined): boolean {
    const words = new Set<string>();
    for (const [, word = ""] of text.matchAll(this.#patternOf(language))) {
      if (this.#kinds.get(word) !== "other") return true;
      words.add(word);
    }
    if (stringBesideCodeName.test(text)) return true;
    if (!errorWord.test(text)) return false;
    // A word in a string is among these words, whatever the language: few texts have one of the form of a code.
    if (
      some(words, (word) => isPlausible.get(word)) &&
      plausibleWordsIn(text).length > 0 &&
      callsHelper(text)
    )
      return true;
    return some(words, (word) => this.#misspellings.get(word));
  }

  /**
   * Returns the span from the first to the last string of a statement that can be recognised as a code, regardless of
   * the other statements of its text; undefined if there is none. Offsets are relative to the statement.
   */
  candidateSpanIn(statement: string, language: Language | undefined): Span | undefined {
    const words = [...statement.matchAll(this.#patternOf(language))];
    const kinds = words.map(([, word = ""]) => this.#kinds.get(word));
    // Beside known codes or a name of a code, any word with a capital can be a code; beside a retry, any pair of names.
    const hasKnownCodes = kinds.filter((kind) => kind === "code").length > 1;
    const capitalized =
      hasKnownCodes || mentionsCode(statement) ? [...statement.matchAll(capitalizedWord)] : [];
    // Among the arguments of a function that tests errors, any word of the form of a code can be one.
    const plausible = plausibleWordsIn(statement);
    if (plausible.length > 0 && !callsHelper(statement)) plausible.length = 0;
    const pairs = /retr[iy]/i.test(statement) ? [...statement.matchAll(pairInString)] : [];
    const hasCandidates =
      capitalized.length + pairs.length + plausible.length > 0 ||
      kinds.includes("code") ||
      words.some(([, word = ""], index) => kinds[index] === "failure" && word.includes(".")) ||
      ((kinds.includes("failure") || words.some(([, word = ""]) => this.#misspellings.get(word))) &&
        errorWord.test(statement));
    if (!hasCandidates) return undefined;
    const candidates = words.filter(
      ([, word = ""], index) => kinds[index] !== "other" || this.#misspellings.get(word),
    );
    return spanAround(candidates, capitalized, pairs, plausible);
  }

  #patternOf(language: Language | undefined): RegExp {
    let pattern = this.#patterns.get(language);
    if (!pattern) {
      pattern = !language || hasBareLiterals(language) ? bare : quoted;
      this.#patterns.set(language, pattern);
    }
    return pattern;
  }

  #kindOf(word: string): WordKind {
    if (this.#catalog.isOfficial(word)) return "code";
    return /[A-Z]/.test(word) && hasFailureWord(word) ? "failure" : "other";
  }
}

function some(words: ReadonlySet<string>, holds: (word: string) => boolean): boolean {
  for (const word of words) if (holds(word)) return true;
  return false;
}

/** Returns whether a text calls a function that tests errors for codes. */
export function callsHelper(text: string): boolean {
  for (const { 0: end, index } of text.matchAll(helperName)) {
    const begin = beginOfName.exec(text.slice(Math.max(0, index - 60), index))?.[0] ?? "";
    const fn = begin + end;
    if (takesCodes(fn) && testsErrors(fn)) return true;
  }
  return false;
}

/** Returns the matches of the strings that have the form of a code of several words. */
function plausibleWordsIn(text: string): RegExpMatchArray[] {
  return [...text.matchAll(quoted)].filter(([, word = ""]) => isPlausible.get(word));
}

/** Returns the span of the strings that have the form of a code of several words; undefined if there is none. */
export function plausibleSpanIn(statement: string): Span | undefined {
  return spanAround(plausibleWordsIn(statement));
}

/** Returns the span of all matches of several lists, each of which is in text order; undefined if all are empty. */
function spanAround(...lists: readonly RegExpMatchArray[][]): Span | undefined {
  const edges = lists.flatMap((one) => [one[0], one.at(-1)]).filter((one) => one !== undefined);
  if (edges.length === 0) return undefined;
  const starts = edges.map(({ index = 0 }) => index);
  const ends = edges.map(({ 0: match, index = 0 }) => index + match.length);
  return { start: Math.min(...starts), end: Math.max(...ends) };
}
