import { toMarkdown } from "../../catalog/rendering/markdown.ts";
import {
  type Asking,
  type CatalogResult,
  type CodesParams,
  type CodesResult,
  catalogRequest,
  codesRequest,
  type GoverningResult,
  governingRequest,
  type HoverParams,
  type HoverResult,
  hoverRequest,
} from "../protocol/index.ts";
import { codesOf, providersOf } from "./catalog-tree.ts";
import { findEntry } from "./entries.ts";
import type { Feature } from "./feature.ts";
import { domainAround, partOf } from "./project-of-request.ts";

/** The catalog itself, for the sidebar. */
export const catalog: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    connection.onRequest(catalogRequest, async (asking: Asking): Promise<CatalogResult> => {
      const { catalog } = await domainAround(context, asking);
      return providersOf(catalog, context.reading());
    });
    connection.onRequest(governingRequest, async (asking: Asking): Promise<GoverningResult> => {
      const domain = await domainAround(context, asking);
      const folder = partOf(context, domain, asking);
      return { id: domain.uri ?? "", ...(folder === undefined ? {} : { folder }) };
    });
    connection.onRequest(codesRequest, async (params: CodesParams): Promise<CodesResult> => {
      const { catalog } = await domainAround(context, params);
      return codesOf(catalog, params, context.reading());
    });
    connection.onRequest(hoverRequest, async (params: HoverParams): Promise<HoverResult> => {
      const found = await findEntry(context, params);
      return found ? toMarkdown([found.entry], found.catalog, { reading: context.reading() }) : null;
    });
  },
};
