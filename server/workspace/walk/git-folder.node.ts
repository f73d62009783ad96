import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readRegularFile } from "./regular-file.node.ts";

/** What git reads in the root of a repository. */
const inRoot = [".git", ".gitignore", ".gitattributes", ".gitmodules"];

/** What git reads, if it is there, in the folder that holds a repository. */
const inGitFolder = [
  "HEAD",
  "commondir",
  "config",
  "config.worktree",
  "index",
  "info/attributes",
  "info/exclude",
  "info/grafts",
  "info/sparse-checkout",
  "objects/info/alternates",
  "packed-refs",
  "refs/replace",
  "shallow",
];

/** In bytes: the files that lead to another folder hold no more than a path. */
const maximumPath = 10_000;

/**
 * Returns the first file that every call of git in a repository reads although it is neither a file nor a folder: git
 * would wait for a pipe forever. Undefined if there is none. The root is an absolute path.
 */
export async function pipeIn(root: string): Promise<string | undefined> {
  const own = await firstSpecial(root, inRoot);
  if (own !== undefined) return own;
  const linked = await pathIn(join(root, ".git"), "gitdir: ");
  const folder = linked === undefined ? join(root, ".git") : resolve(root, linked);
  const shared = await pathIn(join(folder, "commondir"), "");
  for (const one of [folder, ...(shared === undefined ? [] : [resolve(folder, shared)])]) {
    const found = await firstSpecial(one, inGitFolder);
    if (found !== undefined) return `.git/${found}`;
  }
  return undefined;
}

async function firstSpecial(folder: string, names: readonly string[]): Promise<string | undefined> {
  const found = names.map(async (name) => {
    const info = await stat(join(folder, name)).catch(() => undefined);
    return info && !info.isFile() && !info.isDirectory() ? name : undefined;
  });
  return (await Promise.all(found)).find((name) => name !== undefined);
}

/** Returns the path that a file holds behind a prefix; undefined if it holds none. */
async function pathIn(file: string, prefix: string): Promise<string | undefined> {
  const text = await readRegularFile(file, maximumPath).then(String, () => "");
  const path = text.startsWith(prefix) ? text.slice(prefix.length).trimEnd() : "";
  return path === "" || path.includes("\0") ? undefined : path;
}
