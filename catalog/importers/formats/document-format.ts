import type { Slices } from "../../model/slices.ts";
import type { LocalizedText } from "../../text/localized-text.ts";
import type { Table } from "../table.ts";

/** What stands in a document: its tables, in text order, and what cannot be read. */
interface DocumentTables {
  tables: Table[];
  problems: DocumentProblem[];
}

/** A part of a document that cannot be read, from an offset in UTF-16 units. */
export interface DocumentProblem {
  start: number;
  reason: LocalizedText;
}

/** A format of documents that list error codes. Whatever it looks like, what it states becomes tables. */
export interface DocumentFormat {
  /** As its users call it. */
  name: string;
  /** Endings of the names of its files, with their dot, in lower case. */
  extensions: readonly string[];
  /** Whether a text is of this format, where its name does not say; formats without it are told by their name alone. */
  matches?: (text: string) => boolean;
  read(text: string): Slices<DocumentTables>;
}
