import type { Importer } from "./importer.ts";
import { markdownCatalog } from "./markdown-catalog.ts";
import { yamlCatalog } from "./yaml-catalog.ts";

/** Every format of catalog files. */
export const importers: readonly Importer[] = [yamlCatalog, markdownCatalog];

/** Returns the importer of a file, by its extension: that of our own format if no other reads it. */
export function importerOf(path: string): Importer {
  const lower = path.toLowerCase();
  const isRead = ({ extensions }: Importer) => extensions.some((extension) => lower.endsWith(extension));
  return importers.find(isRead) ?? yamlCatalog;
}
