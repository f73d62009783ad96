import type { ExtensionContext } from "vscode";
import { createClient } from "./language-server/language-client.browser.ts";
import { start, stop } from "./main.ts";

/** Activates the extension in the extension host of a browser. */
export function activate(context: ExtensionContext): void {
  start(context, (output) => createClient(context, output));
}

export const deactivate = stop;
