import { Uri, WorkspaceEdit, workspace } from "vscode";
import type { LiteralChange } from "../../server/protocol/index.ts";
import { isRange, toRange } from "../language-server/ranges.ts";
import { canInsert } from "./writing.ts";

/**
 * Changes a literal to a code, from a link in a hover. Nothing happens if the argument is not well-formed, since links
 * can come from anyone, or if the text at the range is no longer the one for which the link was offered.
 */
export async function changeLiteral(change: unknown): Promise<void> {
  if (!isLiteralChange(change)) return;
  const document = workspace.textDocuments.find(
    ({ uri }) => uri.toString() === Uri.parse(change.uri).toString(),
  );
  const range = toRange(change.range);
  if (document?.getText(range) !== change.text || !canInsert(document, range, change.code)) return;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, change.code);
  await workspace.applyEdit(edit);
}

function isLiteralChange(value: unknown): value is LiteralChange {
  const { uri, range, text, code } = (value ?? {}) as Partial<LiteralChange>;
  return [uri, text, code].every((one) => typeof one === "string") && isRange(range);
}
