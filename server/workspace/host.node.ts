import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { glob, isDynamicPattern } from "tinyglobby";
import type { FileSelection, Host, TreeSitter } from "../documents/host.ts";
import { languageByPath } from "../syntax/languages/index.ts";
import { textOf } from "./files.node.ts";
import { GitFiles } from "./git-files.node.ts";
import { filesBelow, isIncludedBelow } from "./walk.node.ts";

/** Files with more bytes are not catalogs. */
const maximumBytes = 20_000_000;

/** The file that contains the built-in catalog: all of it, or only its codes. */
export type CatalogFile = "catalog.json" | "codes.json";

/** Returns a host for Node.js whose own files are in a folder on disk, in the layout of the build. */
export function nodeHost(folder: string, catalog: CatalogFile = "catalog.json"): Host {
  return {
    version: process.env.ERROR_CODES_VERSION ?? "0",
    readCatalog: async () => JSON.parse(await readFile(join(folder, catalog), "utf8")),
    readWasm: (file) => readFile(join(folder, "grammars", file)),
    loadTreeSitter: async () => loadAnew(join(folder, "grammars", "web-tree-sitter.cjs")),
    readText,
    realUri,
    existingNames,
    filesMatching,
    readTextsBelow,
    readTextBelow,
  };
}

/** Evaluates a CommonJS module, also if it was evaluated before. */
function loadAnew(path: string): TreeSitter {
  const require = createRequire(path);
  delete require.cache[path];
  return require(path);
}

async function readText(uri: string): Promise<string | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const path = fileURLToPath(uri);
    const info = await stat(path);
    if (!info.isFile() || info.size > maximumBytes) return undefined;
    return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  } catch {
    return undefined;
  }
}

async function* readTextsBelow(
  folder: string,
  { usesGit, isVendored }: FileSelection,
): AsyncGenerator<{ uri: string; text: string }> {
  if (!folder.startsWith("file:")) return;
  const options = {
    git: usesGit ? new GitFiles() : undefined,
    isVendored: (path: string) => isVendored(pathToFileURL(path).href),
  };
  for await (const path of filesBelow(fileURLToPath(folder), options)) {
    const text = languageByPath(path) ? textOf(path) : undefined;
    if (text !== undefined) yield { uri: pathToFileURL(path).href, text };
  }
}

async function readTextBelow(
  folder: string,
  uri: string,
  { isVendored }: FileSelection,
): Promise<string | undefined> {
  if (!folder.startsWith("file:") || !uri.startsWith("file:")) return undefined;
  const path = fileURLToPath(uri);
  if (!languageByPath(path)) return undefined;
  const isVendoredPath = (one: string) => isVendored(pathToFileURL(one).href);
  return (await isIncludedBelow(fileURLToPath(folder), path, isVendoredPath)) ? textOf(path) : undefined;
}

async function realUri(uri: string): Promise<string> {
  if (!uri.startsWith("file:")) return uri;
  return realpath(fileURLToPath(uri)).then(
    (path) => pathToFileURL(path).href,
    () => uri,
  );
}

async function existingNames(folder: string, names: readonly string[]): Promise<string[]> {
  if (!folder.startsWith("file:")) return [];
  // Listing the folder costs less than a check for each name.
  const all = new Set(await readdir(fileURLToPath(folder)).catch(() => []));
  return names.filter((name) => all.has(name));
}

async function filesMatching(folder: string, pattern: string): Promise<string[]> {
  if (!folder.startsWith("file:")) return [];
  const cwd = fileURLToPath(folder);
  // If a file with this exact name exists, brackets and stars in the name are not a pattern.
  const plain = resolve(cwd, pattern);
  const isFile = await stat(plain).then(
    (info) => info.isFile(),
    () => false,
  );
  if (isFile) return [pathToFileURL(plain).href];
  if (!isDynamicPattern(pattern)) return [];
  const found = await glob(pattern, {
    cwd,
    absolute: true,
    expandDirectories: false,
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
  return found.sort().map((path) => pathToFileURL(path).href);
}
