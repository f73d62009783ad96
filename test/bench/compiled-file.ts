import { writeFile } from "node:fs/promises";
import { compileCatalog } from "../../catalog/model/compiled/compile.ts";
import { CompiledCatalog } from "../../catalog/model/compiled/compiled-catalog.ts";
import { sectionsOf, toFile } from "../../catalog/model/compiled/sections.ts";
import type { CatalogData } from "../../catalog/model/entry.ts";
import { indexSections } from "../../catalog/search/index/write-index.ts";

/** Compiles a catalog, with its index, into a file, as the build does. */
export async function writeCompiled(data: CatalogData, path: string): Promise<void> {
  const sections = compileCatalog(data);
  const index = indexSections(new CompiledCatalog(sectionsOf(sections)));
  await writeFile(path, toFile(new Map([...sections, ...index])));
}
