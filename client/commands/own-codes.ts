import {
  commands,
  type ExtensionContext,
  type Location,
  Position,
  Range,
  Selection,
  Uri,
  window,
  workspace,
} from "vscode";
import type { NewEntry } from "../../server/protocol/index.ts";

/** Registers the commands of lenses and actions on the user's own codes. */
export function registerOwnCodes({ subscriptions }: ExtensionContext): void {
  subscriptions.push(
    commands.registerCommand("errorCodes.showUses", async (uri: unknown, at: unknown) => {
      const position = positionOf(at);
      if (typeof uri === "string" && position) await showUses(Uri.parse(uri), position);
    }),
    commands.registerCommand("errorCodes.showEntry", async (entry: unknown) => {
      if (isNewEntry(entry)) await showEntry(entry);
    }),
  );
}

/** Shows the uses of the code at a position, without its own row. */
async function showUses(uri: Uri, position: Position): Promise<void> {
  const found = await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", uri, position);
  const uses = found.filter((one) => one.uri.toString() !== uri.toString());
  await commands.executeCommand("editor.action.showReferences", uri, position, uses);
}

/** Saves what an action wrote, and selects the text of the new entry that is to be written next. */
async function showEntry({ save, uri, range: { start, end } }: NewEntry): Promise<void> {
  for (const one of save) await (await workspace.openTextDocument(Uri.parse(one))).save();
  const editor = await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)));
  const range = new Range(start.line, start.character, end.line, end.character);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}

function positionOf(value: unknown): Position | undefined {
  const { line, character } = (value ?? {}) as Partial<Position>;
  const isValid = [line, character].every((one) => Number.isInteger(one) && Number(one) >= 0);
  return isValid ? new Position(Number(line), Number(character)) : undefined;
}

/** Whether the argument of the command, which can come from anyone, is a place in a document. */
function isNewEntry(value: unknown): value is NewEntry {
  const { save, uri, range } = (value ?? {}) as Partial<NewEntry>;
  const areUris = Array.isArray(save) && save.every((one) => typeof one === "string");
  return areUris && typeof uri === "string" && Boolean(positionOf(range?.start) && positionOf(range?.end));
}
