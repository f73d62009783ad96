import { stat } from "node:fs/promises";
import { filesBelow, type Skip } from "../workspace/files.node.ts";
import { UsageError } from "./usage-error.ts";

/** Yields the path of every file at the given paths; files in a folder have paths that begin with the folder's. */
export async function* filesIn(
  paths: readonly string[],
  skip?: (skipped: Skip) => void,
): AsyncGenerator<string> {
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info) throw new UsageError(`Cannot read '${path}': there is no such file or folder.`);
    if (info.isDirectory()) yield* filesBelow(path, skip);
    else yield path;
  }
}
