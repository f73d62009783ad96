import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { UsageError } from "./engine.ts";

/** Larger files are generated or data. */
const maximumBytes = 2_000_000;
const neverEntered = new Set([".git", ".hg", ".svn", "node_modules"]);

/** Every file to be read below the given paths, as given on the command line and extended below a folder. */
export async function* filesIn(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info) throw new UsageError(`Cannot read '${path}': there is no such file or folder.`);
    if (info.isDirectory()) yield* below(path, []);
    else yield path;
  }
}

/** The text of a file, without its byte order mark; undefined where it is binary, huge or cannot be read. */
async function readText(path: string): Promise<string | undefined> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile() || info.size > maximumBytes) return undefined;
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes || bytes.subarray(0, 8192).includes(0)) return undefined;
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

/** A file with its text, read. */
export interface TextFile {
  path: string;
  text: string;
}

/** How many files are read at once, while those before are looked at. */
const readAhead = 16;

/** The texts of all files to be read below the given paths, in their order. */
export async function* textsIn(
  paths: readonly string[],
  wants: (path: string) => boolean,
): AsyncGenerator<TextFile> {
  const reading: { path: string; text: Promise<string | undefined> }[] = [];
  const next = async (): Promise<TextFile | undefined> => {
    const first = reading.shift();
    const text = await first?.text;
    return first && text !== undefined ? { path: first.path, text } : undefined;
  };
  for await (const path of filesIn(paths)) {
    if (!wants(path)) continue;
    reading.push({ path, text: readText(path) });
    if (reading.length < readAhead) continue;
    const file = await next();
    if (file) yield file;
  }
  while (reading.length > 0) {
    const file = await next();
    if (file) yield file;
  }
}

interface Rules {
  folder: string;
  rules: Ignore;
}

async function* below(folder: string, inherited: Rules[]): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = entries.some(({ name }) => name === ".gitignore") ? [await rulesOf(folder)] : [];
  const all = [...inherited, ...own];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!neverEntered.has(entry.name) && !isIgnored(path, true, all)) yield* below(path, all);
    } else if (entry.isFile() && !isIgnored(path, false, all)) yield path;
  }
}

async function rulesOf(folder: string): Promise<Rules> {
  const text = await readFile(join(folder, ".gitignore"), "utf8").catch(() => "");
  return { folder, rules: ignore().add(text) };
}

/** Git's own order: the nearest .gitignore that says something of a path decides. */
function isIgnored(path: string, folder: boolean, all: Rules[]): boolean {
  for (const { folder: base, rules } of all.toReversed()) {
    const inside = relative(base, path).split(sep).join("/") + (folder ? "/" : "");
    const { ignored, unignored } = rules.test(inside);
    if (ignored || unignored) return ignored;
  }
  return false;
}
