import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../documents/span.ts";
import type { TextChange } from "../../documents/tracked-document.ts";

/** A text of one line that stands instead of a span of a document, as if it had been typed there. */
export interface Replacement extends Span {
  text: string;
}

/** How far around a replacement literals are read, in UTF-16 units: the other members of its list or switch. */
const reach = 2000;

/** Returns a text after a replacement. */
export function replaced(whole: string, { start, end, text }: Replacement): string {
  return whole.slice(0, start) + text + whole.slice(end);
}

/** Returns the change of a document that a replacement is. */
export function changeOf(document: TextDocument, { start, end, text }: Replacement): TextChange {
  const from = document.positionAt(start);
  return {
    startIndex: start,
    oldEndIndex: end,
    newEndIndex: start + text.length,
    start: from,
    oldEnd: document.positionAt(end),
    newEnd: { line: from.line, character: from.character + text.length },
  };
}

/** Returns the span around a replacement in which literals are read, as offsets in the changed text. */
export function windowAround({ start, text }: Replacement): Span {
  return { start: Math.max(0, start - reach), end: start + text.length + reach };
}
