import type { Slices } from "../../catalog/model/slices.ts";
import { resolveAliases } from "./aliases.ts";
import { literalSetOf } from "./document-trees.ts";
import { codeWordsIn, type EmbeddedRegion, type LiteralSet, responseCodesIn } from "./embedded.ts";
import type { LanguageWithReader } from "./language.ts";
import { type Language, languageByName } from "./languages/index.ts";
import type { Literal } from "./literal.ts";
import type { Budget } from "./parsing/budget.ts";
import type { Grammars } from "./parsing/grammars.ts";
import type { ReadOptions } from "./tree-literals.ts";

/** How the regions of a document are read. */
export interface RegionReading {
  grammars: Grammars;
  mayBeCode: ReadOptions["mayBeCode"];
  budget: Budget;
}

/** Returns the literals of a text and those of its embedded regions, in text order. */
export async function withRegions(
  { literals, regions }: LiteralSet,
  reading: RegionReading,
): Promise<Literal[]> {
  if (regions.length === 0) return literals;
  const all = [literals];
  for (const [name, ofName] of Map.groupBy(regions, ({ language }) => language)) {
    const language = languageByName(name);
    if (!language) {
      all.push(await reading.budget.spend(literalsInProse(ofName, reading.budget)));
      continue;
    }
    for (const { excerpt } of ofName)
      all.push(excerpt.toOriginal(await literalsInRegion(language, excerpt.text, reading)));
  }
  return all.flat().sort((a, b) => a.start - b.start);
}

/** Returns the literals of the text of a region; its tree is not kept. */
async function literalsInRegion(
  language: Language,
  text: string,
  reading: RegionReading,
): Promise<Literal[]> {
  if (/^\s*$/.test(text)) return [];
  const { grammars, mayBeCode, budget } = reading;
  if ("read" in language) {
    const literalSet = await readWith(language, text, budget);
    return resolveAliases(await withRegions(literalSet, reading), literalSet.aliases);
  }
  const loaded = await grammars.load(language);
  if (!loaded) return [];
  return withRegions(await literalSetOf(text, loaded, { mayBeCode }, budget), reading);
}

/** Returns the literals of regions whose languages are not known: each is prose, or a response. */
function* literalsInProse(regions: readonly EmbeddedRegion[], budget: Budget): Slices<Literal[]> {
  const found: Literal[][] = [];
  for (const { excerpt } of regions) {
    const codes = responseCodesIn(excerpt.text, 0);
    found.push(excerpt.toOriginal(codes.length > 0 ? codes : codeWordsIn(excerpt.text, 0)));
    if (budget.isSliceOver) yield;
  }
  return found.flat();
}

/** Reads a text of a language without a grammar, in slices where it takes long. */
export async function readWith(
  { read }: LanguageWithReader,
  text: string,
  budget: Budget,
): Promise<LiteralSet> {
  const result = read(text, budget);
  return budget.spend("literals" in result ? finished(result) : result);
}

/** Returns work that is done. */
// biome-ignore lint/correctness/useYield: there is nothing left to be interrupted.
function* finished<T>(result: T): Slices<T> {
  return result;
}
