import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { CompiledCatalog } from "../../../catalog/model/compiled/compiled-catalog.ts";
import { openSections, UnreadableCatalog } from "../../../catalog/model/compiled/sections.ts";
import { textsFromName } from "../../../catalog/naming/explain-by-name.ts";

/**
 * Opens a compiled catalog for reading by section, when something in it is asked for. The file is not kept open: on
 * Windows an update could not replace it.
 */
export function openCatalog(path: string): CompiledCatalog {
  if (!existsSync(path)) throw new UnreadableCatalog("the file is missing");
  const { size, mtimeMs } = statSync(path);
  const read = (offset: number, length: number) => {
    const file = openSync(path, "r");
    try {
      const now = fstatSync(file);
      if (now.size !== size || now.mtimeMs !== mtimeMs)
        throw new UnreadableCatalog(
          "the file has been replaced",
          "Restart what uses it, such as your editor",
        );
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
    } finally {
      closeSync(file);
    }
  };
  return new CompiledCatalog(openSections({ size, read }), textsFromName);
}
