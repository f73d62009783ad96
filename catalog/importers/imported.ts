/** Columns by their zero-based number; what is absent is in no column. */
export interface ColumnMapping {
  code: number;
  httpStatus?: number;
  message?: number;
  description?: number;
  cause?: number;
  fix?: number;
}

/** What a column can hold. */
export type Role = keyof ColumnMapping;

/** A stretch of one line: zero-based line, UTF-16 columns, the end exclusive. */
export interface Span {
  line: number;
  start: number;
  end: number;
}

/** One row of an error table: one code, with what stands beside it. */
export interface ImportedRow {
  /** Verbatim, Markdown's escapes taken away. */
  code: string;
  httpStatus: number[];
  /** What the API answers, verbatim, with its placeholders. */
  message?: string;
  /** What the document says of the code. */
  description?: string;
  cause?: string;
  fix?: string;
  /** The nearest heading, or the bare line that stands for one; "" if there is none. */
  section: string;
  /** The number of the table in the document, from zero. */
  table: number;
  /** The zero-based line on which the row starts. */
  line: number;
  /** Where the code stands in the document. */
  span: Span;
}

/** A table or a row that was passed over, and why. */
export interface Skipped {
  kind: "table" | "row";
  table: number;
  line: number;
  section: string;
  reason: string;
}

/** A choice that the document doesn't settle; each of `mappings` would settle it, the first being ours. */
export interface Doubt {
  table: number;
  line: number;
  section: string;
  reason: string;
  /** Whether the rows were imported, by the first of `mappings`. */
  imported: boolean;
  mappings: ColumnMapping[];
}

/** What was read of one document. */
export interface ImportResult {
  rows: ImportedRow[];
  skipped: Skipped[];
  doubts: Doubt[];
}

/** What the user knows better than the importer. */
export interface ImportOptions {
  /** The columns of every table that holds error codes. */
  columns?: ColumnMapping;
  /** The columns of single tables by number: such a table is always read, or never. */
  tables?: Readonly<Record<number, ColumnMapping | "skip">>;
}
