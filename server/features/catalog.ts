import { toMarkdown } from "../../catalog/rendering/hover.ts";
import {
  type CatalogResult,
  type CodesParams,
  type CodesResult,
  catalogRequest,
  codesRequest,
  type EntryMarkdownParams,
  type EntryMarkdownResult,
  entryMarkdownRequest,
  type ProjectResult,
  projectRequest,
  type RequestOrigin,
} from "../protocol/index.ts";
import { codeGroupsOf, providersOf } from "./catalog-tree.ts";
import { findEntry } from "./entries.ts";
import type { Feature } from "./feature.ts";
import { projectName, projectOfRequest } from "./project-of-request.ts";

/** Serves the catalog to the sidebar: its providers and codes, whose catalog it is, and hovers on single entries. */
export const catalog: Feature = {
  capabilities: {},

  register(context) {
    const { connection } = context;
    connection.onRequest(catalogRequest, async (origin: RequestOrigin): Promise<CatalogResult> => {
      const { catalog } = await projectOfRequest(context, origin);
      return providersOf(catalog, context.displayLanguage());
    });
    connection.onRequest(projectRequest, async (origin: RequestOrigin): Promise<ProjectResult> => {
      const project = await projectOfRequest(context, origin);
      const folder = projectName(context, project, origin);
      return { id: project.uri ?? "", ...(folder === undefined ? {} : { folder }) };
    });
    connection.onRequest(codesRequest, async (params: CodesParams): Promise<CodesResult> => {
      const { catalog } = await projectOfRequest(context, params);
      return codeGroupsOf(catalog, params, context.displayLanguage());
    });
    connection.onRequest(
      entryMarkdownRequest,
      async (params: EntryMarkdownParams): Promise<EntryMarkdownResult> => {
        const found = await findEntry(context, params);
        return found
          ? toMarkdown([found.entry], found.catalog, { displayLanguage: context.displayLanguage() })
          : null;
      },
    );
  },
};
