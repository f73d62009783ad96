import type { Slices } from "../../model/slices.ts";
import type { LocalizedText } from "../../text/localized-text.ts";
import type { Table } from "../table.ts";

/** What stands in a document: its tables, in text order, and what cannot be read. */
export interface DocumentTables {
  tables: Table[];
  problems: DocumentProblem[];
  /** What offsets count in, if the document is no text. */
  text?: string;
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
  /** Whether its files are nothing but data, without words around that say what it is. */
  isData?: boolean;
  /** Whether its files are no text. */
  isBinary?: boolean;
  /** Whether a text is of this format, where its name does not say; formats without it are told by their name alone. */
  matches?: (text: string) => boolean;
  /** Reads a text. */
  read(text: string): Slices<DocumentTables>;
  /** Reads a document with a library that answers later, instead of `read`. */
  load?: (source: DocumentSource) => Promise<DocumentTables>;
}

/** A document as it is stored. */
export interface DocumentSource {
  text: string;
  bytes: Uint8Array;
}
