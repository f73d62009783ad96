import type { CatalogData } from "./entry.ts";
import { conceptsSchema, entriesOf, providerSchema, serviceSchema } from "./entry.ts";
import { type Problem, parseFile } from "./file.ts";

/** A file of the built-in catalog, as read; `path` is relative to the catalog's folder. */
export interface CatalogFile {
  path: string;
  text: string;
}

/** Puts the files of the built-in catalog together: YAML, and lists of known codes, one a line; problems name file, line and column. */
export function assemble(files: readonly CatalogFile[]): { data: CatalogData; problems: Problem[] } {
  const data: CatalogData = { providers: [], services: [], concepts: [], entries: [], known: {}, pinyin: {} };
  const problems: Problem[] = [];
  for (const { path, text } of files) {
    try {
      problems.push(...add(data, path, text));
    } catch (error) {
      problems.push({ path, line: 0, character: 0, message: (error as Error).message });
    }
  }
  return { data, problems };
}

function add(data: CatalogData, path: string, text: string): Problem[] {
  if (path.endsWith(".txt")) {
    const provider = path.replace(/^.*[\\/]|\.txt$/g, "");
    data.known[provider] = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
    return [];
  }
  if (path.endsWith("concepts.yaml")) {
    const { value, problems } = parseFile(conceptsSchema, text, path);
    data.concepts.push(...(value?.concepts ?? []));
    return problems;
  }
  if (path.endsWith("provider.yaml")) {
    const { value, problems } = parseFile(providerSchema, text, path);
    if (value) {
      const { version: _, ...provider } = value;
      data.providers.push(provider);
    }
    return problems;
  }
  const { value, problems } = parseFile(serviceSchema, text, path);
  if (value) {
    const { provider, service, name, link } = value;
    data.services.push({ provider, service, name, ...(link ? { link } : {}) });
    data.entries.push(...entriesOf(value));
  }
  return problems;
}
