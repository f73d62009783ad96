import type { CatalogNaming, Importer } from "./importer.ts";
import { importerOf } from "./index.ts";

/** Parses a user's catalog file with the importer of its format. */
export function readUserCatalog(
  text: string,
  path: string,
  uri: string,
  naming: CatalogNaming,
): ReturnType<Importer["read"]> {
  return importerOf(path).read({ text, path, uri }, naming);
}
