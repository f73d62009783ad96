import type { Entry } from "../../model/entry.ts";
import { wordsOf } from "../../model/words.ts";
import { type LocalizedText, localizedTexts } from "../../text/localized-text.ts";

/** The texts of an entry in which words are searched, each one bit of a set. */
export const fields = { words: 1, summary: 2, other: 4 } as const;

/** The number of bits of a set of fields. */
export const fieldBits = 3;

/** The texts in which an entry itself is searched; those of its concept and its service come on top. */
export interface OwnTexts {
  /** The words of the code. */
  words: string;
  summary: string;
  /** The messages, the statuses, and its own cause. */
  other: string;
}

/** Returns the texts of an entry in lower case, both languages of each. */
export function ownTextsOf(entry: Entry): OwnTexts {
  // A cause that is read from a name repeats the summary.
  const cause = entry.basis === "name" ? [] : localizedTexts(entry.cause, "both");
  const rest = [...entry.messages, ...cause, entry.httpStatus.join(" ")];
  return {
    words: codeWordsOf(entry.code),
    summary: summaryTextOf(entry.summary),
    other: rest.join("\n").toLowerCase(),
  };
}

/** Returns the words of a code as they are searched. */
export function codeWordsOf(code: string): string {
  return wordsOf(code).join(" ");
}

/** Returns a summary as it is searched. */
export function summaryTextOf(summary: LocalizedText): string {
  return localizedTexts(summary, "both").join("\n").toLowerCase();
}

/** Returns the words of a text in lower case that consist of letters and digits in ASCII. */
export function asciiWordsIn(text: string): string[] {
  return text.match(/[a-z0-9]+/g) ?? [];
}

/** Returns the runs of other characters than ASCII ones in a text, such as Chinese ones. */
export function nonAsciiRunsIn(text: string): string[] {
  return text.match(/[^\0-\x7f]+/g) ?? [];
}

/** Returns a pair of characters as one number; the pairs of a character with all others follow each other. */
export function pairOf(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/** Returns every two adjacent characters of a run, and the last one alone. */
export function pairsIn(run: string): number[] {
  return Array.from({ length: run.length }, (_, at) =>
    pairOf(run.charCodeAt(at), at + 1 < run.length ? run.charCodeAt(at + 1) : 0),
  );
}

/** Returns every three adjacent letters, in lower case, of a code without its separators, each as one number. */
export function trigramsIn(letters: string): number[] {
  const unitAt = (at: number) => letters.charCodeAt(at) & 0x3ff;
  return Array.from(
    { length: Math.max(0, letters.length - 2) },
    (_, at) => ((unitAt(at) << 20) | (unitAt(at + 1) << 10) | unitAt(at + 2)) >>> 0,
  );
}
