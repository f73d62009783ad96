import { readdir } from "node:fs/promises";

/** How many listings are kept: files are read folder by folder, and of each folder different names are asked. */
const maximumKept = 16;

/** Lists a folder; a folder that cannot be listed has no names. */
export async function namesIn(path: string): Promise<ReadonlySet<string>> {
  return new Set(await readdir(path).catch(() => []));
}

/** Lists folders and keeps the last listings, for a program during which no files come or go. */
export class KeptNames {
  readonly #list: typeof namesIn;
  readonly #kept = new Map<string, ReadonlySet<string> | ReturnType<typeof namesIn>>();

  constructor(list = namesIn) {
    this.#list = list;
  }

  async in(path: string): Promise<ReadonlySet<string>> {
    const names = this.#kept.get(path) ?? this.#list(path);
    this.keep(path, names);
    return names;
  }

  /** Keeps a listing, which may have been made for another purpose, and drops the one that was used longest ago. */
  keep(path: string, names: ReadonlySet<string> | ReturnType<typeof namesIn>): void {
    this.#kept.delete(path);
    this.#kept.set(path, names);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > maximumKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}
