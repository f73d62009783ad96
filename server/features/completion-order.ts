import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { matchAbbreviation } from "../../catalog/search/abbreviation.ts";

/** How the typed text matches a code; less is better. */
const matchLevels = { prefix: 0, abbreviation: 1, scattered: 2 };

/**
 * Returns the codes that match the typed text, best first. Codes that it is a prefix or an abbreviation of are sorted
 * by provider, the given ones first and in their order; of each provider, prefixes come before abbreviations, and codes
 * that all its services share before others. Codes that only contain its letters in order come last.
 */
export function matchingCodes(
  codes: Iterable<string>,
  typed: string,
  catalog: Catalog,
  providers: readonly string[],
): string[] {
  const ranked = [...codes].flatMap((code) => {
    const level = matchLevelOf(typed, code);
    if (level === undefined) return [];
    const entries = sortByProvider(catalog.entriesOf(code), providers);
    const [first] = entries;
    const owner = first ? rankOf(first, providers) : providers.length;
    const isShared = entries.some((one) => rankOf(one, providers) === owner && one.service === "common");
    return [{ code, keys: [Number(level === matchLevels.scattered), owner, level, Number(!isShared)] }];
  });
  return ranked
    .sort((a, b) => compareKeys(a.keys, b.keys) || (a.code < b.code ? -1 : 1))
    .map(({ code }) => code);
}

/** Sorts the entries of one code: those of the given providers first, in the order of the providers. */
export function sortByProvider(entries: readonly Entry[], providers: readonly string[]): Entry[] {
  return entries.toSorted((a, b) => rankOf(a, providers) - rankOf(b, providers));
}

function rankOf({ provider }: Entry, providers: readonly string[]): number {
  const index = providers.indexOf(provider);
  return index < 0 ? providers.length : index;
}

function matchLevelOf(typed: string, code: string): number | undefined {
  if (code.toLowerCase().startsWith(typed.toLowerCase())) return matchLevels.prefix;
  if (!hasLetters(typed, code)) return undefined;
  return matchAbbreviation(typed, code)?.hasOnlyWordStarts ? matchLevels.abbreviation : matchLevels.scattered;
}

/** Returns whether a code contains the typed letters in order, with anything in between. */
function hasLetters(typed: string, code: string): boolean {
  const letters = typed.toLowerCase();
  let matched = 0;
  for (const char of code.toLowerCase()) if (char === letters[matched]) matched++;
  return matched >= letters.length;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((key, at) => key !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
