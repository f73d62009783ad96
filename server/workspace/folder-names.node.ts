import { readdir } from "node:fs/promises";

/** How many listings are kept: files are read folder by folder, and of each folder different names are asked. */
const maximumKept = 16;

/** Lists a folder; a folder that cannot be listed has no names. */
export async function namesIn(path: string): Promise<ReadonlySet<string>> {
  return new Set(await readdir(path).catch(() => []));
}

/** Returns a function that lists folders and keeps the last listings, for a program during which no files come or go. */
export function keepingNames(list = namesIn): typeof namesIn {
  const kept = new Map<string, ReturnType<typeof namesIn>>();
  return (path) => {
    const names = kept.get(path) ?? list(path);
    kept.delete(path);
    kept.set(path, names);
    const [oldest] = kept.keys();
    if (kept.size > maximumKept && oldest !== undefined) kept.delete(oldest);
    return names;
  };
}
