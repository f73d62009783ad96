import type { Entry } from "../../catalog/model/entry.ts";
import { wordsOf } from "../../catalog/model/words.ts";
import { type Filter, parseQuery, type Query } from "../../catalog/search/query.ts";
import { unknownFilters, valuesMeant } from "../../catalog/search/unknown-filters.ts";
import type { Project } from "../configuration/project.ts";

/** How many parts of a query are searched for: more would not improve the result. */
const maximumParts = 12;
/** How many results count for each part. */
const perPart = 400;

/** Returns the entries nearest to a query without results: with fewer filters, respelled, or by most of its parts. */
export function nearestEntries(query: string, { catalog, search, speller }: Project, limit: number): Entry[] {
  const parsed = parseQuery(query.slice(0, 2000));
  const { text } = parsed;
  const spelled = /^$|\s/.test(text)
    ? []
    : speller.nearest(text).flatMap(({ code }) => catalog.entriesOf(code));
  let unfiltered: Entry[] = [];
  for (const relaxed of [...correctedQueries(query, parsed, catalog), ...relaxedQueries(parsed)]) {
    unfiltered = search.find(relaxed, limit).map(({ entry }) => entry);
    if (unfiltered.length > 0) break;
  }
  const close = [...new Set([...unfiltered, ...spelled])];
  return (close.length > 0 ? close : byParts(text, search)).slice(0, limit);
}

/** Returns a query with the name of an action that is not known changed into the one that may be meant. */
function correctedQueries(query: string, { text, filters }: Query, catalog: Project["catalog"]): string[] {
  return unknownFilters(query, catalog)
    .filter(({ filter }) => filter === "action")
    .flatMap(valuesMeant)
    .slice(0, 1)
    .map((action) => written(text, new Map([...filters, ["action", [action]]])));
}

/** Writes a query with those filters that have a name among the keys. */
function written(
  text: string,
  filters: Query["filters"],
  keys: readonly Filter[] = [...filters.keys()],
): string {
  const given = keys.flatMap((key) => (filters.get(key) ?? []).map((value) => `${key}:${value}`));
  return [text, ...given].filter(Boolean).join(" ");
}

/**
 * The filters in the order in which they are dropped: many clouds answer every failure with the same status, and a
 * provider is rarely a guess.
 */
const dropOrder: readonly Filter[] = ["status", "retry", "concept", "kind", "action", "service", "provider"];

/** Returns a query without one of its filters each, followed by its words alone or, if it has none, single filters. */
function relaxedQueries({ text, filters }: Query): string[] {
  const given = dropOrder.filter((key) => filters.has(key));
  const withOnly = (keys: readonly Filter[]) => written(text, filters, keys);
  const without = given.map((key) => withOnly(given.filter((one) => one !== key)));
  const alone = text === "" ? given.toReversed().map((key) => withOnly([key])) : [withOnly([])];
  return given.length === 0 ? [] : [...new Set([...without, ...alone])].filter(Boolean);
}

/** Returns the entries that match parts of a text: those that match most parts first, then those that rank higher. */
function byParts(text: string, search: Project["search"]): Entry[] {
  const scores = new Map<Entry, number>();
  for (const part of partsOf(text)) {
    for (const [rank, { entry }] of search.find(part, perPart).entries())
      scores.set(entry, (scores.get(entry) ?? 0) + 1 - rank / (2 * perPart));
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([entry]) => entry);
}

/** Returns the parts of a text: its words of three or more characters, and each pair of adjacent Han characters. */
function partsOf(text: string): string[] {
  const parts = wordsOf(text).flatMap((word) =>
    /\p{Script=Han}/u.test(word)
      ? [...word].slice(1).map((character, at) => `${[...word][at]}${character}`)
      : word.length > 2
        ? word
        : [],
  );
  return [...new Set(parts)].slice(0, maximumParts);
}
