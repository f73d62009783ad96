import type { CodeAction } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { rangeOf } from "../documents/span.ts";
import type { EditedFile, FileChanges } from "../fixes/edit.ts";
import type { NewEntry } from "../protocol/index.ts";
import type { FeatureContext } from "./feature.ts";

/** Returns the command that shows what changes have written, to be run behind them; none if the client has no such command. */
export async function commandAfter(
  context: FeatureContext,
  { files, select }: FileChanges,
  title: string,
): Promise<Pick<CodeAction, "command">> {
  const [file] = files;
  if (context.entryCommand === undefined || select === undefined || !file) return {};
  const range = rangeAfter(file, select);
  if (!range) return {};
  const unchanged = await Promise.all(files.map((one) => isAsStored(context, one)));
  const save = files.filter((_, index) => unchanged[index]).map(({ document }) => document.uri);
  const entry: NewEntry = { save, uri: file.document.uri, range };
  return { command: { title, command: context.entryCommand, arguments: [entry] } };
}

/** Returns the range that a text of the only edit of a file has behind the edit. */
function rangeAfter({ document, edits }: EditedFile, select: string): NewEntry["range"] | undefined {
  const [edit] = edits;
  const at = edit?.text.lastIndexOf(select) ?? -1;
  if (!edit || at < 0) return undefined;
  const before = document.getText();
  const lineBreaks = edit.text.slice(0, at).split("\n").length - 1;
  const isWindows = before.includes("\r\n");
  const start = edit.start + at + (isWindows ? lineBreaks : 0);
  const text = isWindows ? edit.text.replace(/\n/g, "\r\n") : edit.text;
  const after = before.slice(0, edit.start) + text + before.slice(edit.end);
  const textDocument = TextDocument.create(document.uri, "", 0, after);
  return rangeOf({ textDocument }, { start, end: start + select.length });
}

/** Whether a file has no changes that its user has not saved: saving it saves nothing else. */
async function isAsStored(
  { host }: FeatureContext,
  { document, version, isNew }: EditedFile,
): Promise<boolean> {
  if (isNew || version === null) return true;
  return (await host.readText(document.uri)) === document.getText();
}
