import { isDistinctive, withoutSeparators } from "../model/words.ts";
import { normalizeMessage } from "./meaning/message-template.ts";

/** A query shorter than this (in UTF-16 units) is not matched as a message. */
const minimumMessage = 16;

/** The text of a query, in the forms in which it is searched. */
export interface SearchText {
  /** In lower case. */
  text: string;
  /** Without separators. */
  letters: string;
  words: readonly string[];
  /** The words that look like error codes by themselves, as they are written. */
  codes: readonly string[];
  /** The text as a message, if it is long enough. */
  message: string | undefined;
  /** The letters that may be pinyin. */
  pinyin: string | undefined;
  /** Every two adjacent Chinese characters. */
  pairs: readonly string[];
}

export function toSearchText(written: string): SearchText {
  const text = written.toLowerCase();
  const codes = written
    .split(/[^\w.-]+/)
    .map((word) => word.replace(/\.+$/, ""))
    .filter(isDistinctive);
  const runs = written.match(/\p{Script=Han}+/gu) ?? [];
  return {
    text,
    letters: withoutSeparators(written),
    words: text.split(" "),
    codes: [...new Set(codes)],
    message: written.length >= minimumMessage ? normalizeMessage(written) : undefined,
    pinyin: /^[a-z ]{3,}$/.test(text) ? text.replaceAll(" ", "") : undefined,
    pairs: runs.flatMap((run) => [...run].slice(1).map((_, at) => run.slice(at, at + 2))),
  };
}
