/** A cell's text with its line breaks, and where it stands in the document (UTF-16 offsets). */
export interface Cell {
  text: string;
  start: number;
  end: number;
}

/** One line of a table; `heading` where a line without cells stands between the rows and names what follows. */
export interface TableRow {
  cells: Cell[];
  start: number;
  heading?: string;
}

/** A table as the document has it, whatever it holds: merged cells repeated, so that columns align. */
export interface Table {
  /** Where it starts in the document. */
  start: number;
  section: string;
  /** The headings above `section`, outermost first. */
  path: string[];
  header: string[];
  rows: TableRow[];
}
