import { type URI, Utils } from "vscode-uri";
import type { CatalogReading } from "../../catalog/importers/importer.ts";
import { Catalog } from "../../catalog/model/catalog.ts";
import type { CompiledCatalog } from "../../catalog/model/compiled/compiled-catalog.ts";
import { fileProblem, type Problem } from "../../catalog/schema/checked-file.ts";
import type { Host } from "../documents/host.ts";
import { NearestSearch } from "../documents/nearest-search.ts";
import { normalizeUri, parseUri } from "../documents/uris.ts";
import { Glob } from "../globs/glob.ts";
import { type Boundary, boundaryOfRepository, boundaryOfWorkspace, noBoundary } from "./boundary.ts";
import { configurationNames, isConfiguration } from "./configuration.ts";
import { IndexedCatalog } from "./indexed-catalog.ts";
import { Project } from "./project.ts";
import {
  filterAsync,
  type LoadedProject,
  ProjectLoader,
  problemsWith,
  readCatalogFile,
} from "./project-loader.ts";
import { SdkProjects, type SdkUse } from "./sdk-projects.ts";

/**
 * Where configurations, and the files that they name, may be: in these folders, in the repository of the configuration
 * (its own folder where there is none), or anywhere if undefined.
 */
type Limits = readonly string[] | "repository" | undefined;

/** Finds the project of a file, by the nearest configuration up the tree, and caches it. */
export class Projects {
  readonly #host: Host;
  readonly #loader: ProjectLoader;
  readonly #default: Project;
  /** Finds the URI of the configuration that governs a file. */
  readonly #search = new NearestSearch((folder) => this.#configurationIn(folder));
  /** By the URI of the configuration. */
  readonly #loaded = new Map<string, Promise<LoadedProject>>();
  /** Finds the folder of the repository that contains a file. */
  readonly #repositories = new NearestSearch((folder) => this.#repositoryAt(folder));
  #limits: Limits;
  #sdkProjects: SdkProjects | undefined;
  readonly #listeners: ((loaded: LoadedProject) => void)[] = [];

  /** `ruleIds` are the ids of the rules that a configuration can name. */
  constructor(host: Host, builtIn: CompiledCatalog, ruleIds: readonly string[]) {
    this.#host = host;
    const indexedCatalog = new IndexedCatalog(new Catalog(builtIn));
    this.#loader = new ProjectLoader(host, indexedCatalog, ruleIds);
    this.#default = new Project(indexedCatalog);
  }

  /** Restricts configurations, and the files that they name. */
  restrictTo(limits: Limits): void {
    this.#limits = limits;
    this.#forgetAll();
  }

  /** Adds a listener that is called with each project when it is loaded. */
  onLoaded(listener: (loaded: LoadedProject) => void): void {
    this.#listeners.push(listener);
  }

  /** Adds to projects what the SDKs say that are installed for their files. */
  useSdks(use: SdkUse): void {
    this.#sdkProjects = new SdkProjects(use);
  }

  /** Searches for installed SDKs again, after packages may have been installed. */
  refreshSdks(): void {
    this.#sdkProjects?.refresh();
  }

