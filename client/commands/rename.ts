import { commands, type ExtensionContext, Selection, type TextEditor, Uri, window, workspace } from "vscode";
import type { NewName } from "../../server/protocol/index.ts";
import { isRange, toRange } from "../language-server/ranges.ts";

/** Registers the command of code actions that introduce a name, which the user may want to change at once. */
export function registerRename({ subscriptions }: ExtensionContext): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.rename", async (name: unknown) => {
      if (isNewName(name)) await rename(name);
    }),
  );
}

/** Starts renaming; where no extension renames names in the language, all places of the new name are selected. */
async function rename({ uri, ranges: all }: NewName): Promise<void> {
  const editor = await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri, true)));
  const [declaration, ...uses] = all.map(toRange);
  if (!declaration) return;
  editor.selection = new Selection(declaration.start, declaration.end);
  editor.revealRange(declaration);
  if (await canRename(editor)) await commands.executeCommand("editor.action.rename");
  else editor.selections = [declaration, ...uses].map(({ start, end }) => new Selection(start, end));
}

async function canRename({ document, selection }: TextEditor): Promise<boolean> {
  const found = commands.executeCommand("vscode.prepareRename", document.uri, selection.start);
  return found.then(Boolean, () => false);
}

/** Whether the argument of the command, which can come from anyone, is a name in a document. */
function isNewName(value: unknown): value is NewName {
  const { uri, ranges } = (value ?? {}) as Partial<NewName>;
  return typeof uri === "string" && Array.isArray(ranges) && ranges.every(isRange);
}
