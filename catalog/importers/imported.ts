import type { LocalizedText } from "../text/localized-text.ts";

/** The zero-based column of each role; an absent role has no column. */
export interface ColumnMapping {
  code: number;
  /** The name beside a number. */
  name?: number;
  httpStatus?: number;
  message?: number;
  description?: number;
  cause?: number;
  fix?: number;
}

/** What a column can contain. */
export type Role = keyof ColumnMapping;

/** A mapping as users write it: a column is its number or its header. */
export type WrittenColumns = { code: number | string } & { [R in Role]?: number | string };

/** A span within one line: zero-based line, UTF-16 columns, the end exclusive. */
export interface Span {
  line: number;
  start: number;
  end: number;
}

/** One row of an error table: one code, with the other cells of its row. */
export interface ImportedRow {
  /** Verbatim, without Markdown escapes. */
  code: string;
  /** The name of a code that is a number. */
  name?: string;
  httpStatus: number[];
  /** The message that the API returns, verbatim, with its placeholders. */
  message?: string;
  /** The document's description of the code. */
  description?: string;
  cause?: string;
  fix?: string;
  /** The nearest heading, or the bare line that serves as one; "" if there is none. */
  section: string;
  /** The zero-based index of the table in the document. */
  table: number;
  /** The zero-based line on which the row starts. */
  line: number;
  /** The span of the code in the document. */
  span: Span;
  /** A number in the column of HTTP statuses that is none, and the offsets of its cell in UTF-16 units. */
  wrongStatus?: { text: string; start: number; end: number };
}

/** A table, a row or another part that was skipped, and why. */
export interface Skipped {
  kind: "table" | "row" | "part";
  table: number;
  line: number;
  section: string;
  reason: string;
  /** The reason of a part in the languages of users. */
  localized?: LocalizedText;
}

/** An ambiguity that the document doesn't resolve; each of `mappings` resolves it, the first being the importer's choice. */
export interface Doubt {
  table: number;
  line: number;
  section: string;
  reason: string;
  /** Whether the rows were imported, with the first of `mappings`. */
  imported: boolean;
  mappings: ColumnMapping[];
}

/** The columns of a table that nothing was read from, by their headers or, without one, their numbers. */
interface UnusedColumns {
  table: number;
  line: number;
  section: string;
  columns: string[];
}

/** The result of importing one document. */
export interface ImportResult {
  rows: ImportedRow[];
  skipped: Skipped[];
  doubts: Doubt[];
  unused: UnusedColumns[];
}

/** Decisions of the user, which override those of the importer. */
export interface ImportOptions {
  /** The name of the document: that of a file of data says what it lists. */
  name?: string;
  /** The columns of every table that contains error codes. */
  columns?: WrittenColumns;
  /** The columns of individual tables by zero-based index: such a table is always read, or never (`skip`). */
  tables?: Readonly<Record<number, WrittenColumns | "skip">>;
}
