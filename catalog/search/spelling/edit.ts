import distance from "damerau-levenshtein";
import { isSameStem, withoutSeparators, wordsOf } from "../../model/words.ts";

/** The kinds of misspelling, the likeliest first. */
export const edits = [
  "stray",
  "case",
  "separator",
  "doubled",
  "missing",
  "swapped",
  "inflection",
  "wrong",
  "several",
] as const;

/** A kind of misspelling, one of {@link edits}. */
export type EditKind = (typeof edits)[number];

/** Classifies the misspelling that leads from the intended code to the written one. */
export function editBetween(written: string, intended: string): EditKind {
  if (withoutStray(written) === intended) return "stray";
  if (written.toLowerCase() === intended.toLowerCase()) return "case";
  if (withoutSeparators(written) === withoutSeparators(intended)) return "separator";
  if (isInflection(written, intended)) return "inflection";
  if (distance(written, intended).steps !== 1) return "several";
  if (written.length < intended.length) return "missing";
  if (written.length === intended.length) return isSwap(written, intended) ? "swapped" : "wrong";
  const at = [...written].findIndex((char, index) => char !== intended[index]);
  return written[at] === written[at - 1] ? "doubled" : "wrong";
}

/** Returns a text without blanks around it and a dot at its end; undefined if it has neither. */
export function withoutStray(text: string): string | undefined {
  const rest = text.trim().replace(/\.$/, "");
  return rest === text ? undefined : rest;
}

/** Returns whether a text is a code with a family, written without any capital: `authfailure.signatureexpire`. */
export function isDottedLowerCase(text: string): boolean {
  return /^[a-z]+(?:\.[a-z]+)+$/.test(text);
}

/** Whether the words are the same except for one, which has another ending: `Expired` for `Expire`. */
function isInflection(written: string, intended: string): boolean {
  if (separatorsOf(written) !== separatorsOf(intended)) return false;
  const intendedWords = wordsOf(intended);
  const writtenWords = wordsOf(written);
  const differing = writtenWords.filter((word, index) => word !== intendedWords[index]);
  return (
    writtenWords.length === intendedWords.length &&
    differing.length === 1 &&
    writtenWords.every((word, index) => isSameStem(word, intendedWords[index] ?? ""))
  );
}

function separatorsOf(code: string): string {
  return code.replace(/[^._-]/g, "");
}

function isSwap(written: string, intended: string): boolean {
  return [...written].filter((char, index) => char !== intended[index]).length === 2;
}
