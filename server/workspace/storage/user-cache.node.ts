import { createHash } from "node:crypto";
import { mkdir, readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { writeFile } from "atomically";
import type { TextCache } from "../../documents/package-files.ts";
import { readRegularFile } from "../walk/regular-file.node.ts";
import { isOwnFolder, userStorage } from "./user-storage.node.ts";

/** In bytes. */
const longestText = 50_000_000;
/** How many texts are kept; the ones that were written first are removed. */
const maximumTexts = 200;

/**
 * Returns a cache in a folder of the user's own. Each text begins with its checksum, so that a damaged one is not found.
 * Without such a folder, nothing is kept.
 */
export function userCache(name: string): TextCache {
  const folder = join(userStorage(), name);
  const pathOf = (key: string) => join(folder, `${digest(key)}.txt`);
  return {
    async read(key) {
      if (!isOwnFolder(folder)) return undefined;
      const text = await readRegularFile(pathOf(key), longestText).then(String, () => "");
      const [checksum = "", content] = split(text);
      return content !== undefined && digest(content) === checksum ? content : undefined;
    },
    async write(key, content) {
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {});
      if (!isOwnFolder(folder)) return;
      // What cannot be kept is read again the next time.
      await writeFile(pathOf(key), `${digest(content)}\n${content}`, { mode: 0o600 }).catch(() => {});
      await removeOldest(folder).catch(() => {});
    },
  };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Divides a text behind its first line. */
function split(text: string): [first: string, rest: string | undefined] {
  const end = text.indexOf("\n");
  return end < 0 ? [text, undefined] : [text.slice(0, end), text.slice(end + 1)];
}

async function removeOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= maximumTexts) return;
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), time: (await stat(join(folder, name))).mtimeMs })),
  );
  files.sort((a, b) => a.time - b.time);
  for (const { path } of files.slice(0, files.length - maximumTexts)) await unlink(path);
}
