import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Host } from "./host.ts";

/** A host whose files stand in a folder of the disk, as the build lays them out. */
export function nodeHost(folder: string): Host {
  return {
    version: process.env.ERROR_CODES_VERSION ?? "0",
    readCatalog: async () => JSON.parse(await readFile(join(folder, "catalog.json"), "utf8")),
    readWasm: (file) => readFile(join(folder, "grammars", file)),
  };
}
