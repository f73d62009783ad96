import type { ExtensionContext, LogOutputChannel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerAddCodes } from "./commands/add-codes.ts";
import { registerAgentTools } from "./commands/agent-tools.ts";
import { registerChangeAll } from "./commands/change-all.ts";
import { registerCheckWorkspace } from "./commands/check-workspace.ts";
import { registerCodeCommands } from "./commands/code-commands.ts";
import { registerExplain } from "./commands/explain.ts";
import { registerFixAll } from "./commands/fix-all.ts";
import { registerGettingStarted } from "./commands/getting-started.ts";
import { registerImportCatalog } from "./commands/import-catalog.ts";
import { registerLinks } from "./commands/links.ts";
import { registerOwnCodes } from "./commands/own-codes.ts";
import { registerPin } from "./commands/pin.ts";
import { registerRename } from "./commands/rename.ts";
import { registerStatus } from "./commands/status.ts";
import { registerWhy } from "./commands/why.ts";
import { registerWritten } from "./commands/written.ts";
import { registerLifecycle } from "./language-server/lifecycle.ts";
import { createOutput } from "./language-server/output.ts";
import { Server } from "./language-server/server.ts";
import { registerLookup } from "./lookup/lookup.ts";
import { registerDetails } from "./pages/details.ts";
import { registerSidebar } from "./views/sidebar.ts";

/** Loads the module of the platform's language client and creates the client. */
export type LoadClient = (output: LogOutputChannel) => Promise<BaseLanguageClient>;

let server: Server | undefined;

/** Registers all features of the extension. Does not wait for the server; the features that need it do. */
export function start(context: ExtensionContext, loadClient: LoadClient): void {
  const output = createOutput(context);
  server = new Server(output, () => loadClient(output));
  context.subscriptions.push(server);
  registerDetails(context, server);
  registerExplain(context, server);
  registerLinks(context, server);
  registerCodeCommands(context, server);
  registerChangeAll(context, server);
  registerLookup(context, server);
  registerSidebar(context, server);
  registerStatus(context, server);
  registerWhy(context, server);
  registerAddCodes(context, server);
  registerPin(context, server);
  registerOwnCodes(context);
  registerWritten(context);
  registerCheckWorkspace(context, server);
  registerFixAll(context, server);
  registerRename(context);
  registerImportCatalog(context, server);
  registerGettingStarted(context, server);
  registerAgentTools(context, server);
  registerLifecycle(context, server);
}

/** Stops the server when the extension is deactivated. */
export async function stop(): Promise<void> {
  await server?.stop();
  server = undefined;
}
