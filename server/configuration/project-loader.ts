import { Utils } from "vscode-uri";
import { formatOf } from "../../catalog/importers/formats/index.ts";
import type { WrittenColumns } from "../../catalog/importers/imported.ts";
import type { CatalogReading } from "../../catalog/importers/importer.ts";
import { readUserCatalog } from "../../catalog/importers/user-catalog.ts";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { UserCatalog } from "../../catalog/model/user-catalog.ts";
import type { Problem } from "../../catalog/schema/checked-file.ts";
import { problemsOf } from "../../catalog/schema/problem-limit.ts";
import { loadAnyDocument } from "../constants/source-document.ts";
import type { Host } from "../documents/host.ts";
import { parseUri } from "../documents/uris.ts";
import type { Boundary } from "./boundary.ts";
import { type Configuration, parseConfiguration } from "./configuration.ts";
import { FileSearch } from "./file-search.ts";
import { inSlices } from "./in-slices.ts";
import type { IndexedCatalog } from "./indexed-catalog.ts";
import { onlyPathOf } from "./pins.ts";
import { noFile, stoppedSearch, unreadableFile } from "./problems/file-problems.ts";
import { unknownProviders } from "./problems/unknown-providers.ts";
import { unresolvedReferences } from "./problems/unresolved-references.ts";
import { Project } from "./project.ts";

/** A row of `catalogs` in a configuration. */
type CatalogRow = Configuration["catalogs"][number];
type ParsedConfiguration = ReturnType<typeof parseConfiguration>;
type CatalogFiles = Omit<LoadedProject, "project">;

/** A project, and the catalog files that it depends on. */
export interface LoadedProject {
  project: Project;
  /** Where its catalogs are searched for: the URI of a folder, and a path or glob relative to it. */
  catalogGlobs: { folder: string; glob: string }[];
  /** The rows of `catalogs` in the configuration, by the URI of a catalog that they name. */
  catalogRows: Map<string, CatalogRow>;
}

/** Loads projects from configurations. If a file is invalid, its last valid content is used. */
export class ProjectLoader {
  readonly #host: Host;
  readonly #builtIn: IndexedCatalog;
  readonly #ruleIds: readonly string[];
  readonly #validCatalogs = new Map<string, UserCatalog>();
  readonly #validConfigurations = new Map<string, Configuration>();
  /** What was read of catalog files, by their URI: of many, few change at a time. */
  readonly #readings = new Map<string, { text: string; stated: string; reading: CatalogReading }>();
  /** What users' catalogs became at last, by the URI of the configuration that names them. */
  readonly #lastIndexed = new Map<string, { users: readonly UserCatalog[]; catalog: IndexedCatalog }>();
  /** Keeps what it found until a file changes: a configuration is checked at every keystroke. */
  readonly files: FileSearch;

  constructor(host: Host, builtIn: IndexedCatalog, ruleIds: readonly string[]) {
    this.#host = host;
    this.files = new FileSearch(host);
    this.#builtIn = builtIn;
    this.#ruleIds = ruleIds;
  }

