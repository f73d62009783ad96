import type { TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { rangeOf, type Span } from "../documents/span.ts";
import type { EditedFile } from "./edit.ts";
import { textEdits } from "./workspace-edit.ts";

/** A file as it is behind its edits: where each of them stands then, in text order, and what takes them back. */
export interface EditedText {
  document: TextDocument;
  /** What the edits wrote, in UTF-16 offsets. */
  written: readonly Span[];
  /** The edits that restore the text as it was. */
  reversal: TextEdit[];
}

/** Returns a file as it is behind its edits. */
export function afterEdits(file: EditedFile): EditedText {
  const { document } = file;
  const edits = textEdits(file);
  const after = TextDocument.create(document.uri, "", 0, TextDocument.applyEdits(document, edits));
  let moved = 0;
  const changes = edits.map(({ range, newText }) => {
    const start = document.offsetAt(range.start) + moved;
    const before = document.getText(range);
    moved += newText.length - before.length;
    return { span: { start, end: start + newText.length }, before };
  });
  return {
    document: after,
    written: changes.map(({ span }) => span),
    reversal: changes.map(({ span, before }) => ({
      range: rangeOf({ textDocument: after }, span),
      newText: before,
    })),
  };
}

/** Returns where a text stands as a word of its own in what the edits of a file wrote, once at most in each. */
export function wordsIn({ document, written }: EditedText, text: string): Span[] {
  const isPart = (character: string) => /[\w$]/.test(character);
  return written.flatMap(({ start, end }) => {
    const all = document.getText().slice(start, end);
    for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1))
      if (!isPart(all.charAt(at - 1)) && !isPart(all.charAt(at + text.length)))
        return [{ start: start + at, end: start + at + text.length }];
    return [];
  });
}
