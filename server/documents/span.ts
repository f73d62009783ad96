import type { Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";

/** A part of a text from `start` to `end`, which is exclusive; both are offsets in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** The parts of a text that must be analyzed, as spans of the whole text. */
export interface ExcerptSpans {
  /** The outermost statements that may contain a code, or that assign the variables used by such statements. */
  statements: readonly Span[];
  /** The candidate spans in these statements: at most one for each statement, in text order. */
  candidates: readonly Span[];
}

/** Converts a span of a document to an LSP range. */
export function rangeOf({ textDocument }: { textDocument: TextDocument }, { start, end }: Span): Range {
  return { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
}
