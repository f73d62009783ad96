import { URI, Utils } from "vscode-uri";
import type { Problem } from "../../catalog/model/checked-file.ts";
import type { CatalogData } from "../../catalog/model/entry.ts";
import type { Host } from "../documents/host.ts";
import { normalizeUri } from "../documents/uris.ts";
import { configurationNames, isConfiguration } from "./configuration.ts";
import { IndexedCatalog } from "./indexed-catalog.ts";
import { Project } from "./project.ts";
import { type LoadedProject, ProjectLoader, readCatalogFile } from "./project-loader.ts";

/** Finds the configuration that governs a file, the nearest up the tree, and keeps what was made of it. */
export class Projects {
  readonly #host: Host;
  readonly #loader: ProjectLoader;
  readonly #default: Project;
  readonly #nearest = new Map<string, Promise<string | undefined>>();
  readonly #loaded = new Map<string, Promise<LoadedProject>>();
  /** What governs the files of a folder, by its address as written: taking addresses apart costs more than the rest. */
  readonly #ofFolder = new Map<string, Promise<LoadedProject | undefined>>();
  /** Folders beyond which a restricted workspace may not look; undefined where it may. */
  #limits: string[] | undefined;
  readonly #listeners: ((loaded: LoadedProject) => void)[] = [];

  /** `ruleIds` are the rules that a configuration can name. */
  constructor(host: Host, builtIn: CatalogData, ruleIds: readonly string[]) {
    this.#host = host;
    const indexedCatalog = new IndexedCatalog(builtIn);
    this.#loader = new ProjectLoader(host, indexedCatalog, ruleIds);
    this.#default = new Project(indexedCatalog);
  }

  /** Keeps configurations from pointing outside these folders, or lets them again. */
  limitTo(folders: string[] | undefined): void {
    this.#limits = folders?.map((one) => one.replace(/\/?$/, "/"));
    this.#forgetAll();
  }

  /** Tells of each domain when it is made. */
  onLoaded(listener: (loaded: LoadedProject) => void): void {
    this.#listeners.push(listener);
  }

  /** What governs a file. */
  async of(uri: string): Promise<Project> {
    const slash = uri.lastIndexOf("/");
    if (slash < 0) return this.#default;
    const folder = uri.slice(0, slash);
    let loaded = this.#ofFolder.get(folder);
    if (!loaded) {
      loaded = this.#of(uri);
      this.#ofFolder.set(folder, loaded);
    }
    return (await loaded)?.project ?? this.#default;
  }

  /** The users' catalogs that count for a file, by address, as the configuration names them. */
  async catalogsFor(uri: string): Promise<LoadedProject["files"]> {
    return (await this.#of(uri))?.files ?? new Map();
  }

  /** What governs a folder. */
  ofFolder(uri: string): Promise<Project> {
    return this.of(`${uri.replace(/\/$/, "")}/x`);
  }

  /** Everything that was made so far. */
  async made(): Promise<Project[]> {
    return (await Promise.all(this.#loaded.values())).map(({ project }) => project);
  }

  /** What is wrong in a text that is a configuration, or a catalog that one names; undefined where it is neither. */
  async problemsIn(uri: string, text: string): Promise<Problem[] | undefined> {
    const isAllowed = (one: string) => this.#isWithin(one);
    if (isConfiguration(URI.parse(uri).path)) {
      const { catalog } = await this.of(uri);
      return this.#loader.problemsIn(uri, text, isAllowed, catalog);
    }
    const loaded = await this.#of(uri);
    const pattern = loaded?.files.get(normalizeUri(uri));
    if (!loaded?.project.uri || !pattern) return undefined;
    const folder = Utils.dirname(URI.parse(loaded.project.uri)).toString();
    return readCatalogFile(uri, text, pattern, folder).problems;
  }

  /** Takes note of files that were written, made or deleted; tells whether anything that is known depends on one. */
  async changed(uris: readonly string[]): Promise<boolean> {
    this.#loader.forgetFound();
    if (uris.some((uri) => isConfiguration(URI.parse(uri).path))) {
      this.#forgetAll();
      return true;
    }
    const changed = uris.map(normalizeUri);
    let any = false;
    for (const [uri, loading] of this.#loaded) {
      const { files, globs } = await loading;
      const depends =
        changed.some((one) => files.has(one)) || (await this.#find(globs)).some((one) => !files.has(one));
      if (!depends) continue;
      this.#loaded.delete(uri);
      this.#ofFolder.clear();
      any = true;
    }
    return any;
  }

  #forgetAll(): void {
    this.#nearest.clear();
    this.#loaded.clear();
    this.#ofFolder.clear();
  }

  async #of(uri: string): Promise<LoadedProject | undefined> {
    const { scheme, path } = URI.parse(uri);
    if (scheme === "untitled" || !path.includes("/")) return undefined;
    const folder = Utils.dirname(URI.parse(uri).with({ fragment: "", query: "" }));
    const configuration = await this.#nearestTo(folder);
    if (!configuration) return undefined;
    let loading = this.#loaded.get(configuration);
    if (!loading) {
      loading = this.#make(configuration);
      this.#loaded.set(configuration, loading);
    }
    return loading;
  }

  #nearestTo(folder: URI): Promise<string | undefined> {
    // A cell of a notebook is governed as the notebook is.
    const file = folder.scheme === "vscode-notebook-cell" ? folder.with({ scheme: "file" }) : folder;
    const key = file.toString();
    let nearest = this.#nearest.get(key);
    if (!nearest) {
      nearest = this.#look(file);
      this.#nearest.set(key, nearest);
    }
    return nearest;
  }

  async #look(folder: URI): Promise<string | undefined> {
    if (!this.#isWithin(folder.toString())) return undefined;
    const [name] = await this.#host.present(folder.toString(), configurationNames);
    if (name !== undefined) return Utils.joinPath(folder, name).toString();
    const parent = Utils.dirname(folder);
    return parent.path === folder.path ? undefined : this.#nearestTo(parent);
  }

  #isWithin(uri: string): boolean {
    return this.#limits?.some((limit) => `${uri}/`.startsWith(limit)) ?? true;
  }

  async #make(uri: string): Promise<LoadedProject> {
    const text = (await this.#host.readText(uri)) ?? "";
    const loaded = await this.#loader.load(uri, text, (one) => this.#isWithin(one));
    for (const listener of this.#listeners) listener(loaded);
    return loaded;
  }

  async #find(globs: LoadedProject["globs"]): Promise<string[]> {
    const found = await Promise.all(globs.map(({ folder, glob }) => this.#loader.find(folder, glob)));
    return found
      .flat()
      .filter((one) => this.#isWithin(one))
      .map(normalizeUri);
  }
}
