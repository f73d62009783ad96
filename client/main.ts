import { type ExtensionContext, l10n, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { InitializationOptions } from "../server/protocol.ts";
import { registerCommands } from "./commands.ts";
import { registerDetails } from "./details.ts";
import { registerLookup } from "./lookup.ts";
import { documentSelector } from "./selector.ts";
import { registerSidebar } from "./sidebar.ts";
import { registerStatus } from "./status.ts";

/** How a platform makes its client. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

let client: BaseLanguageClient | undefined;

/** The extension, as a table of contents. */
export async function start(context: ExtensionContext, makeClient: MakeClient): Promise<void> {
  client = makeClient("errorCodes", l10n.t("Error Code IntelliSense"), options());
  registerDetails(context, client);
  registerCommands(context);
  registerLookup(context, client);
  registerSidebar(context, client);
  registerStatus(context, client);
  context.subscriptions.push(
    workspace.onDidGrantWorkspaceTrust(async () => {
      await client?.stop();
      await client?.start();
    }),
  );
  await client.start();
}

/** Stops the server with the extension. */
export async function stop(): Promise<void> {
  await client?.stop();
  client = undefined;
}

function options(): LanguageClientOptions {
  const initializationOptions = (): InitializationOptions => ({
    detailsCommand: "errorCodes.showDetails",
    restricted: !workspace.isTrusted,
    asksUnbidden: true,
  });
  return {
    documentSelector,
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: ["errorCodes.showDetails"] } },
    synchronize: { configurationSection: "errorCodes" },
    outputChannelName: "Error Code IntelliSense",
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
  };
}
