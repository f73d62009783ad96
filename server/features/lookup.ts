import { whenMade } from "../../catalog/model/lazy.ts";
import type { Hit } from "../../catalog/search/search.ts";
import { unknownFilters, unknownFilterTexts } from "../../catalog/search/unknown-filters.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { inSlices } from "../configuration/in-slices.ts";
import type { Project } from "../configuration/project.ts";
import {
  type EntryKey,
  type SearchItem,
  type SearchParams,
  type SearchResult,
  searchRequest,
  type UnknownFiltersParams,
  type UnknownFiltersResult,
  unknownFiltersRequest,
} from "../protocol/index.ts";
import { limited, maximumItems } from "../protocol/limits.ts";
import { itemConverter } from "./code-item.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { nearestEntries } from "./nearest.ts";
import { projectName, projectOfRequest, projectsOfRequest } from "./project-of-request.ts";

const maximumNearest = 10;
const defaultLimit = 50;

/** Searches the catalog, for the lookup and the filter of the sidebar. */
export const lookup: Feature = {
  capabilities: {},

  register(context) {
    context.connection.onRequest(searchRequest, async (asked: SearchParams): Promise<SearchResult> => {
      const params = { ...asked, limit: limitOf(asked.limit) };
      const project = await projectOfRequest(context, params);
      const toItem = hitConverter(project, context);
      await inSlices(project.search.preparing());
      const here = find(params, project).map(toItem);
      const elsewhere = params.everywhere ? await findElsewhere(context, params, here) : [];
      if (here.length > 0 || elsewhere.length > 0 || !params.orNearest)
        return [...here, ...elsewhere]
          .sort((a, b) => a.rank - b.rank)
          .slice(0, params.limit)
          .map(({ rank: _, ...item }) => item);
      const nearest = await inSlices(whenMade(() => nearestEntries(params.query, project, maximumNearest)));
      return nearest
        .map((entry) => toItem({ entry, ranges: [], because: "nearest" }))
        .map(({ rank: _, ...item }) => item);
    });
    context.connection.onRequest(
      unknownFiltersRequest,
      async (params: UnknownFiltersParams): Promise<UnknownFiltersResult> => {
        const { catalog } = await projectOfRequest(context, params);
        const language = context.displayLanguage();
        return unknownFilters(params.query, catalog)
          .map(unknownFilterTexts)
          .map(({ problem, remedy }) => ({
            problem: localize(problem, language),
            remedy: localize(remedy, language),
          }));
      },
    );
  },
};

/** Returns the number of results to find; a client can ask for anything. */
function limitOf(asked = defaultLimit): number {
  return Math.min(Math.max(0, Math.trunc(asked) || 0), maximumItems);
}

type LimitedSearch = SearchParams & { limit: number };
type ExplainedHit = Hit & Pick<SearchItem, "because">;
type RankedItem = SearchItem & { rank: number };

function hitConverter(project: Project, context: FeatureContext): (hit: ExplainedHit) => RankedItem {
  const toItem = itemConverter(project, context);
  return ({ entry, rank = 0, ...rest }) => ({ ...toItem(entry), ...rest, rank });
}

function find({ query, limit, recent = [] }: LimitedSearch, { catalog, search }: Project): ExplainedHit[] {
  if (query.trim() !== "") return search.find(query, limit);
  const entries = new Set(
    limited(recent).flatMap((key) => catalog.find(key.provider, key.service, key.code) ?? []),
  );
  const others = search.find("", limit).filter(({ entry }) => !entries.has(entry));
  return [
    ...[...entries].map((entry): ExplainedHit => ({ entry, ranges: [], because: "recent" })),
    ...others,
  ];
}

/** Returns the hits in the user catalogs of the other projects of the workspace, each with its project's name. */
async function findElsewhere(
  context: FeatureContext,
  { query, limit, ...origin }: LimitedSearch,
  here: readonly SearchItem[],
): Promise<RankedItem[]> {
  if (query.trim() === "") return [];
  const [, ...others] = await projectsOfRequest(context, origin);
  const seen = new Set(here.map(keyString));
  const withCatalogs = others.filter(({ configuration }) => configuration.catalogs.length > 0);
  for (const { search } of withCatalogs) await inSlices(search.preparing());
  const found = withCatalogs.flatMap((project) => {
    const folder = projectName(context, project, {});
    const hits = project.search.find(query, limit).filter(({ entry }) => entry.origin);
    return hits
      .map(hitConverter(project, context))
      .map((item) => (folder === undefined ? item : { ...item, folder }));
  });
  return found.filter((item) => !seen.has(keyString(item)) && seen.add(keyString(item)));
}

function keyString({ provider, service, code, origin }: EntryKey): string {
  return `${provider} ${service} ${code} ${origin ?? ""}`;
}
