import assert from "node:assert/strict";
import {
  commands,
  type Hover,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";

/** How long an answer may take, in milliseconds: on a busy machine, the first one of a language takes long. */
const patience = 60_000;

/** Polls until there is an answer, up to a limit: editors answer once their extensions are ready. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  let asked = 0;
  for (const until = Date.now() + patience; Date.now() < until; asked++) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited too long for ${what}, and asked ${asked} times.`);
}

/** Shows a new document. A `|` in the text marks the cursor and is removed. */
export async function show(language: string, marked: string): Promise<TextEditor> {
  const offset = marked.indexOf("|");
  const content = marked.replace("|", "");
  const document = await workspace.openTextDocument({ language, content });
  const editor = await window.showTextDocument(document);
  // On a busy machine, VS Code restores the text of the last document of the same name.
  if (document.getText() !== content) {
    const all = new Range(new Position(0, 0), document.positionAt(document.getText().length));
    await editor.edit((edit) => edit.replace(all, content));
  }
  place(editor, document.positionAt(Math.max(0, offset)));
  return editor;
}

/** Shows a file of the example workspace. */
export async function showExample(path: string): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, "The example workspace is not open.");
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, path)));
}

/** Puts the cursor at a position. */
export function place(editor: TextEditor, at: Position): void {
  editor.selection = new Selection(at, at);
}

/** Returns the position in the middle of the first occurrence of a text in a document. */
export function inside(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `'${text}' is not in ${document.uri}.`);
  return document.positionAt(offset + Math.floor(text.length / 2));
}

/** Returns the hovers on a text of a document. */
export function hoversOn(document: TextDocument, text: string): Thenable<Hover[]> {
  return commands.executeCommand<Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    inside(document, text),
  );
}

/** Returns the Markdown of hovers, one below the other. */
export function textOf(...hovers: readonly Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value)))
    .join("\n");
}

/** Closes all editors without saving. */
export async function closeAll(): Promise<void> {
  const shown = window.visibleTextEditors.filter(({ document }) => document.isUntitled);
  while (window.activeTextEditor?.document.isDirty) {
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
  // The next new document gets the name of this one, and on a busy machine its text as well, as long as it is not closed.
  await eventually("closed documents", () => shown.every(({ document }) => document.isClosed) || undefined);
}
