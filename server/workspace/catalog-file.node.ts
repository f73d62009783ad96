import { existsSync, fstatSync, openSync, readSync } from "node:fs";
import { CompiledCatalog } from "../../catalog/model/compiled/compiled-catalog.ts";
import { openSections, UnreadableCatalog } from "../../catalog/model/compiled/sections.ts";

/** Opens a compiled catalog for reading by section. The file stays open: its parts are read when they are asked for. */
export function openCatalog(path: string): CompiledCatalog {
  if (!existsSync(path)) throw new UnreadableCatalog("the file is missing");
  const file = openSync(path, "r");
  const read = (offset: number, length: number) => {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  };
  return new CompiledCatalog(openSections({ size: fstatSync(file).size, read }));
}
