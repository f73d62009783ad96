import { Range, Uri, WorkspaceEdit, workspace } from "vscode";
import type { LiteralChange } from "../../server/protocol/index.ts";
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
  const { start, end } = change.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  if (document?.getText(range) !== change.text || !canInsert(document, range, change.code)) return;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, change.code);
  await workspace.applyEdit(edit);
}

function isLiteralChange(value: unknown): value is LiteralChange {
  const { uri, range, text, code } = (value ?? {}) as Partial<LiteralChange>;
  const positions = [range?.start?.line, range?.start?.character, range?.end?.line, range?.end?.character];
  return (
    typeof uri === "string" &&
    typeof text === "string" &&
    typeof code === "string" &&
    positions.every((one) => Number.isInteger(one) && Number(one) >= 0)
  );
}