  /** Loads the project of a configuration, as it was read, which may refer to the files inside the boundary. */
  async load(
    uri: string,
    content: Awaited<ReturnType<Host["read"]>>,
    boundary: Boundary,
  ): Promise<LoadedProject> {
    const isRead = "text" in content;
    const parsed = parseConfiguration(isRead ? content.text : "", pathOf(uri), { rules: this.#ruleIds });
    const own = isRead ? [...parsed.problems] : [unreadableFile(pathOf(uri), content.failure)];
    const problems = new Map<string, Problem[]>([[uri, own]]);
    if (parsed.value && isRead) this.#validConfigurations.set(uri, parsed.value);
    const configuration = this.#validConfigurations.get(uri);
    const catalogs: CatalogFiles = { catalogGlobs: [], catalogRows: new Map() };
    for (const [index, row] of (configuration?.catalogs ?? []).entries())
      for (const one of await this.#findCatalogs(uri, row, index, parsed, catalogs, boundary)) own.push(one);
    const userCatalogs: UserCatalog[] = [];
    const folder = Utils.dirname(parseUri(uri)).toString();
    const read: [file: string, CatalogReading][] = [];
    for (const [file, row] of catalogs.catalogRows) {
      const reading = await this.#readCatalog(file, row, folder);
      const value = reading.value ?? this.#validCatalogs.get(file);
      if (value) userCatalogs.push(value);
      read.push([file, reading]);
    }
    const contents = { uri, ...(configuration ? { configuration } : {}), problems };
    const indexedCatalog = await this.#indexed(uri, userCatalogs);
    const project = new Project(
      this.#builtIn,
      { ...contents, files: new Set(catalogs.catalogRows.keys()) },
      indexedCatalog,
    );
    for (const [file, reading] of read) problems.set(file, problemsWith(reading, project.catalog));
    if (parsed.value) {
      for (const one of unknownProviders(parsed.value, project.catalog, parsed)) own.push(one);
      for (const one of await this.#pinsWithoutFile(uri, parsed.value, parsed, boundary)) own.push(one);
    }
    return { project, ...catalogs };
  }

  /** Returns the problems in a configuration that is being edited; `catalog` is that of the project as it was saved. */
  async problemsIn(uri: string, text: string, boundary: Boundary, catalog: Catalog): Promise<Problem[]> {
    const parsed = parseConfiguration(text, pathOf(uri), { rules: this.#ruleIds });
    const problems = [...parsed.problems];
    if (!parsed.value) return problems;
    const unused: CatalogFiles = { catalogGlobs: [], catalogRows: new Map() };
    for (const [index, row] of parsed.value.catalogs.entries())
      for (const one of await this.#findCatalogs(uri, row, index, parsed, unused, boundary))
        problems.push(one);
    const pinProblems = await this.#pinsWithoutFile(uri, parsed.value, parsed, boundary);
    return [...problems, ...unknownProviders(parsed.value, catalog, parsed), ...pinProblems];
  }

  /** Returns a problem for each pin of a single file or folder that does not exist, such as one that was renamed. */
  async #pinsWithoutFile(
    uri: string,
    { pins }: Configuration,
    { problem }: ParsedConfiguration,
    { mayContain }: Boundary,
  ): Promise<Problem[]> {
    const folder = Utils.dirname(parseUri(uri));
    const places = Object.keys(pins).flatMap((path) => {
      const parts = onlyPathOf(path)?.split("/");
      const name = parts?.pop();
      if (!parts || !name) return [];
      const parent = Utils.joinPath(folder, ...parts).toString();
      // Whether a file elsewhere exists is nobody's business.
      return mayContain(`${parent}/${name}`) ? [{ path, parent, name }] : [];
    });
    const missing = [...Map.groupBy(places, ({ parent }) => parent)].map(async ([parent, inFolder]) => {
      const names = inFolder.map(({ name }) => name);
      const existing = new Set(await this.#host.existingNames(parent, names));
      return inFolder.filter(({ name }) => !existing.has(name));
    });
    return problemsOf((await Promise.all(missing)).flat(), ({ path }) =>
      problem(["pins", path], "warning", noFile(path), true),
    );
  }

  /** Adds the files of one row of `catalogs` to `catalogs`, and returns the problems of the row. */
  async #findCatalogs(
    uri: string,
    row: CatalogRow,
    index: number,
    { problem }: ParsedConfiguration,
    catalogs: CatalogFiles,
    { mayContain, contains, refusal }: Boundary,
  ): Promise<Problem[]> {
    const folder = Utils.dirname(parseUri(uri));
    const problems: Problem[] = [];
    for (const [at, glob] of row.path.entries()) {
      const keys = ["catalogs", index, "path", at];
      const pattern = Utils.resolvePath(folder, glob).toString();
      const { files: all, stoppedBy } = mayContain(pattern)
        ? await this.files.find(folder.toString(), glob)
        : { files: [] };
      const found = await filterAsync(all, contains);
      if (!mayContain(pattern) || found.length < all.length) problems.push(problem(keys, "warning", refusal));
      else if (found.length === 0 && !stoppedBy) problems.push(problem(keys, "warning", noFile(glob)));
      if (stoppedBy) problems.push(problem(keys, "warning", stoppedSearch(glob, stoppedBy)));
      if (mayContain(pattern)) catalogs.catalogGlobs.push({ folder: folder.toString(), glob });
      for (const file of found) catalogs.catalogRows.set(parseUri(file).toString(), row);
    }
    return problems;
  }

  /** Returns the catalog with those of users, the same one as the last time if these are the same. */
  async #indexed(uri: string, users: readonly UserCatalog[]): Promise<IndexedCatalog> {
    const last = this.#lastIndexed.get(uri);
    if (last?.users.length === users.length && last.users.every((one, index) => one === users[index]))
      return last.catalog;
    const catalog = await inSlices(this.#builtIn.with(users));
    this.#lastIndexed.set(uri, { users, catalog });
    return catalog;
  }

  /** Reads a catalog file, and keeps its valid content for as long as it is invalid. */
  async #readCatalog(uri: string, row: CatalogRow, folder: string): Promise<CatalogReading> {
    const read = await this.#host.read(uri);
    if ("failure" in read) return { value: undefined, problems: [unreadableFile(pathOf(uri), read.failure)] };
    const stated = JSON.stringify([row, folder]);
    const kept = this.#readings.get(uri);
    // What is no text is not compared.
    const isSame = kept?.text === read.text && kept.stated === stated && !formatOf(uri, "")?.isBinary;
    const reading = isSame ? kept.reading : await readCatalogFile(uri, read.text, row, folder, read.bytes);
    this.#readings.set(uri, { text: read.text, stated, reading });
    if (reading.value) this.#validCatalogs.set(uri, reading.value);
    return reading;
  }
}

/** Returns the problems of a catalog file, with those that only show in the whole catalog. */
export function problemsWith({ value, problems, problem }: CatalogReading, catalog: Catalog): Problem[] {
  return value && problem ? [...problems, ...unresolvedReferences(value, catalog, problem)] : problems;
}

/**
 * Parses a catalog file; `folder` is the URI of the folder of the configuration that names it, and `bytes` is the file
 * where it is no text.
 */
export async function readCatalogFile(
  uri: string,
  text: string,
  { provider, service, complete, name, imports, hosts, mapping }: CatalogRow,
  folder: string,
  bytes: Uint8Array = new TextEncoder().encode(text),
): Promise<CatalogReading> {
  const path = uri.startsWith(`${folder}/`) ? decodeURIComponent(uri.slice(folder.length + 1)) : pathOf(uri);
  const defaults = {
    ...(provider ? { provider } : {}),
    ...(service ? { service } : {}),
    ...(name ? { name } : {}),
    ...(mapping ? { columns: mapping as WrittenColumns } : {}),
    imports,
    hosts,
    complete,
  };
  const loaded = await loadAnyDocument({ text, bytes }, path, inSlices);
  return await inSlices(readUserCatalog(text, path, uri, defaults, loaded));
}

/** Returns the items that satisfy an asynchronous predicate, in their order. */
export async function filterAsync<T>(
  items: readonly T[],
  isWanted: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const wanted = await Promise.all(items.map(isWanted));
  return items.filter((_, index) => wanted[index]);
}

function pathOf(uri: string): string {
  return parseUri(uri).fsPath;
}
