import { realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";
import { systemLocale } from "../../catalog/text/system-locale.ts";
import type { FileSelection, Host, MatchingFiles, TreeSitter } from "../documents/host.ts";
import { parseUri } from "../documents/uris.ts";
import { languageByPath } from "../syntax/languages/index.ts";
import { matchingFiles } from "./matching-files.node.ts";
import { packageFiles } from "./package-files.node.ts";
import { openCatalog } from "./storage/catalog-file.node.ts";
import { readCompressed } from "./storage/compressed-file.node.ts";
import { pageFiles } from "./storage/page-files.node.ts";
import { userStorage } from "./storage/user-storage.node.ts";
import { compileWasm } from "./storage/wasm.node.ts";
import { textOf } from "./walk/files.node.ts";
import { namesIn } from "./walk/folder-names.node.ts";
import { GitFiles } from "./walk/git-files.node.ts";
import { readRegularFile, unreadable } from "./walk/regular-file.node.ts";
import { filesBelow, isIncludedBelow } from "./walk/walk.node.ts";

/** Files with more bytes are not catalogs. */
const maximumBytes = 20_000_000;

/**
 * Returns a host for Node.js whose own files are in a folder on disk, in the layout of the build. `list` returns the names
 * in a folder; `storage` is where files of this program can be kept.
 */
export function nodeHost(folder: string, list = namesIn, storage = userStorage()): Host {
  const reported = new Set<string>();
  const version = process.env.ERROR_CODES_VERSION ?? "0";
  return {
    onDamaged: () => {},
    onGitFailed: () => {},
    reportDamaged(file) {
      if (!reported.has(file)) this.onDamaged(file);
      reported.add(file);
    },
    version,
    locale: systemLocale(process.env),
    keepPage: pageFiles(storage, version),
    packages: packageFiles(),
    readCatalog: async () => openCatalog(join(folder, "catalog.bin")),
    readParserFile: (file) => readCompressed(join(folder, "grammars", file)),
    compileWasm,
    loadTreeSitter: async () => loadAnew(join(folder, "grammars", "web-tree-sitter.cjs")),
    read,
    readText,
    realUri,
    existingNames: (folder, names) => existingNames(folder, names, list),
    filesMatching,
    readTextsBelow(folder, selection) {
      return readTextsBelow(folder, selection, (sentence) => this.onGitFailed(sentence));
    },
    readTextBelow,
  };
}

/** Evaluates a CommonJS module, also if it was evaluated before. */
function loadAnew(path: string): TreeSitter {
  const require = createRequire(path);
  delete require.cache[path];
  return require(path);
}

async function read(uri: string): ReturnType<Host["read"]> {
  const path = pathOf(uri);
  if (path === undefined) return { failure: "missing" };
  try {
    const bytes = await readRegularFile(path, maximumBytes);
    return { text: bytes.toString("utf8").replace(/^\uFEFF/, ""), bytes };
  } catch (error) {
    return { failure: unreadable(error, path).failure };
  }
}

async function readText(uri: string): Promise<string | undefined> {
  const result = await read(uri);
  return "text" in result ? result.text : undefined;
}

/** Returns the path of a file; undefined if a URI is not that of a file that this platform can have. */
function pathOf(uri: string): string | undefined {
  if (!/^file:/i.test(uri)) return undefined;
  try {
    const path = parseUri(uri).fsPath;
    return isAbsolute(path) && !path.includes("\0") ? path : undefined;
  } catch {
    return undefined;
  }
}

async function* readTextsBelow(
  folder: string,
  { usesGit, isVendored }: FileSelection,
  onGitFailed: Host["onGitFailed"],
): AsyncGenerator<{ uri: string; text: string }> {
  const root = pathOf(folder);
  if (root === undefined) return;
  const options = {
    git: usesGit ? new GitFiles(onGitFailed) : undefined,
    isVendored: (path: string) => isVendored(pathToFileURL(path).href),
  };
  for await (const path of filesBelow(root, options)) {
    const text = languageByPath(path) ? textOf(path) : undefined;
    if (text !== undefined) yield { uri: pathToFileURL(path).href, text };
  }
}

async function readTextBelow(
  folder: string,
  uri: string,
  { isVendored }: FileSelection,
): Promise<string | undefined> {
  const [root, path] = [pathOf(folder), pathOf(uri)];
  if (root === undefined || path === undefined || !languageByPath(path)) return undefined;
  const isVendoredPath = (one: string) => isVendored(pathToFileURL(one).href);
  return (await isIncludedBelow(root, path, isVendoredPath)) ? textOf(path) : undefined;
}

async function realUri(uri: string): Promise<string> {
  const path = pathOf(uri);
  if (path === undefined) return uri;
  return realpath(path).then(
    (real) => pathToFileURL(real).href,
    () => uri,
  );
}

async function existingNames(
  folder: string,
  names: readonly string[],
  list: typeof namesIn,
): Promise<string[]> {
  const path = pathOf(folder);
  if (path === undefined) return [];
  // Listing the folder costs less than a check for each name.
  const all = await list(path);
  return names.filter((name) => all.has(name));
}

async function filesMatching(folder: string, pattern: string): Promise<MatchingFiles> {
  const path = pathOf(folder);
  if (path === undefined) return { files: [] };
  const { files, ...rest } = await matchingFiles(path, pattern);
  return { files: files.map((one) => pathToFileURL(one).href), ...rest };
}
