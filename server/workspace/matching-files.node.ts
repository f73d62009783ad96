import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { MatchingFiles } from "../documents/host.ts";
import { Glob } from "../globs/glob.ts";
import { searchLimits as limits } from "./walk-limits.ts";

const neverEntered = new Set([".git", "node_modules"]);

/** A folder that is still to be read. */
interface Folder {
  path: string;
  /** The path without symbolic links. */
  real: string;
  /** The path below the base of the pattern, with slashes; empty for the base. */
  inside: string;
}

/** Finds the files that a path or pattern, relative to a folder, matches; sorted, with absolute paths. */
export async function matchingFiles(folder: string, pattern: string): Promise<MatchingFiles> {
  // If a file with this exact name exists, brackets and stars in the name are not a pattern.
  const plain = resolve(folder, pattern);
  if (await isFile(plain)) return { files: [plain] };
  const { base, isPattern, rest } = Glob.split(pattern);
  if (!isPattern) return { files: [] };
  const glob = new Glob(rest, { hasChoices: true, matchesDots: false });
  return new Search(glob).below(resolve(folder, base));
}

class Search {
  readonly #glob: Glob;
  readonly #files: string[] = [];
  readonly #seen = new Set<string>();
  readonly #end = Date.now() + limits.time;
  #entries = 0;

  constructor(glob: Glob) {
    this.#glob = glob;
  }

  async below(base: string): Promise<MatchingFiles> {
    const open: Folder[] = [{ path: base, real: await realpath(base).catch(() => base), inside: "" }];
    let stoppedBy = this.#limit;
    // Breadth first, so that what is near is found even if the search is stopped.
    for (const folder of open) {
      stoppedBy = this.#limit;
      if (stoppedBy) break;
      // Links can lead to a folder more than once, or in a circle.
      if (this.#seen.has(folder.real)) continue;
      this.#seen.add(folder.real);
      open.push(...(await this.#read(folder)));
    }
    return { files: this.#files.sort(), ...(stoppedBy ? { stoppedBy } : {}) };
  }

  get #limit(): MatchingFiles["stoppedBy"] {
    if (this.#seen.size >= limits.folders) return { limit: "folders", count: limits.folders };
    if (this.#entries >= limits.entries) return { limit: "entries", count: limits.entries };
    return Date.now() > this.#end ? { limit: "seconds", count: limits.time / 1000 } : undefined;
  }

  /** Adds the files of a folder that match, and returns its folders in which others can match. */
  async #read(folder: Folder): Promise<Folder[]> {
    const folders: Folder[] = [];
    for (const entry of await readdir(folder.path, { withFileTypes: true }).catch((): Dirent[] => [])) {
      if (this.#entries++ >= limits.entries) break;
      const { name } = entry;
      const inside = folder.inside === "" ? name : `${folder.inside}/${name}`;
      const path = join(folder.path, name);
      const isMatch = this.#glob.matches(inside);
      const mayContain = !neverEntered.has(name) && this.#glob.canMatchBelow(inside);
      if (!isMatch && !mayContain) continue;
      const isLink = entry.isSymbolicLink();
      const info = isLink ? await stat(path).catch(() => undefined) : entry;
      if (isMatch && info?.isFile()) this.#files.push(path);
      if (!mayContain || !info?.isDirectory()) continue;
      folders.push({ path, real: isLink ? await realpath(path) : join(folder.real, name), inside });
    }
    return folders;
  }
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}
