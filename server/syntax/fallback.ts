import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Slices } from "../../catalog/model/slices.ts";
import { isDistinctive } from "../../catalog/model/words.ts";
import { codeWordPattern, toLiteral } from "./embedded.ts";
import type { Literal } from "./literal.ts";
import type { Budget } from "./parsing/budget.ts";

/** The maximum length of a text in UTF-16 units; longer ones are data. */
const maximumLength = 2_000_000;

/**
 * Returns the codes of the catalog in a text of an unknown language, in slices if a budget is given. No grammar separates
 * strings from other words there, so only codes that cannot be mistaken for ordinary words are returned; none from a text
 * that is too long.
 */
export function* knownCodesIn(text: string, catalog: Catalog, budget?: Budget): Slices<Literal[]> {
  const found: Literal[] = [];
  if (text.length > maximumLength) return found;
  for (const { 0: word, index } of text.matchAll(codeWordPattern)) {
    if (isDistinctive(word) && catalog.hasEntry(word)) found.push(toLiteral(index, word));
    if (budget?.isSliceOver) yield;
  }
  return found;
}
