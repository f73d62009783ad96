import type { Catalog } from "../../catalog/model/catalog.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import { codeWords, toLiteral } from "./embedded.ts";
import type { Literal } from "./literal.ts";

const maximumLength = 2_000_000;

/** The distinctive known codes in a text of any language, where no grammar tells strings from other words. */
export function knownCodesIn(text: string, catalog: Catalog): Literal[] {
  const found: Literal[] = [];
  if (text.length > maximumLength) return found;
  for (const { 0: word, index } of text.matchAll(codeWords))
    if (catalog.has(word) && isDistinctive(word)) found.push(toLiteral(index, word));
  return found;
}
