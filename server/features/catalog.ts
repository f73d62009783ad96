import type { Catalog } from "../../catalog/catalog.ts";
import type { Entry } from "../../catalog/entry.ts";
import { toMarkdown } from "../../catalog/markdown.ts";
import { type Reading, say } from "../../catalog/text.ts";
import type { Context, Feature } from "../feature.ts";
import {
  type CatalogResult,
  type CodeItem,
  catalogRequest,
  type DetailsParams,
  type DetailsResult,
  detailsRequest,
  hoverRequest,
  type SearchParams,
  type SearchResult,
  searchRequest,
} from "../protocol.ts";

/** The catalog itself, for the sidebar, the lookup and the details pages. */
export const catalog: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    connection.onRequest(
      catalogRequest,
      async (): Promise<CatalogResult> => tree((await context.main()).catalog, context.reading()),
    );
    connection.onRequest(searchRequest, async ({ query, limit }: SearchParams): Promise<SearchResult> => {
      const { catalog, search } = await context.main();
      const reading = context.reading();
      return search
        .find(query, limit)
        .map(({ entry, ranges }) => ({ ...toItem(entry, catalog, reading), ranges }));
    });
    connection.onRequest(hoverRequest, (key: DetailsParams) => page(context, key, false));
    connection.onRequest(detailsRequest, (key: DetailsParams) => page(context, key, true));
  },
};

async function page({ main, reading }: Context, key: DetailsParams, long: boolean): Promise<DetailsResult> {
  const { catalog } = await main();
  const entry = catalog.find(key.provider, key.service, key.code);
  return entry ? toMarkdown([entry], catalog, { reading: reading(), long }) : null;
}

function tree(catalog: Catalog, reading: Reading): CatalogResult {
  return catalog.providers.map(({ id, name }) => ({
    id,
    name: say(name, reading) || id,
    services: catalog.services
      .filter(({ provider }) => provider === id)
      .toSorted((a, b) => Number(b.service === "common") - Number(a.service === "common"))
      .map(({ service, name }) => ({
        id: service,
        name: say(name, reading) || service,
        codes: catalog.entries
          .filter((entry) => entry.provider === id && entry.service === service)
          .map((entry) => toItem(entry, catalog, reading)),
      })),
  }));
}

function toItem(entry: Entry, catalog: Catalog, reading: Reading): CodeItem {
  const { provider, service, code, summary, httpStatus, messages } = entry;
  const kind = catalog.kind(entry);
  return {
    provider,
    service,
    code,
    summary: say(summary, reading),
    meanings: summary,
    httpStatus,
    messages,
    ...(kind ? { kind } : {}),
    providerName: say(catalog.provider(provider)?.name, reading) || provider,
    serviceName: say(catalog.service(provider, service)?.name, reading) || service,
  };
}
