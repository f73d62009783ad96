import type { Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";

/** A part of a text, from `start` up to but not including `end`, as offsets in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** The parts of a text that have to be read, all as spans of the whole text. */
export interface ExcerptSpans {
  /** Outermost statements in which a code can stand, or that say what their variables hold. */
  statements: readonly Span[];
  /** Where codes can stand in them: at most one span for each statement, in the order of the text. */
  candidates: readonly Span[];
}

/** Converts a span of a document to a range of positions. */
export function rangeOf({ textDocument }: { textDocument: TextDocument }, { start, end }: Span): Range {
  return { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
}
