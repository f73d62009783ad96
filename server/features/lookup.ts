import { whenMade } from "../../catalog/model/lazy.ts";
import { filterValues } from "../../catalog/search/filter-values.ts";
import type { Hit } from "../../catalog/search/search.ts";
import { unknownFilters, unknownFilterTexts } from "../../catalog/search/unknown-filters.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { inSlices } from "../configuration/in-slices.ts";
import type { Project } from "../configuration/project.ts";
import {
  type EntryKey,
  type FilterValuesParams,
  type FilterValuesResult,
  filterValuesRequest,
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
import { type DocumentProviders, documentProviders } from "./document-providers.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { nearestEntries } from "./nearest.ts";
import { preferredHits } from "./preferred-hits.ts";
import { projectName, projectOfRequest, projectsOfRequest } from "./project-of-request.ts";

const maximumNearest = 10;
const defaultLimit = 50;
/** How many values of a filter are offered at a time. */
const maximumValues = 50;

/** Searches the catalog, for the lookup and the filter of the sidebar. */
export const lookup: Feature = {
  capabilities: {},

  register(context) {
    context.connection.onRequest(searchRequest, async (asked: SearchParams): Promise<SearchResult> => {
      const params = { ...asked, limit: limitOf(asked.limit) };
      const project = await projectOfRequest(context, params);
      const toItem = hitConverter(project, context);
      await inSlices(project.search.preparing());
      const providers = await documentProviders(context, params);
      const mark = foreignMarker(providers, project, context);
      const found = find(params, project, providers);
      const here = found.filter(({ isPartial }) => !isPartial || params.orNearest).map(toItem);
      const elsewhere = params.everywhere ? await findElsewhere(context, params, here) : [];
      if (here.length > 0 || elsewhere.length > 0 || !params.orNearest)
        return [...here, ...elsewhere]
          .sort((a, b) => a.rank - b.rank)
          .slice(0, params.limit)
          .map(({ rank: _, score: __, ...item }) => mark(item));
      const nearest = await inSlices(whenMade(() => nearestEntries(params.query, project, maximumNearest)));
      return nearest
        .map((entry) => toItem({ entry, ranges: [], because: "nearest" }))
        .map(({ rank: _, score: __, ...item }) => mark(item));
    });
    context.connection.onRequest(filterValuesRequest, (params: FilterValuesParams) =>
      filterValuesOf(context, params),
    );
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
type RankedItem = SearchItem & { rank: number; score?: number };

function hitConverter(project: Project, context: FeatureContext): (hit: ExplainedHit) => RankedItem {
  const toItem = itemConverter(project, context);
  return ({ entry, rank = 0, isPartial, ...rest }) => ({
    ...toItem(entry),
    ...rest,
    ...(isPartial ? { because: "nearest" as const } : {}),
    rank,
  });
}

/** Returns a function that marks the codes of other providers than those that a document certainly works with. */
function foreignMarker(
  { ids, areCertain }: DocumentProviders,
  { catalog }: Project,
  { displayLanguage }: FeatureContext,
): (item: SearchItem) => SearchItem {
  if (!areCertain) return (item) => item;
  const language = displayLanguage();
  const names = ids.map((id) => localize(catalog.provider(id)?.name, language) || id);
  const fileProviders = names.join(language === "zh-CN" ? "、" : ", ");
  return (item) => (item.origin || ids.includes(item.provider) ? item : { ...item, fileProviders });
}

async function filterValuesOf(
  context: FeatureContext,
  params: FilterValuesParams,
): Promise<FilterValuesResult> {
  const { catalog } = await projectOfRequest(context, params);
  const { ids } = await documentProviders(context, params);
  const language = context.displayLanguage();
  const { start, values } = filterValues(params.query, catalog, ids, language);
  return { start, values: values.slice(0, maximumValues) };
}

function find(
  { query, limit, recent = [] }: LimitedSearch,
  project: Project,
  { ids }: DocumentProviders,
): ExplainedHit[] {
  const { catalog } = project;
  if (query.trim() !== "") return preferredHits(project, query, limit, ids);
  const entries = new Set(
    limited(recent).flatMap((key) => catalog.find(key.provider, key.service, key.code) ?? []),
  );
  const others = preferredHits(project, "", limit, ids).filter(({ entry }) => !entries.has(entry));
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
