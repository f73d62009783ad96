import type { ExtensionContext } from "vscode";
import { start, stop } from "./main.ts";

/** Activates the extension in a Node.js extension host. */
export function activate(context: ExtensionContext): void {
  start(context, async (output) => {
    const { createClient } = await import("./language-server/language-client.node.ts");
    return createClient(context, output);
  });
}

export const deactivate = stop;
