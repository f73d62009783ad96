import { parseCatalogFile } from "../schema/catalog-file.ts";
import { fileProblem, type Problem } from "../schema/checked-file.ts";
import type { RawFile } from "../schema/schema.ts";
import { unnamedService } from "../schema/terms.ts";
import { type CatalogData, type Entry, entriesOf, type Provider } from "./entry.ts";
import { actionsOf, codesOfEveryActionOf, type KnownActions, parseKnownActions } from "./known-actions.ts";
import { addKnownCodes, parseKnownCodes, parseMessageHashes } from "./known-codes.ts";

/** The text of one catalog file; `path` is the name that problems report it by. */
export interface CatalogFile {
  path: string;
  text: string;
}

/**
 * Merges catalog files into one catalog: YAML or JSON, `.txt` lists of known codes, see {@link parseKnownCodes}, of their
 * messages, see {@link parseMessageHashes}, and of actions, see {@link parseKnownActions}. A file with errors is left out and reported in `problems`.
 */
export function assembleCatalog(files: readonly CatalogFile[]): { data: CatalogData; problems: Problem[] } {
  const data: CatalogData = { providers: [], services: [], concepts: [], entries: [], known: {}, pinyin: {} };
  const problems: Problem[] = [];
  const reporting = (path: string, add: () => void) => {
    try {
      add();
    } catch (error) {
      problems.push(fileProblem(path, { en: (error as Error).message }));
    }
  };
  const isList = ({ path }: CatalogFile) => path.endsWith(".txt");
  for (const { path, text } of files.filter((file) => !isList(file))) {
    const { value, problems: problemsInFile } = parseCatalogFile(text, path);
    for (const problem of problemsInFile) problems.push(problem);
    if (value) reporting(path, () => addFile(data, value));
  }
  // Which of the known codes are explained is certain only now.
  const lists = files.filter(isList);
  const known: Entry[] = [];
  const messageHashes: CatalogData["messageHashes"] = {};
  for (const { path, text } of lists)
    reporting(path, () => {
      const [, provider = "", content] = /([^\\/.]+)(?:\.(messages|actions))?\.txt$/.exec(path) ?? [];
      if (content === "messages") messageHashes[provider] = parseMessageHashes(text);
      else if (content === "actions") addActions(data, provider, parseKnownActions(text));
      else for (const entry of addKnownCodes(data, provider, parseKnownCodes(text))) known.push(entry);
    });
  // Neighbours that have most words in common make the compiled catalog smaller.
  known.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return { data: { ...data, entries: [...data.entries, ...known], messageHashes }, problems };
}

function addActions(data: CatalogData, provider: string, known: KnownActions): void {
  data.actions = [...(data.actions ?? []), ...actionsOf(provider, known)];
  data.codesOfEveryAction = [...(data.codesOfEveryAction ?? []), ...codesOfEveryActionOf(provider, known)];
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
  const { service = unnamedService, name, link } = file;
  const entries = entriesOf(file, id, service);
  const known = data.services.find((one) => one.provider === id && one.service === service);
  if (!known)
    data.services.push({ provider: id, service, name: name ?? { en: service }, ...(link ? { link } : {}) });
  for (const entry of entries) data.entries.push(entry);
}

function setProvider(data: CatalogData, provider: Provider): void {
  data.providers = [...data.providers.filter(({ id }) => id !== provider.id), provider];
}
