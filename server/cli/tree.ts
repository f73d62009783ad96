import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import type { Skip } from "./skipped.ts";
import { UsageError } from "./usage-error.ts";

const neverEntered = new Set([".git", ".hg", ".svn", "node_modules"]);

/** Every file to be read below the given paths, as given on the command line and extended below a folder. */
export async function* filesIn(
  paths: readonly string[],
  skip: (skipped: Skip) => void = () => {},
): AsyncGenerator<string> {
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info) throw new UsageError(`Cannot read '${path}': there is no such file or folder.`);
    if (info.isDirectory()) yield* below(path, [], skip);
    else yield path;
  }
}

interface Rules {
  folder: string;
  rules: Ignore;
}

async function* below(
  folder: string,
  inherited: Rules[],
  skip: (skipped: Skip) => void,
): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    skip({ path: folder, reason: "unreadable", folder: true, detail: codeOf(error) });
    return [];
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = entries.some(({ name }) => name === ".gitignore") ? [await rulesOf(folder)] : [];
  const all = [...inherited, ...own];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory();
    if ((!isFolder && !entry.isFile()) || (isFolder && neverEntered.has(entry.name))) continue;
    const decides = ignoredBy(path, isFolder, all);
    if (decides) skip({ path, reason: "ignored", folder: isFolder, detail: `by ${decides}` });
    else if (isFolder) yield* below(path, all, skip);
    else yield path;
  }
}

/** Whether the reading of a folder comes by a path below it: no folder above is passed over, no rule ignores it. */
export async function isReadBelow(folder: string, path: string): Promise<boolean> {
  const parts = relative(folder, path).split(sep);
  if (parts[0] === "" || parts[0] === "..") return false;
  const all: Rules[] = [];
  let above = folder;
  for (const [index, part] of parts.entries()) {
    all.push(await rulesOf(above));
    above = join(above, part);
    const isFolder = index < parts.length - 1;
    if ((isFolder && neverEntered.has(part)) || ignoredBy(above, isFolder, all)) return false;
  }
  return true;
}

async function rulesOf(folder: string): Promise<Rules> {
  const text = await readFile(join(folder, ".gitignore"), "utf8").catch(() => "");
  return { folder, rules: ignore().add(text) };
}

/** The .gitignore that says to ignore a path. Git's own order: the nearest that says something of it decides. */
function ignoredBy(path: string, isFolder: boolean, all: Rules[]): string | undefined {
  for (const { folder, rules } of all.toReversed()) {
    const inside = relative(folder, path).split(sep).join("/") + (isFolder ? "/" : "");
    const { ignored, unignored } = rules.test(inside);
    if (ignored) return join(folder, ".gitignore");
    if (unignored) return undefined;
  }
  return undefined;
}

/** What the system calls a failure. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
