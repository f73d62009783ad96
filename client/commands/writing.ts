import { Position, Range, type TextDocument } from "vscode";
import { fitsInSource } from "../../catalog/text/source-text.ts";

/** Returns whether a code can be written at a range of a document, so that it becomes nothing else there. */
export function canInsert(document: TextDocument, { start, end }: Range, code: string): boolean {
  const before = new Range(new Position(start.line, Math.max(0, start.character - 2)), start);
  const after = new Range(end, end.translate(0, 1));
  return fitsInSource(code, {
    before: document.getText(before),
    after: document.getText(after),
    // A value without quotes may stand wherever the user points at.
    isBareValue: true,
  });
}
