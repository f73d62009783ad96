import { parseCatalogFile } from "./catalog-file.ts";
import { fileProblem, type Problem } from "./checked-file.ts";
import { type CatalogData, entriesOf, type Provider } from "./entry.ts";
import type { RawFile } from "./schema.ts";

/** The text of one catalog file; `path` is the name that problems report it by. */
export interface CatalogFile {
  path: string;
  text: string;
}

/**
 * Merges catalog files into one catalog: YAML or JSON, and `.txt` lists of known codes, one per line. A file with errors
 * is left out and reported in `problems`.
 */
export function assembleCatalog(files: readonly CatalogFile[]): { data: CatalogData; problems: Problem[] } {
  const data: CatalogData = { providers: [], services: [], concepts: [], entries: [], known: {}, pinyin: {} };
  const problems: Problem[] = [];
  for (const { path, text } of files) {
    if (path.endsWith(".txt")) {
      data.known[path.replace(/^.*[\\/]|\.txt$/g, "")] = codesOf(text);
      continue;
    }
    const { value, problems: problemsInFile } = parseCatalogFile(text, path);
    for (const problem of problemsInFile) problems.push(problem);
    try {
      if (value) addFile(data, value);
    } catch (error) {
      problems.push(fileProblem(path, { en: (error as Error).message }));
    }
  }
  return { data, problems };
}

function codesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
}

function addFile(data: CatalogData, file: RawFile): void {
  data.concepts.push(...(file.concepts ?? []));
  const { provider } = file;
  if (provider === undefined) {
    if (file.entries) throw new Error("The file has entries, but no provider.");
    return;
  }
  const id = typeof provider === "string" ? provider : provider.id;
  if (typeof provider !== "string") setProvider(data, provider);
  if (!file.entries) return;
  const { service = "common", name, link } = file;
  const entries = entriesOf(file, id, service);
  const known = data.services.find((one) => one.provider === id && one.service === service);
  if (!known)
    data.services.push({ provider: id, service, name: name ?? { en: service }, ...(link ? { link } : {}) });
  for (const entry of entries) data.entries.push(entry);
}

function setProvider(data: CatalogData, provider: Provider): void {
  data.providers = [...data.providers.filter(({ id }) => id !== provider.id), provider];
}
