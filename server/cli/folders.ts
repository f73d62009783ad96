import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { isBelow } from "../documents/uris.ts";

/** Returns the URIs of the folders that a command reads: the working folder, and the given folders that are not below it. */
export function foldersOf(paths: readonly string[]): string[] {
  const here = pathToFileURL(process.cwd()).href;
  const given = paths
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
    .map((path) => pathToFileURL(path).href);
  return [here, ...given.filter((folder) => folder !== here && !isBelow(here, folder))];
}
