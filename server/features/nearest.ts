import type { Entry } from "../../catalog/model/entry.ts";
import { words } from "../../catalog/model/words.ts";
import { type Filter, parseQuery, type Query } from "../../catalog/search/query.ts";
import type { Project } from "../configuration/project.ts";

/** More parts of a question tell nothing more. */
const maximumParts = 12;
/** Of each part this many results count. */
const perPart = 30;

/** The entries nearest to a look-up that finds nothing: with fewer filters, respelled, or by most of its parts. */
export function nearest(query: string, { catalog, search, speller }: Project, limit: number): Entry[] {
  const asked = parseQuery(query.slice(0, 2000));
  const { text } = asked;
  const spelled = /^$|\s/.test(text) ? [] : speller.nearest(text).flatMap(({ code }) => catalog.get(code));
  let unfiltered: Entry[] = [];
  for (const loose of loosened(asked)) {
    unfiltered = search.find(loose, limit).map(({ entry }) => entry);
    if (unfiltered.length > 0) break;
  }
  const close = [...new Set([...unfiltered, ...spelled])];
  return (close.length > 0 ? close : byParts(text, search)).slice(0, limit);
}

/** What is let go of first: many clouds answer every failure with one status, and the provider is seldom meant loosely. */
const looseness: readonly Filter[] = ["status", "retry", "concept", "kind", "service", "provider"];

/** The same question without one of its filters, or, if that is in vain, with no more than its words or one of them. */
function loosened({ text, filters }: Query): string[] {
  const given = looseness.filter((key) => filters.has(key));
  const withOnly = (keys: readonly Filter[]) =>
    [text, ...keys.flatMap((key) => (filters.get(key) ?? []).map((value) => `${key}:${value}`))]
      .filter(Boolean)
      .join(" ");
  const without = given.map((key) => withOnly(given.filter((one) => one !== key)));
  const alone = text === "" ? given.toReversed().map((key) => withOnly([key])) : [withOnly([])];
  return given.length === 0 ? [] : [...new Set([...without, ...alone])].filter(Boolean);
}

/** The entries that most parts of a text find; of those with as many, the one found first. */
function byParts(text: string, search: Project["search"]): Entry[] {
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
