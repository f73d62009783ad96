import { toMarkdown } from "../../catalog/rendering/markdown.ts";
import {
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
  type RequestOrigin,
} from "../protocol/index.ts";
import { codesOf, providersOf } from "./catalog-tree.ts";
import { findEntry } from "./entries.ts";
import type { Feature } from "./feature.ts";
import { projectName, projectOfRequest } from "./project-of-request.ts";

/** The catalog itself, for the sidebar. */
export const catalog: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    connection.onRequest(catalogRequest, async (asking: RequestOrigin): Promise<CatalogResult> => {
      const { catalog } = await projectOfRequest(context, asking);
      return providersOf(catalog, context.displayLanguage());
    });
    connection.onRequest(governingRequest, async (asking: RequestOrigin): Promise<GoverningResult> => {
      const project = await projectOfRequest(context, asking);
      const folder = projectName(context, project, asking);
      return { id: project.uri ?? "", ...(folder === undefined ? {} : { folder }) };
    });
    connection.onRequest(codesRequest, async (params: CodesParams): Promise<CodesResult> => {
      const { catalog } = await projectOfRequest(context, params);
      return codesOf(catalog, params, context.displayLanguage());
    });
    connection.onRequest(hoverRequest, async (params: HoverParams): Promise<HoverResult> => {
      const found = await findEntry(context, params);
      return found
        ? toMarkdown([found.entry], found.catalog, { displayLanguage: context.displayLanguage() })
        : null;
    });
  },
};
