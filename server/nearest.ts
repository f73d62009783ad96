import type { Entry } from "../catalog/entry.ts";
import { parseQuery } from "../catalog/query.ts";
import { words } from "../catalog/words.ts";
import type { Domain } from "./domain.ts";

/** More parts of a question tell nothing more. */
const maximumParts = 12;
/** Of each part this many results count. */
const perPart = 30;

/** The entries nearest to a look-up that finds nothing: without its filters, respelled, or by most of its parts. */
export function nearest(query: string, { catalog, search, speller }: Domain, limit: number): Entry[] {
  const { text, filters } = parseQuery(query.slice(0, 2000));
  if (text === "") return [];
  const spelled = /\s/.test(text) ? [] : speller.nearest(text).flatMap(({ code }) => catalog.get(code));
  const unfiltered = filters.size > 0 ? search.find(text, limit).map(({ entry }) => entry) : [];
  const close = [...new Set([...unfiltered, ...spelled])];
  return (close.length > 0 ? close : byParts(text, search)).slice(0, limit);
}

/** The entries that most parts of a text find; of those with as many, the one found first. */
function byParts(text: string, search: Domain["search"]): Entry[] {
  const scores = new Map<Entry, number>();
  for (const part of partsOf(text)) {
    for (const [place, { entry }] of search.find(part, perPart).entries())
      scores.set(entry, (scores.get(entry) ?? 0) + 1 - place / (2 * perPart));
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([entry]) => entry);
}

/** What a text can be found by in part: its words, and each two neighbouring Chinese characters. */
function partsOf(text: string): string[] {
  const parts = words(text).flatMap((word) =>
    /\p{Script=Han}/u.test(word)
      ? [...word].slice(1).map((character, at) => `${[...word][at]}${character}`)
      : word.length > 2
        ? word
        : [],
  );
  return [...new Set(parts)].slice(0, maximumParts);
}
