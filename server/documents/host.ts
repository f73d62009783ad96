import type { CatalogData } from "../../catalog/model/entry.ts";

/** What the platform gives to the server: the files that stand beside its bundle, and those of the user. */
export interface Host {
  /** The version of the tool. */
  readonly version: string;
  /** The built-in catalog. */
  readCatalog(): Promise<CatalogData>;
  /** The bytes of a grammar, or of the tree-sitter runtime, by file name. */
  readWasm(file: string): Promise<Uint8Array>;
  /** The text of a user's file without its byte order mark; undefined where there is none that can be read. */
  readText(uri: string): Promise<string | undefined>;
  /** Which of some names files in a folder have, in the order of the names. */
  present(folder: string, names: readonly string[]): Promise<string[]>;
  /** The addresses of the files that a path or glob stands for, from a folder, in order. */
  find(folder: string, glob: string): Promise<string[]>;
  /** The texts of the files below a folder: not those that git ignores, that are binary, minified or huge. */
  textsBelow(folder: string): AsyncIterable<{ uri: string; text: string }>;
  /** The text of one of these files; undefined where it is none of them. */
  textBelow(folder: string, uri: string): Promise<string | undefined>;
}
