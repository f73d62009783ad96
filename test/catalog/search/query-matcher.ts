import type { Entry } from "../../../catalog/model/entry.ts";
import { isDistinctive, withoutSeparators, wordsOf } from "../../../catalog/model/words.ts";
import { matchAbbreviation } from "../../../catalog/search/abbreviation.ts";
import { type Intent, intentOf } from "../../../catalog/search/meaning/intent.ts";
import { matchTemplate, normalizeMessage } from "../../../catalog/search/meaning/message-template.ts";
import { matchRanks } from "../../../catalog/search/ranks.ts";
import type { SearchDocument } from "./search-document.ts";

/** A matching entry. Results are sorted by ascending rank, then by descending score. */
export interface RankedEntry {
  entry: Entry;
  rank: number;
  score: number;
  /** The matched ranges of the code, as [start, end) in UTF-16 units. */
  ranges: [number, number][];
}

/** A query shorter than this (in UTF-16 units) is not matched as a message. */
const minimumMessage = 16;
/** A query shorter than this (in UTF-16 units) occurs inside words by chance. */
const minimumPart = 5;

/** Matches one query against search documents. */
export class QueryMatcher {
  readonly #text: string;
  readonly #letters: string;
  readonly #intent: Intent | undefined;
  readonly #words: string[];
  /** The words of the query that look like error codes by themselves. */
  readonly #codes: ReadonlySet<string>;
  readonly #message: string | undefined;
  readonly #pinyin: string | undefined;
  /** Every pair of adjacent Chinese characters. */
  readonly #pairs: string[];

