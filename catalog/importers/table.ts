/** The text of a cell with its line breaks, and its range in the document (UTF-16 offsets, end exclusive). */
export interface Cell {
  text: string;
  start: number;
  end: number;
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
}
