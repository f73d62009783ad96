import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { abbreviates } from "../../catalog/search/abbreviation.ts";

/** How what is typed stands in a code, best first. */
const fits = { beginning: 0, words: 1, scattered: 2 };

/**
 * The codes that fit what is typed so far, best first: of those that it begins or abbreviates, the codes of the given
 * providers come first, and of theirs, those that all services share; codes that only have its letters come last.
 */
export function bestFirst(
  codes: Iterable<string>,
  typed: string,
  catalog: Catalog,
  providers: readonly string[],
): string[] {
  const ranked = [...codes].flatMap((code) => {
    const fit = fitOf(typed, code);
    if (fit === undefined) return [];
    const entries = ofProvidersFirst(catalog.get(code), providers);
    const [first] = entries;
    const owner = first ? rankOf(first, providers) : providers.length;
    const isShared = entries.some((one) => rankOf(one, providers) === owner && one.service === "common");
    return [{ code, keys: [Number(fit === fits.scattered), owner, fit, Number(!isShared)] }];
  });
  return ranked.sort((a, b) => compare(a.keys, b.keys) || (a.code < b.code ? -1 : 1)).map(({ code }) => code);
}

/** Entries of one code, those of the given providers first and in their order. */
export function ofProvidersFirst(entries: readonly Entry[], providers: readonly string[]): Entry[] {
  return entries.toSorted((a, b) => rankOf(a, providers) - rankOf(b, providers));
}

function rankOf({ provider }: Entry, providers: readonly string[]): number {
  const at = providers.indexOf(provider);
  return at < 0 ? providers.length : at;
}

function fitOf(typed: string, code: string): number | undefined {
  if (code.toLowerCase().startsWith(typed.toLowerCase())) return fits.beginning;
  if (!hasLetters(typed, code)) return undefined;
  return abbreviates(typed, code)?.isWhole ? fits.words : fits.scattered;
}

/** Whether what is typed occurs in a code in order, with anything between. */
function hasLetters(typed: string, code: string): boolean {
  const wanted = typed.toLowerCase();
  let at = 0;
  for (const char of code.toLowerCase()) if (char === wanted[at]) at++;
  return at >= wanted.length;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
