import { parseQuery } from "../../catalog/search/query.ts";
import { matchRanks } from "../../catalog/search/ranks.ts";
import type { Hit } from "../../catalog/search/search.ts";
import type { Project } from "../configuration/project.ts";

/** The share of the best score of a rank from which a hit counts as equally good. */
const equallyGood = 0.75;

/**
 * Returns the hits of a query, those of some providers first: a code of theirs comes before one of others that matches in
 * the same way, unless it matches much worse. A query that names providers itself is not touched.
 */
export function preferredHits(
  { catalog, search }: Pick<Project, "catalog" | "search">,
  query: string,
  limit: number,
  providers: readonly string[],
): Hit[] {
  const all = search.find(query, limit);
  const { text, filters } = parseQuery(query);
  const isNamed = text.split(" ").some((word) => catalog.providerNamed(word));
  if (providers.length === 0 || filters.has("provider") || isNamed) return all;
  const wanted = providers.map((id) => `provider:${id}`).join(" ");
  const isPreferred = ({ entry }: Hit) => providers.includes(entry.provider);
  const isFuzzy = ({ rank }: Hit) => rank === matchRanks.fuzzy;
  // Misspellings are looked for where nothing else is found, which is more often so among fewer codes.
  const own = search
    .find(`${wanted} ${query}`, limit)
    .filter((hit) => isPreferred(hit) && (!isFuzzy(hit) || all.length === 0 || all.some(isFuzzy)));
  const isGood = goodness([...all, ...own]);
  const first = own.filter(isGood);
  const rest = [...all, ...own].filter((hit) => !(isPreferred(hit) && isGood(hit)));
  const seen = new Set<Hit["entry"]>();
  return [...first, ...rest]
    .filter(({ entry }) => !seen.has(entry) && seen.add(entry))
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, limit);
}

/** Returns whether a hit is among the good ones of its rank. */
function goodness(hits: readonly Hit[]): (hit: Hit) => boolean {
  const best = new Map<number, number>();
  for (const { rank = 0, score = 0 } of hits) best.set(rank, Math.max(best.get(rank) ?? score, score));
  return ({ rank = 0, score = 0 }) => {
    const highest = best.get(rank) ?? 0;
    return highest <= 0 || score >= equallyGood * highest;
  };
}
