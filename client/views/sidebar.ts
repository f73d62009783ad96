import type { ExtensionContext } from "vscode";
import type { Server } from "../language-server/server.ts";
import { registerCatalogView } from "./catalog-view.ts";
import { registerWorkspaceView } from "./workspace-view.ts";

/** Registers the views of the sidebar: the catalog, and the codes that the workspace uses. */
export function registerSidebar(context: ExtensionContext, server: Server): void {
  registerCatalogView(context, server);
  registerWorkspaceView(context, server);
}
