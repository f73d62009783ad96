import { toMarkdown } from "../../catalog/markdown.ts";
import { codesOf, providersOf } from "../catalog-tree.ts";
import type { Context, Feature } from "../feature.ts";
import {
  type CatalogResult,
  type CodesParams,
  type CodesResult,
  catalogRequest,
  codesRequest,
  type EntryKey,
  type HoverResult,
  hoverRequest,
} from "../protocol.ts";

/** The catalog itself, for the sidebar. */
export const catalog: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    connection.onRequest(
      catalogRequest,
      async (): Promise<CatalogResult> => providersOf((await context.main()).catalog, context.reading()),
    );
    connection.onRequest(codesRequest, async (params: CodesParams): Promise<CodesResult> => {
      const { catalog } = await context.main();
      return codesOf(catalog, params, context.reading());
    });
    connection.onRequest(hoverRequest, (key: EntryKey) => hoverOf(context, key));
  },
};

async function hoverOf({ main, reading }: Context, key: EntryKey): Promise<HoverResult> {
  const { catalog } = await main();
  const entry = catalog.find(key.provider, key.service, key.code);
  return entry ? toMarkdown([entry], catalog, { reading: reading() }) : null;
}
