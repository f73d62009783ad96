import type { ColumnMapping } from "./imported.ts";

/** The text of a cell with its line breaks, and its range in the document (UTF-16 offsets, end exclusive). */
export interface Cell {
  text: string;
  start: number;
  end: number;
}

/** Returns a cell without a text, at an offset. */
export function emptyCell(start: number): Cell {
  return { text: "", start, end: start };
}

/** One row of a table. A line without cells between the rows has a `heading`, which names the rows that follow. */
export interface TableRow {
  cells: Cell[];
  start: number;
  heading?: string;
}

/** A table as it is in the document, whatever it contains. Merged cells are repeated, so that columns align. */
export interface Table {
  /** The offset of its start in the document, in UTF-16 units. */
  start: number;
  section: string;
  /** The headings above `section`, outermost first. */
  path: string[];
  header: string[];
  rows: TableRow[];
  /** Whether the document has no table here, but errors that are described one after the other. */
  isImplied?: boolean;
  /** Whether the name of the document, which is nothing but data, says that it lists errors. */
  isNamed?: boolean;
  /** Whether it is all that the document consists of. */
  isWhole?: boolean;
  /** What the columns are, where the format itself says so. */
  mapping?: ColumnMapping;
  /** Whether it may list something else than errors, although it says what its columns are. */
  isDoubtful?: boolean;
  /** The columns of which nobody need be told that they are not read. */
  unspoken?: readonly number[];
}
