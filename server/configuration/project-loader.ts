import { Utils } from "vscode-uri";
import { readUserCatalog } from "../../catalog/importers/user-catalog.ts";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Problem } from "../../catalog/model/checked-file.ts";
import type { KeyPath } from "../../catalog/model/schema-fault.ts";
import type { UserCatalog } from "../../catalog/model/user-catalog.ts";
import type { Host, MatchingFiles } from "../documents/host.ts";
import { parseUri } from "../documents/uris.ts";
import type { Boundary } from "./boundary.ts";
import { type Configuration, parseConfiguration } from "./configuration.ts";
import { noFile, stoppedSearch, unreadableFile } from "./file-problems.ts";
import type { IndexedCatalog } from "./indexed-catalog.ts";
import { onlyPathOf } from "./pins.ts";
import { Project } from "./project.ts";
import { unknownNameMessage } from "./unknown-name.ts";

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
  /** Cached files of each path or glob, until a file changes: a configuration is checked at every keystroke. */
  readonly #found = new Map<string, Promise<MatchingFiles>>();

  constructor(host: Host, builtIn: IndexedCatalog, ruleIds: readonly string[]) {
    this.#host = host;
    this.#builtIn = builtIn;
    this.#ruleIds = ruleIds;
  }

  /** Loads the project of a configuration, as it was read, which may refer to the files inside the boundary. */
  async load(
    uri: string,
    read: Awaited<ReturnType<Host["read"]>>,
    boundary: Boundary,
  ): Promise<LoadedProject> {
    const isRead = "text" in read;
    const parsed = parseConfiguration(isRead ? read.text : "", pathOf(uri), { rules: this.#ruleIds });
    const own = isRead ? [...parsed.problems] : [unreadableFile(pathOf(uri), read.failure)];
    const problems = new Map<string, Problem[]>([[uri, own]]);
    if (parsed.value && isRead) this.#validConfigurations.set(uri, parsed.value);
    const configuration = this.#validConfigurations.get(uri);
    const catalogs: CatalogFiles = { catalogGlobs: [], catalogRows: new Map() };
    for (const [index, row] of (configuration?.catalogs ?? []).entries())
      for (const one of await this.#findCatalogs(uri, row, index, parsed, catalogs, boundary)) own.push(one);
    const userCatalogs: UserCatalog[] = [];
    for (const [file, row] of catalogs.catalogRows) {
      const read = await this.#readCatalog(file, row, Utils.dirname(parseUri(uri)).toString());
      problems.set(file, read.problems);
      if (read.value) userCatalogs.push(read.value);
    }
    const contents = { uri, ...(configuration ? { configuration } : {}), userCatalogs, problems };
    const project = new Project(this.#builtIn, { ...contents, files: new Set(catalogs.catalogRows.keys()) });
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

  /** Finds the URIs of the files that a path or glob matches. */
  find(folder: string, glob: string): Promise<MatchingFiles> {
    const key = `${folder} ${glob}`;
    let found = this.#found.get(key);
    if (!found) {
      found = this.#host.filesMatching(folder, glob);
      this.#found.set(key, found);
    }
    return found;
  }

  /** Clears the cached files of globs, after files were created, deleted or changed. */
  clearFoundFiles(): void {
    this.#found.clear();
  }

  /** Returns a problem for each pin of a single file or folder that does not exist, such as one that was renamed. */
  async #pinsWithoutFile(
    uri: string,
    { pins }: Configuration,
    { problem }: ParsedConfiguration,
    { mayContain }: Boundary,
  ): Promise<Problem[]> {
    const folder = Utils.dirname(parseUri(uri));
    const problems = Object.keys(pins).map(async (path) => {
      const only = onlyPathOf(path);
      const parts = only?.split("/");
      const name = parts?.pop();
      if (!parts || !name) return [];
      const parent = Utils.joinPath(folder, ...parts).toString();
      // Whether a file elsewhere exists is nobody's business.
      const isThere =
        !mayContain(`${parent}/${name}`) || (await this.#host.existingNames(parent, [name])).length > 0;
      return isThere ? [] : [problem(["pins", path], "warning", noFile(path), true)];
    });
    return (await Promise.all(problems)).flat();
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
        ? await this.find(folder.toString(), glob)
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

  /** Reads a catalog file; if it is invalid, the value is that of its last valid content, if any. */
  async #readCatalog(
    uri: string,
    row: CatalogRow,
    folder: string,
  ): Promise<{ value: UserCatalog | undefined; problems: Problem[] }> {
    const read = await this.#host.read(uri);
    if ("failure" in read)
      return { value: this.#validCatalogs.get(uri), problems: [unreadableFile(pathOf(uri), read.failure)] };
    const { value, problems } = readCatalogFile(uri, read.text, row, folder);
    if (value) this.#validCatalogs.set(uri, value);
    return { value: value ?? this.#validCatalogs.get(uri), problems };
  }
}

/** Parses the text of a catalog file; `folder` is the URI of the folder of the configuration that names it. */
export function readCatalogFile(
  uri: string,
  text: string,
  { provider, service, complete }: CatalogRow,
  folder: string,
): ReturnType<typeof readUserCatalog> {
  const path = uri.startsWith(`${folder}/`) ? decodeURIComponent(uri.slice(folder.length + 1)) : pathOf(uri);
  const defaults = { ...(provider ? { provider } : {}), ...(service ? { service } : {}), complete };
  return readUserCatalog(text, path, uri, defaults);
}

/** Returns a problem for each provider in `providers` and `pins` that no catalog has. */
function unknownProviders(
  { providers, pins, catalogs }: Configuration,
  catalog: Catalog,
  { problem }: ParsedConfiguration,
): Problem[] {
  const inCatalogs = catalogs.flatMap(({ provider }) => provider ?? []);
  const names = [...inCatalogs, ...catalog.providers.flatMap(({ id, aliases }) => [id, ...aliases])];
  const check = (keys: KeyPath, providerNames: readonly string[]) =>
    providerNames.flatMap((name, index) => {
      if (inCatalogs.includes(name) || catalog.providerNamed(name)) return [];
      return [problem([...keys, index], "warning", unknownNameMessage("provider", name, names))];
    });
  return [
    ...check(["providers"], providers),
    ...Object.entries(pins).flatMap(([path, providerNames]) => check(["pins", path], providerNames)),
  ];
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
