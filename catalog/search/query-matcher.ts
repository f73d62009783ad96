import type { Entry } from "../model/entry.ts";
import { isDistinctive, lettersOf } from "../model/words.ts";
import { abbreviates } from "./abbreviation.ts";
import { matchTemplate, normalizeMessage } from "./message-template.ts";
import type { SearchDocument } from "./search-document.ts";

/** In which way an entry was found, best first: the order of results. */
export const matchRanks = {
  exact: 0,
  prefix: 1,
  message: 2,
  part: 3,
  meaning: 4,
  abbreviation: 5,
  pinyin: 6,
  inside: 7,
  fuzzy: 8,
};

/** A found entry with its place among the others: first by rank, then by score, more being better. */
export interface RankedEntry {
  entry: Entry;
  rank: number;
  score: number;
  /** The matched stretches of the code, as [start, end) in UTF-16 units. */
  ranges: [number, number][];
}

/** Shorter than this, a text is no message. */
const minimumMessage = 16;
/** Shorter than this, letters inside a word are chance. */
const minimumPart = 5;

/** One question, put to every card. */
export class QueryMatcher {
  readonly #text: string;
  readonly #letters: string;
  readonly #words: string[];
  /** The words of a longer text that look like codes by themselves. */
  readonly #codes: ReadonlySet<string>;
  readonly #message: string | undefined;
  readonly #pinyin: string | undefined;
  /** Each two neighbouring Chinese characters. */
  readonly #pairs: string[];

  constructor(text: string) {
    this.#text = text.toLowerCase();
    this.#letters = lettersOf(text);
    this.#words = this.#text.split(" ");
    this.#codes = new Set(
      text
        .split(/[^\w.-]+/)
        .map((word) => word.replace(/\.+$/, ""))
        .filter(isDistinctive),
    );
    this.#message = text.length >= minimumMessage ? normalizeMessage(text) : undefined;
    this.#pinyin = /^[a-z ]{3,}$/.test(this.#text) ? this.#text.replaceAll(" ", "") : undefined;
    const runs = text.match(/\p{Script=Han}+/gu) ?? [];
    this.#pairs = runs.flatMap((run) => [...run].slice(1).map((_, at) => run.slice(at, at + 2)));
  }

  /** How an entry answers the question; undefined where it does not. */
  of(document: SearchDocument): RankedEntry | undefined {
    return (
      this.#byCode(document) ??
      this.#byMessage(document) ??
      this.#byPairs(document) ??
      this.#byMeaning(document) ??
      this.#byAbbreviation(document) ??
      this.#byPinyin(document) ??
      this.#byInside(document)
    );
  }

  #byCode({ entry, letters }: SearchDocument): RankedEntry | undefined {
    const { code } = entry;
    const whole = (rank: number) =>
      ({ entry, rank, score: code.length, ranges: [[0, code.length]] }) as RankedEntry;
    if (this.#codes.has(code) || letters === this.#letters) return whole(matchRanks.exact);
    const at = code.toLowerCase().indexOf(this.#text);
    if (at < 0 || !(at === 0 || this.#text.length >= minimumPart || isWordStart(code, at))) return undefined;
    const rank = at === 0 ? matchRanks.prefix : matchRanks.part;
    return { entry, rank, score: this.#text.length / code.length, ranges: [[at, at + this.#text.length]] };
  }

  #byMessage({ entry, templates }: SearchDocument): RankedEntry | undefined {
    const message = this.#message;
    if (message === undefined) return undefined;
    const score = Math.max(0, ...templates.map((template) => matchTemplate(template, message)));
    return score > 0 ? { entry, rank: matchRanks.message, score, ranges: [] } : undefined;
  }

  /** Every word must occur; it says most in the name of the meaning, and least outside the summary. */
  #byMeaning({ entry, name, summary, words, rest }: SearchDocument): RankedEntry | undefined {
    const weights = this.#words.map((word) => {
      const read = hasWord(name, word) ? 3 : hasWord(summary, word) ? 2 : hasWord(rest, word) ? 1 : 0;
      return read + (hasWord(words, word) ? 1.5 : 0);
    });
    if (weights.includes(0)) return undefined;
    const together = name.includes(this.#text) ? 2 : summary.includes(this.#text) ? 1 : 0;
    const score = weights.reduce<number>((sum, weight) => sum + weight, together) / weights.length;
    return { entry, rank: matchRanks.meaning, score, ranges: [] };
  }

  /** Chinese is written without spaces: most pairs of neighbouring characters must occur, wherever they stand. */
  #byPairs({ entry, name, summary, rest }: SearchDocument): RankedEntry | undefined {
    if (this.#pairs.length < 2 || /[a-z\d]/.test(this.#text)) return undefined;
    const share = (where: string) =>
      this.#pairs.filter((pair) => where.includes(pair)).length / this.#pairs.length;
    const all = `${name}\n${summary}`;
    const found = Math.max(share(all), share(`${all}\n${rest}`) - 0.25);
    if (found < 0.5) return undefined;
    return { entry, rank: matchRanks.meaning, score: found + share(name) + share(summary) / 2, ranges: [] };
  }

  #byAbbreviation({ entry }: SearchDocument): RankedEntry | undefined {
    const found = abbreviates(this.#text, entry.code);
    return found && { entry, rank: matchRanks.abbreviation, ...found };
  }

  #byPinyin({ entry, syllables }: SearchDocument): RankedEntry | undefined {
    const typed = this.#pinyin;
    if (typed === undefined) return undefined;
    const score = syllables.name.isTypedAs(typed) ? 2 : syllables.summary.isTypedAs(typed) ? 1 : 0;
    return score > 0 ? { entry, rank: matchRanks.pinyin, score, ranges: [] } : undefined;
  }

  #byInside({ entry }: SearchDocument): RankedEntry | undefined {
    const at = entry.code.toLowerCase().indexOf(this.#text);
    if (at < 0) return undefined;
    return { entry, rank: matchRanks.inside, score: -at, ranges: [[at, at + this.#text.length]] };
  }
}

function isWordStart(code: string, at: number): boolean {
  return /[^\p{L}\p{N}]|^$/u.test(code.charAt(at - 1)) || /\p{Lu}/u.test(code.charAt(at));
}

/** Whether a text has a word: a Chinese one anywhere, another one where a word begins. */
function hasWord(text: string, word: string): boolean {
  const anywhere = /[^\p{ASCII}]/u.test(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (anywhere || !/[a-z0-9]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}