  constructor(text: string, services: ReadonlySet<string>) {
    this.#text = text.toLowerCase();
    this.#intent = intentOf(this.#text, services);
    this.#letters = withoutSeparators(text);
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

  /** Returns how an entry matches the query, in the best way possible, or undefined if it does not match. */
  match(document: SearchDocument): RankedEntry | undefined {
    return (
      this.#byCode(document) ??
      this.#byMessage(document) ??
      this.#bySynonym(document) ??
      this.#byPairs(document) ??
      this.#byMeaning(document) ??
      this.#bySyllables(document) ??
      this.#byAbbreviation(document) ??
      this.#byPinyin(document) ??
      this.#byInside(document)
    );
  }

  #byCode({ entry, letters }: SearchDocument): RankedEntry | undefined {
    const { code } = entry;
    const score = letters.length + (code.toLowerCase() === this.#text ? 0.5 : 0);
    const wholeCode = (rank: number) => ({ entry, rank, score, ranges: [[0, code.length]] }) as RankedEntry;
    if (this.#codes.has(code) || letters === this.#letters) return wholeCode(matchRanks.exact);
    const at = code.toLowerCase().indexOf(this.#text);
    if (at < 0 || !(at === 0 || this.#text.length >= minimumPart || isWordStart(code, at))) return undefined;
    const rank = at === 0 ? matchRanks.prefix : matchRanks.part;
    return { entry, rank, score: this.#text.length / code.length, ranges: [[at, at + this.#text.length]] };
  }

  #byMessage({ entry, templates }: SearchDocument): RankedEntry | undefined {
    const message = this.#message;
    if (message === undefined) return undefined;
    const score = templates.reduce((most, one) => Math.max(most, matchTemplate(one, message)), 0);
    return score > 0 ? { entry, rank: matchRanks.message, score, ranges: [] } : undefined;
  }

  /** What the words stand for: one of the concepts, the earlier the better, of one of the services, with one of the things. */
  #bySynonym({ entry, summary }: SearchDocument): RankedEntry | undefined {
    if (!this.#intent) return undefined;
    const { concepts, services, things, prefers, words: others } = this.#intent;
    const place = concepts.indexOf(entry.concept ?? "");
    if (concepts.length > 0 && place < 0) return undefined;
    if (services.size > 0 && !services.has(entry.service)) return undefined;
    const words = wordsOf(entry.code).flatMap((word) => [word, word.replace(/s$/, "")]);
    if ([...others].some((other) => !wordsOf(entry.code).includes(other))) return undefined;
    if (things.size > 0 && !words.some((word) => things.has(word))) return undefined;
    const bonus = words.some((word) => prefers.has(word)) ? 1.5 : 0;
    const literal = hasWord(summary, this.#text) ? 0.7 : 0;
    const score = 20 + bonus - Math.max(0, place) + literal;
    return { entry, rank: matchRanks.meaning, score, ranges: [] };
  }

  /** Every word must occur. It weighs most in the name of the concept, and least in the rest of the document. */
  #byMeaning({ entry, conceptName, summary, words, otherText }: SearchDocument): RankedEntry | undefined {
    const weights = this.#words.map((word) => {
      const textWeight = hasWord(conceptName, word)
        ? 3
        : hasWord(summary, word)
          ? 2
          : hasWord(otherText, word)
            ? 1
            : 0;
      return textWeight + (hasWord(words, word) ? 1.5 : 0);
    });
    if (weights.includes(0)) return undefined;
    const phraseBonus = hasWord(conceptName, this.#text) ? 2 : hasWord(summary, this.#text) ? 1 : 0;
    const score = weights.reduce<number>((sum, weight) => sum + weight, phraseBonus) / weights.length;
    return { entry, rank: matchRanks.meaning, score, ranges: [] };
  }

  /** Chinese is written without spaces: half of the pairs of adjacent characters must occur, in any order. */
  #byPairs({ entry, conceptName, summary, otherText }: SearchDocument): RankedEntry | undefined {
    if (this.#pairs.length < 2 || /[a-z\d]/.test(this.#text)) return undefined;
    const shareIn = (text: string) =>
      this.#pairs.filter((pair) => text.includes(pair)).length / this.#pairs.length;
    const nameAndSummary = `${conceptName}\n${summary}`;
    const bestShare = Math.max(shareIn(nameAndSummary), shareIn(`${nameAndSummary}\n${otherText}`) - 0.25);
    if (bestShare < 0.5) return undefined;
    return {
      entry,
      rank: matchRanks.meaning,
      score: bestShare + shareIn(conceptName) + shareIn(summary) / 2,
      ranges: [],
    };
  }

  #byAbbreviation({ entry }: SearchDocument): RankedEntry | undefined {
    const found = matchAbbreviation(this.#text, entry.code);
    return found && { entry, rank: matchRanks.abbreviation, ...found };
  }

  /** What the letters spell in whole syllables of two characters or more. */
  #bySyllables({ entry, syllables }: SearchDocument): RankedEntry | undefined {
    const typed = this.#pinyin;
    if (typed === undefined) return undefined;
    const score = syllables.name.areSpelledBy(typed) ? 3 : syllables.summary.areSpelledBy(typed) ? 2 : 0;
    return score > 0 ? { entry, rank: matchRanks.abbreviation, score, ranges: [] } : undefined;
  }

  #byPinyin({ entry, syllables }: SearchDocument): RankedEntry | undefined {
    const typed = this.#pinyin;
    if (typed === undefined) return undefined;
    const score = syllables.name.matches(typed) ? 3 : syllables.summary.matches(typed) ? 2 : 0;
    return score > 0 ? { entry, rank: matchRanks.pinyin, score, ranges: [] } : undefined;
  }

  #byInside({ entry }: SearchDocument): RankedEntry | undefined {
    const at = entry.code.toLowerCase().indexOf(this.#text);
    if (at < 0) return undefined;
    return { entry, rank: matchRanks.inside, score: -at, ranges: [[at, at + this.#text.length]] };
  }
}

function isWordStart(code: string, at: number): boolean {
  const [before, char, next] = [code.charAt(at - 1), code.charAt(at), code.charAt(at + 1)];
  if (!/[\p{L}\p{N}]/u.test(char)) return false;
  if (!/[\p{L}\p{N}]/u.test(before)) return true;
  return /\p{Lu}/u.test(char) && (!/\p{Lu}/u.test(before) || /\p{Ll}/u.test(next));
}

/** Whether a text contains a word: a non-ASCII one, such as Chinese, anywhere, an ASCII one only where a word begins. */
function hasWord(text: string, word: string): boolean {
  const isNonAscii = /[^\p{ASCII}]/u.test(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isNonAscii || !/[a-z0-9]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}
