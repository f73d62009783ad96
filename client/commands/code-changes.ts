import { type TextDocument, Uri, WorkspaceEdit, workspace } from "vscode";
import { toRange, type WireRange } from "../language-server/ranges.ts";
import { reversalOf } from "./reversal.ts";
import { settle } from "./written.ts";

/** A code that is written in place of a text, which does not go over several lines. */
export interface CodeChange {
  uri: string;
  range: WireRange;
  written: string;
  code: string;
}

/** Returns the changes of each file. */
export function byFile(changes: readonly CodeChange[]): Map<string, CodeChange[]> {
  return Map.groupBy(changes, ({ uri }) => uri);
}

/**
 * Makes changes where the texts are as they were, saves the files that had no others, says what was done, and lets the
 * user take back all of it.
 */
export async function applyChanges(changes: readonly CodeChange[], message: string): Promise<void> {
  const edit = new WorkspaceEdit();
  const files = await Promise.all(
    [...byFile(changes)].map(async ([uri, all]) => {
      const document = await workspace.openTextDocument(Uri.parse(uri, true));
      const current = all.filter((one) => isCurrent(document, one));
      for (const { range, code } of current) edit.replace(document.uri, toRange(range), code);
      return { uri, isNew: false, isDirty: document.isDirty, reversal: reversalOf(current) };
    }),
  );
  if (!(await workspace.applyEdit(edit))) return;
  await settle({ message, files: files.filter(({ reversal }) => reversal.length > 0) });
}

function isCurrent(document: TextDocument, { range, written }: CodeChange): boolean {
  return document.getText(toRange(range)) === written;
}
