import type { ExtensionContext, LogOutputChannel } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientOptions } from "./language-client.ts";

/** Creates the client for Node.js, with the server in its own process. Bundled separately, loaded after activation. */
export function createClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath("dist/server.js");
  // Where the server keeps what has been compiled of it.
  const args = [`--storage=${context.globalStorageUri.fsPath}`];
  const server = { module, args, transport: TransportKind.ipc };
  return new LanguageClient("errorCodes", "Error Code IntelliSense", server, clientOptions(context, output));
}
