import type { Slices } from "../model/slices.ts";
import type { UserCatalog } from "../model/user-catalog.ts";
import type { CheckedFile, Problem } from "../schema/checked-file.ts";
import type { DocumentTables } from "./formats/document-format.ts";
import type { WrittenColumns } from "./imported.ts";

/** A user's catalog file. */
interface CatalogFile {
  text: string;
  path: string;
  uri: string;
  /** What `loadDocument` returned for it. */
  loaded?: DocumentTables | undefined;
}

/** What a user's configuration states about one of their catalog files. */
export interface CatalogNaming {
  /** The provider, if the file does not name one. */
  provider?: string;
  service?: string;
  /** The name, packages and hosts of the provider, as a catalog file would state them. */
  name?: string;
  imports?: readonly string[];
  hosts?: readonly string[];
  /** The columns of documents. */
  columns?: WrittenColumns;
  /** Whether the file lists every valid code of its provider. */
  complete?: boolean;
}

/**
 * What a file adds to the catalog, undefined if nothing can be read, and the problems in the file; also `problem`, which
 * creates others, if its entries are those of a list `entries` in it.
 */
export interface CatalogReading {
  value: UserCatalog | undefined;
  problems: Problem[];
  problem?: CheckedFile<unknown>["problem"];
}

/** Reads one format of catalog files. */
export interface Importer {
  /** The name of the format. */
  name: string;
  /** Reads a file, in slices if it can be long. */
  read(file: CatalogFile, naming: CatalogNaming): Slices<CatalogReading>;
}
