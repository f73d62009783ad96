import { commands, type ExtensionContext, env, window } from "vscode";
import type { EntryKey } from "../server/protocol.ts";

/** Commands on one code, from the tree, the lookup or another extension. */
export function registerCommands({ subscriptions }: ExtensionContext): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.insert", (item?: Partial<EntryKey>) => insert(item?.code)),
    commands.registerCommand("errorCodes.copy", (item?: Partial<EntryKey>) => copy(item?.code)),
  );
}

async function insert(code: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  if (typeof code !== "string" || !editor) return;
  await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, code);
  });
  await window.showTextDocument(editor.document, editor.viewColumn);
}

async function copy(code: unknown): Promise<void> {
  if (typeof code === "string") await env.clipboard.writeText(code);
}
