import type { CompiledCatalog } from "../../catalog/model/compiled/compiled-catalog.ts";
import type { PackageFiles } from "./package-files.ts";

/** The binding of tree-sitter, as a module. */
export type TreeSitter = typeof import("web-tree-sitter");

/** Which files below a folder are read. */
export interface FileSelection {
  /** Whether git may be run to learn what it ignores; if not, the files named .gitignore are read. */
  usesGit: boolean;
  /** Returns whether a folder is passed over because it holds the code of others. */
  isVendored(folder: string): Promise<boolean>;
}

/** Why a file cannot be read: it is a folder, a pipe or a device (`special`), a link in a circle, too large … */
export type ReadFailure = "missing" | "denied" | "special" | "circular" | "large" | "failed";

/** The files that a pattern matches; if a limit stopped the search, there may be more. */
export interface MatchingFiles {
  files: string[];
  /** The limit: of the folders or the entries that are read, or of the time in seconds. */
  stoppedBy?: { limit: "folders" | "entries" | "seconds"; count: number };
}

/** The services of the platform for the server: the files beside its bundle, and the files of the user. */
export interface Host {
  /** The version of this tool. */
  readonly version: string;
  /** The locale of the system, for clients that tell none; undefined if it is not known. */
  readonly locale?: string | undefined;
  /** The packages that are installed on this machine. */
  readonly packages: PackageFiles;
  /** Opens the built-in catalog. */
  readCatalog(): Promise<CompiledCatalog>;
  /** Is called with the name of a file beside the bundle that is damaged or missing, once for each; can be set. */
  onDamaged: (file: string) => void;
  /** Reports such a file. */
  reportDamaged(file: string): void;
  /** Is called with a sentence where git does not list the files of a repository, which are found without it; can be set. */
  onGitFailed: (sentence: string) => void;
  /** Reads a file of the parser by its name: a grammar or the tree-sitter runtime, in WebAssembly, or a compiled query. */
  readParserFile(file: string): Promise<Uint8Array>;
  /**
   * Compiles a WebAssembly module; throws if it is damaged. Only if `isOptimized` is set, the engine spends time and
   * memory on making it faster while it runs.
   */
  compileWasm(bytes: Uint8Array, isOptimized: boolean): object;
  /** Evaluates the binding of tree-sitter anew: each evaluation can start one runtime. */
  loadTreeSitter(): Promise<TreeSitter>;
  /** Reads a file of the user: its text without a byte order mark, and its bytes where the host has them. */
  read(uri: string): Promise<{ text: string; bytes?: Uint8Array } | { failure: ReadFailure }>;
  /** Reads a file as `read` does; undefined if it does not exist or cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** Returns the URI of a file or folder without symbolic links; the URI itself where nothing exists. */
  realUri(uri: string): Promise<string>;
  /**
   * Keeps the text of a page as a file that nobody writes, and returns its URI; undefined if it cannot be kept. `path`
   * are the names of its folders and of itself.
   */
  keepPage?(path: readonly string[], text: string): Promise<string | undefined>;
  /** Returns those of `names` that a folder contains, in the order of `names`. */
  existingNames(folder: string, names: readonly string[]): Promise<string[]>;
  /** Finds the URIs of the files that a path or glob, relative to a folder, matches, in order. */
  filesMatching(folder: string, glob: string): Promise<MatchingFiles>;
  /**
   * Reads the files of known languages below a folder: none that git ignores, none that is binary, minified or huge.
   */
  readTextsBelow(folder: string, selection: FileSelection): AsyncIterable<{ uri: string; text: string }>;
  /** Reads one of the files that `readTextsBelow` yields; undefined if it is not one of them. Never runs git. */
  readTextBelow(folder: string, uri: string, selection: FileSelection): Promise<string | undefined>;
}