  /** Returns the project of a file; the default project if no configuration governs it. */
  async of(uri: string): Promise<Project> {
    const project = (await this.#of(uri))?.project ?? this.#default;
    return this.#sdkProjects ? this.#sdkProjects.of(project, uri) : project;
  }

  /** Returns the user catalogs that apply to a file, by URI, with the row of the configuration that names each. */
  async catalogsFor(uri: string): Promise<LoadedProject["catalogRows"]> {
    return (await this.#of(uri))?.catalogRows ?? new Map();
  }

  /** Returns the project of the files in a folder. */
  ofFolder(uri: string): Promise<Project> {
    return this.of(`${uri.replace(/\/$/, "")}/x`);
  }

  /** Returns all projects that are loaded, except the default project, without installed SDKs. */
  async loadedProjects(): Promise<Project[]> {
    return (await Promise.all(this.#loaded.values())).map(({ project }) => project);
  }

  /** The projects of files for which SDKs are installed. */
  get withSdks(): readonly Project[] {
    return this.#sdkProjects?.all ?? [];
  }

  /** Returns the problems in a text that is a configuration or a user catalog; undefined if it is neither. */
  async problemsIn(uri: string, text: string): Promise<Problem[] | undefined> {
    if (isConfiguration(parseUri(uri).path)) {
      const { catalog } = await this.of(uri);
      return this.#loader.problemsIn(uri, text, await this.#boundaryOf(uri), catalog);
    }
    const reading = await this.readingOf(uri, text);
    return reading && problemsWith(reading, (await this.of(uri)).catalog);
  }

  /** Reads a text as the user catalog with a URI; undefined if no configuration names one there. */
  async readingOf(uri: string, text: string): Promise<CatalogReading | undefined> {
    const loaded = await this.#of(uri);
    const row = loaded?.catalogRows.get(normalizeUri(uri));
    if (!loaded?.project.uri || !row) return undefined;
    const folder = Utils.dirname(parseUri(loaded.project.uri)).toString();
    return readCatalogFile(uri, text, row, folder);
  }

  /** The built-in catalog, without those of users. */
  get builtIn(): Catalog {
    return this.#default.catalog;
  }

  /** Drops the cached projects that depend on files that were changed, created or deleted; returns whether any do. */
  async invalidate(uris: readonly string[]): Promise<boolean> {
    this.#loader.files.clear();
    if (uris.some((uri) => isConfiguration(parseUri(uri).path))) {
      this.#forgetAll();
      return true;
    }
    const changed = uris.map(normalizeUri);
    let isAnyDropped = false;
    for (const [uri, loading] of this.#loaded) {
      const { catalogRows, catalogGlobs } = await loading;
      const isAffected =
        changed.some((one) => catalogRows.has(one)) ||
        (await this.#find(uri, catalogGlobs)).some((one) => !catalogRows.has(one));
      if (!isAffected) continue;
      this.#loaded.delete(uri);
      isAnyDropped = true;
    }
    return isAnyDropped;
  }

  /** Returns whether a loaded configuration names a file as a catalog, by its path or a pattern. */
  async isNamedAsCatalog(uri: string): Promise<boolean> {
    const file = normalizeUri(uri);
    for (const { catalogRows, catalogGlobs } of await Promise.all(this.#loaded.values()))
      if (catalogRows.has(file) || catalogGlobs.some((one) => isMatched(file, one))) return true;
    return false;
  }

  /** Looks for configurations again, for a program that is not told which files come and go. */
  searchAgain(): void {
    this.#search.clear();
    this.#repositories.clear();
  }

  #forgetAll(): void {
    this.searchAgain();
    this.#loaded.clear();
  }

  async #of(uri: string): Promise<LoadedProject | undefined> {
    // Documents that exist only in the editor have no folder.
    if (uri.startsWith("untitled:") || !uri.includes("/")) return undefined;
    const configuration = await this.#search.of(uri);
    if (!configuration) return undefined;
    let loading = this.#loaded.get(configuration);
    if (!loading) {
      loading = this.#load(configuration);
      this.#loaded.set(configuration, loading);
    }
    return loading;
  }

  async #configurationIn(folder: URI): Promise<string | undefined> {
    if (!this.#isWithin(folder.toString())) return undefined;
    const [name] = await this.#host.existingNames(folder.toString(), configurationNames);
    return name === undefined ? undefined : Utils.joinPath(folder, name).toString();
  }

  async #repositoryAt(folder: URI): Promise<string | undefined> {
    const [name] = await this.#host.existingNames(folder.toString(), [".git"]);
    return name === undefined ? undefined : folder.toString();
  }

  /** Returns whether configurations in a folder are read at all. */
  #isWithin(folder: string): boolean {
    if (!Array.isArray(this.#limits)) return true;
    return this.#limits.some((limit) => `${folder}/`.startsWith(limit.replace(/\/?$/, "/")));
  }

  /** Returns the boundary of a configuration. */
  async #boundaryOf(uri: string): Promise<Boundary> {
    if (this.#limits === undefined) return noBoundary;
    if (this.#limits !== "repository") return boundaryOfWorkspace(this.#host, this.#limits);
    const folder = (await this.#repositories.of(uri)) ?? Utils.dirname(parseUri(uri)).toString();
    return boundaryOfRepository(this.#host, folder);
  }

  async #load(uri: string): Promise<LoadedProject> {
    const boundary = await this.#boundaryOf(uri);
    const isInside = await boundary.contains(uri);
    const read = isInside ? await this.#host.read(uri) : { text: "" };
    const loaded = await this.#loader.load(uri, read, boundary);
    if (!isInside)
      loaded.project.problems.get(uri)?.push(fileProblem(parseUri(uri).fsPath, boundary.refusal));
    for (const listener of this.#listeners) listener(loaded);
    return loaded;
  }

  async #find(uri: string, globs: LoadedProject["catalogGlobs"]): Promise<string[]> {
    const found = await Promise.all(globs.map(({ folder, glob }) => this.#loader.files.find(folder, glob)));
    const { contains } = await this.#boundaryOf(uri);
    const files = found.flatMap((one) => one.files);
    return (await filterAsync(files, contains)).map(normalizeUri);
  }
}

/** Returns whether a path or pattern, relative to the URI of a folder, matches the URI of a file. */
export function isMatched(file: string, { folder, glob }: LoadedProject["catalogGlobs"][number]): boolean {
  const { base, rest, isPattern } = Glob.split(glob);
  const start = normalizeUri(Utils.resolvePath(parseUri(folder), base).toString());
  if (!file.startsWith(`${start}/`)) return false;
  const path = decodeURIComponent(file.slice(start.length + 1));
  return isPattern ? new Glob(rest, { hasChoices: true, matchesDots: false }).matches(path) : path === rest;
}
