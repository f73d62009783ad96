import type { Hit } from "../../catalog/search.ts";
import type { Domain } from "../domain.ts";
import type { Feature } from "../feature.ts";
import { toItem } from "../item.ts";
import { nearest } from "../nearest.ts";
import { type FoundItem, type SearchParams, type SearchResult, searchRequest } from "../protocol.ts";

const nearestCodes = 10;

/** The search of the catalog, for the lookup and for the filter of the sidebar. */
export const lookup: Feature = {
  capabilities: {},

  register({ connection, main, reading }) {
    connection.onRequest(searchRequest, async (params: SearchParams): Promise<SearchResult> => {
      const domain = await main();
      return find(params, domain).map(({ entry, ...found }) => ({
        ...toItem(entry, domain.catalog, reading()),
        ...found,
      }));
    });
  },
};

type Found = Hit & Pick<FoundItem, "because">;

function find({ query, limit = 50, recent = [], orNearest }: SearchParams, domain: Domain): Found[] {
  const { catalog, search } = domain;
  if (query.trim() === "") {
    const used = new Set(recent.flatMap((key) => catalog.find(key.provider, key.service, key.code) ?? []));
    const others = search.find("", limit).filter(({ entry }) => !used.has(entry));
    return [...[...used].map((entry): Found => ({ entry, ranges: [], because: "recent" })), ...others];
  }
  const found = search.find(query, limit);
  if (found.length > 0 || !orNearest) return found;
  return nearest(query, domain, nearestCodes).map((entry) => ({ entry, ranges: [], because: "nearest" }));
}
