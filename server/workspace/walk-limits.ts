/** Folders that are never entered: what is in them is made by programs. */
export const neverEntered: ReadonlySet<string> = new Set([".git", ".hg", ".svn", "node_modules"]);

/** A search by a pattern stops at the first of these: `/**` would read the whole disk. Time is in milliseconds. */
export const searchLimits = { folders: 5_000, entries: 200_000, time: 3_000 };
