import type { Hit } from "../../catalog/search/search.ts";
import type { Project } from "../configuration/project.ts";
import {
  type EntryKey,
  type FoundItem,
  type SearchParams,
  type SearchResult,
  searchRequest,
} from "../protocol/index.ts";
import { toCodeItem } from "./code-item.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { nearest } from "./nearest.ts";
import { projectName, projectOfRequest, projectsOfRequest } from "./project-of-request.ts";

const nearestCodes = 10;
const standardLimit = 50;

/** The search of the catalog, for the lookup and for the filter of the sidebar. */
export const lookup: Feature = {
  capabilities: {},

  register(context) {
    context.connection.onRequest(searchRequest, async (params: SearchParams): Promise<SearchResult> => {
      const project = await projectOfRequest(context, params);
      const toFound = itemsOf(project, context);
      const here = find(params, project).map(toFound);
      const elsewhere = params.everywhere ? await findElsewhere(context, params, here) : [];
      if (here.length > 0 || elsewhere.length > 0 || !params.orNearest)
        return [...here, ...elsewhere]
          .sort((a, b) => a.rank - b.rank)
          .slice(0, params.limit ?? standardLimit)
          .map(({ rank: _, ...item }) => item);
      return nearest(params.query, project, nearestCodes)
        .map((entry) => toFound({ entry, ranges: [], because: "nearest" }))
        .map(({ rank: _, ...item }) => item);
    });
  },
};

type Found = Hit & Pick<FoundItem, "because">;
type RankedItem = FoundItem & { rank: number };

function itemsOf({ catalog }: Project, { displayLanguage }: FeatureContext): (found: Found) => RankedItem {
  return ({ entry, rank = 0, ...found }) => ({
    ...toCodeItem(entry, catalog, displayLanguage()),
    ...found,
    rank,
  });
}

function find(
  { query, limit = standardLimit, recent = [] }: SearchParams,
  { catalog, search }: Project,
): Found[] {
  if (query.trim() !== "") return search.find(query, limit);
  const used = new Set(recent.flatMap((key) => catalog.find(key.provider, key.service, key.code) ?? []));
  const others = search.find("", limit).filter(({ entry }) => !used.has(entry));
  return [...[...used].map((entry): Found => ({ entry, ranges: [], because: "recent" })), ...others];
}

/** What other parts of the workspace find in their own catalogs, each with its part's name. */
async function findElsewhere(
  context: FeatureContext,
  { query, limit = standardLimit, ...asking }: SearchParams,
  here: readonly FoundItem[],
): Promise<RankedItem[]> {
  if (query.trim() === "") return [];
  const [, ...others] = await projectsOfRequest(context, asking);
  const seen = new Set(here.map(nameOf));
  const found = others
    .filter(({ configuration }) => configuration.catalogs.length > 0)
    .flatMap((project) => {
      const folder = projectName(context, project, {});
      const own = project.search.find(query, limit).filter(({ entry }) => entry.origin);
      return own
        .map(itemsOf(project, context))
        .map((item) => (folder === undefined ? item : { ...item, folder }));
    });
  return found.filter((item) => !seen.has(nameOf(item)) && seen.add(nameOf(item)));
}

function nameOf({ provider, service, code, origin }: EntryKey): string {
  return `${provider} ${service} ${code} ${origin ?? ""}`;
}
