import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeFile } from "atomically";
import { readRegularFile } from "../walk/regular-file.node.ts";
import { isOwnFolder } from "./user-storage.node.ts";

const prefix = "pages-";
/** In bytes; no page is longer. */
const longestPage = 5_000_000;
/** In UTF-16 units of a name of a file. */
const longestName = 150;

/**
 * Returns a function that keeps pages as Markdown files, which only their owner can read and nobody should write, and
 * returns their URIs. Each version has a folder of its own; those of others are removed.
 */
export function pageFiles(storage: string, version: string) {
  const root = join(storage, `${prefix}${version}`);
  return async (path: readonly string[], text: string): Promise<string | undefined> => {
    if (!isAbsolute(storage) || !isReady(storage, root)) return undefined;
    const names = path.map(fileNameOf);
    const folder = join(root, ...names.slice(0, -1));
    const file = join(folder, `${names.at(-1)}.md`);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const before = await readRegularFile(file, longestPage).then(String, () => undefined);
      if (before !== text) await writeFile(file, text, { mode: 0o400 });
      return pathToFileURL(file).href;
    } catch {
      return undefined;
    }
  };
}

/** Creates the folder of this version; returns whether it is the user's own. */
function isReady(storage: string, root: string): boolean {
  try {
    const isNew = mkdirSync(root, { recursive: true, mode: 0o700 }) !== undefined;
    if (!isOwnFolder(root)) return false;
    if (isNew)
      for (const name of readdirSync(storage))
        if (name.startsWith(prefix) && join(storage, name) !== root)
          rmSync(join(storage, name), { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** Returns a name that every file system can have for a part of a path. */
function fileNameOf(part: string): string {
  const encoded = encodeURIComponent(part.toWellFormed()).replaceAll("*", "%2A");
  return encoded.replace(/^\.+$/, "_").slice(0, longestName);
}
