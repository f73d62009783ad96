import type { ExtensionContext, LogOutputChannel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerCommands } from "./commands.ts";
import { registerDetails } from "./details.ts";
import { registerExplain } from "./explain.ts";
import { registerGettingStarted } from "./getting-started.ts";
import { registerLinks } from "./links.ts";
import { registerLookup } from "./lookup.ts";
import { makeOutput } from "./output.ts";
import { registerPin } from "./pin.ts";
import { registerRunning } from "./running.ts";
import { Server } from "./server.ts";
import { registerSidebar } from "./sidebar.ts";
import { registerStatus } from "./status.ts";

/** How a platform loads and makes its client. */
export type LoadClient = (output: LogOutputChannel) => Promise<BaseLanguageClient>;

let server: Server | undefined;

/** The extension, as a table of contents. It does not wait for the server: what needs it does. */
export function start(context: ExtensionContext, loadClient: LoadClient): void {
  const output = makeOutput(context);
  server = new Server(output, () => loadClient(output));
  context.subscriptions.push(server);
  registerDetails(context, server);
  registerExplain(context, server);
  registerLinks(context, server);
  registerCommands(context, server);
  registerLookup(context, server);
  registerSidebar(context, server);
  registerStatus(context, server);
  registerPin(context, server);
  registerGettingStarted(context, server);
  registerRunning(context, server);
}

/** Stops the server with the extension. */
export async function stop(): Promise<void> {
  await server?.stop();
  server = undefined;
}
