import type { CatalogData } from "../catalog/entry.ts";

/** What the platform gives to the server: the files that stand beside its bundle. */
export interface Host {
  /** The version of the tool. */
  readonly version: string;
  /** The built-in catalog. */
  readCatalog(): Promise<CatalogData>;
  /** The bytes of a grammar, or of the tree-sitter runtime, by file name. */
  readWasm(file: string): Promise<Uint8Array>;
}
