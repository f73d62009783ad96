import type { Catalog } from "../catalog/catalog.ts";
import { isDistinctive } from "../catalog/words.ts";
import type { Literal } from "./literal.ts";

const maximumLength = 2_000_000;

/** The distinctive known codes in a text of any language, where no grammar tells strings from other words. */
export function knownCodesIn(text: string, catalog: Catalog): Literal[] {
  const found: Literal[] = [];
  if (text.length > maximumLength) return found;
  // A sentence may end after a code, so dots belong to it only between words.
  for (const match of text.matchAll(/(?<![\w.-])[A-Za-z]\w*(?:[.-]\w+)*(?![\w-])/g)) {
    const [word] = match;
    if (!catalog.has(word) || !isDistinctive(word)) continue;
    found.push({ text: word, start: match.index, end: match.index + word.length, clues: [] });
  }
  return found;
}
