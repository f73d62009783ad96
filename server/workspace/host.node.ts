import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Host } from "../documents/host.ts";
import { languageOfPath } from "../syntax/languages/index.ts";
import { filesBelow, isReadBelow, textOf } from "./files.node.ts";

/** Larger files are no catalogs. */
const maximumBytes = 20_000_000;

/** The files that hold the catalog: all of it, or nothing but its codes. */
export type CatalogFile = "catalog.json" | "codes.json";

/** A host whose files stand in a folder of the disk, as the build lays them out. */
export function nodeHost(folder: string, catalog: CatalogFile = "catalog.json"): Host {
  return {
    version: process.env.ERROR_CODES_VERSION ?? "0",
    readCatalog: async () => JSON.parse(await readFile(join(folder, catalog), "utf8")),
    readWasm: (file) => readFile(join(folder, "grammars", file)),
    readText,
    present,
    find,
    textsBelow,
    textBelow,
  };
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

async function* textsBelow(folder: string): AsyncGenerator<{ uri: string; text: string }> {
  if (!folder.startsWith("file:")) return;
  for await (const path of filesBelow(fileURLToPath(folder))) {
    const text = languageOfPath(path) ? textOf(path) : undefined;
    if (text !== undefined) yield { uri: pathToFileURL(path).href, text };
  }
}

async function textBelow(folder: string, uri: string): Promise<string | undefined> {
  if (!folder.startsWith("file:") || !uri.startsWith("file:")) return undefined;
  const path = fileURLToPath(uri);
  if (!languageOfPath(path) || !(await isReadBelow(fileURLToPath(folder), path))) return undefined;
  return textOf(path);
}

async function present(folder: string, names: readonly string[]): Promise<string[]> {
  if (!folder.startsWith("file:")) return [];
  // One look at the folder costs less than one for each name.
  const all = new Set(await readdir(fileURLToPath(folder)).catch(() => []));
  return names.filter((name) => all.has(name));
}

async function find(folder: string, pattern: string): Promise<string[]> {
  if (!folder.startsWith("file:")) return [];
  const cwd = fileURLToPath(folder);
  // A name with brackets or stars that is there is meant as it stands.
  const plain = resolve(cwd, pattern);
  const isThere = await stat(plain).then(
    (info) => info.isFile(),
    () => false,
  );
  if (isThere) return [pathToFileURL(plain).href];
  if (!isDynamicPattern(pattern)) return [];
  const found = await glob(pattern, {
    cwd,
    absolute: true,
    expandDirectories: false,
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
  return found.sort().map((path) => pathToFileURL(path).href);
}
