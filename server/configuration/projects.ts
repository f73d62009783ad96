import { URI, Utils } from "vscode-uri";
import type { Problem } from "../../catalog/model/checked-file.ts";
import type { CatalogData } from "../../catalog/model/entry.ts";
import type { Host } from "../documents/host.ts";
import { normal } from "../documents/uris.ts";
import { configurationNames, isConfiguration } from "./configuration.ts";
import { Knowledge } from "./indexed-catalog.ts";
import { Project } from "./project.ts";
import { type Made, Maker, readCatalogFile } from "./project-loader.ts";

/** Finds the configuration that governs a file, the nearest up the tree, and keeps what was made of it. */
export class Projects {
  readonly #host: Host;
  readonly #maker: Maker;
  readonly #default: Project;
  readonly #nearest = new Map<string, Promise<string | undefined>>();
  readonly #made = new Map<string, Promise<Made>>();
  /** What governs the files of a folder, by its address as written: taking addresses apart costs more than the rest. */
  readonly #ofFolder = new Map<string, Promise<Made | undefined>>();
  /** Folders beyond which a restricted workspace may not look; undefined where it may. */
  #limits: string[] | undefined;
  readonly #listeners: ((made: Made) => void)[] = [];

  /** `ruleIds` are the rules that a configuration can name. */
  constructor(host: Host, builtIn: CatalogData, ruleIds: readonly string[]) {
    this.#host = host;
    const knowledge = new Knowledge(builtIn);
    this.#maker = new Maker(host, knowledge, ruleIds);
    this.#default = new Project(knowledge);
  }

  /** Keeps configurations from pointing outside these folders, or lets them again. */
  limitTo(folders: string[] | undefined): void {
    this.#limits = folders?.map((one) => one.replace(/\/?$/, "/"));
    this.#forgetAll();
  }

  /** Tells of each domain when it is made. */
  onMade(listener: (made: Made) => void): void {
    this.#listeners.push(listener);
  }

  /** What governs a file. */
  async of(uri: string): Promise<Project> {
    const slash = uri.lastIndexOf("/");
    if (slash < 0) return this.#default;
    const folder = uri.slice(0, slash);
    let made = this.#ofFolder.get(folder);
    if (!made) {
      made = this.#of(uri);
      this.#ofFolder.set(folder, made);
    }
    return (await made)?.domain ?? this.#default;
  }

  /** The users' catalogs that count for a file, by address, as the configuration names them. */
  async catalogsFor(uri: string): Promise<Made["files"]> {
    return (await this.#of(uri))?.files ?? new Map();
  }

  /** What governs a folder. */
  ofFolder(uri: string): Promise<Project> {
    return this.of(`${uri.replace(/\/$/, "")}/x`);
  }

  /** Everything that was made so far. */
  async made(): Promise<Project[]> {
    return (await Promise.all(this.#made.values())).map(({ domain }) => domain);
  }

  /** What is wrong in a text that is a configuration, or a catalog that one names; undefined where it is neither. */
  async problemsIn(uri: string, text: string): Promise<Problem[] | undefined> {
    const isAllowed = (one: string) => this.#isWithin(one);
    if (isConfiguration(URI.parse(uri).path)) {
      const { catalog } = await this.of(uri);
      return this.#maker.problemsIn(uri, text, isAllowed, catalog);
    }
    const made = await this.#of(uri);
    const pattern = made?.files.get(normal(uri));
    if (!made?.domain.uri || !pattern) return undefined;
    const folder = Utils.dirname(URI.parse(made.domain.uri)).toString();
    return readCatalogFile(uri, text, pattern, folder).problems;
  }

  /** Takes note of files that were written, made or deleted; tells whether anything that is known depends on one. */
  async changed(uris: readonly string[]): Promise<boolean> {
    this.#maker.forgetFound();
    if (uris.some((uri) => isConfiguration(URI.parse(uri).path))) {
      this.#forgetAll();
      return true;
    }
    const changed = uris.map(normal);
    let any = false;
    for (const [uri, making] of this.#made) {
      const { files, globs } = await making;
      const depends =
        changed.some((one) => files.has(one)) || (await this.#find(globs)).some((one) => !files.has(one));
      if (!depends) continue;
      this.#made.delete(uri);
      this.#ofFolder.clear();
      any = true;
    }
    return any;
  }

  #forgetAll(): void {
    this.#nearest.clear();
    this.#made.clear();
    this.#ofFolder.clear();
  }

  async #of(uri: string): Promise<Made | undefined> {
    const { scheme, path } = URI.parse(uri);
    if (scheme === "untitled" || !path.includes("/")) return undefined;
    const folder = Utils.dirname(URI.parse(uri).with({ fragment: "", query: "" }));
    const configuration = await this.#nearestTo(folder);
    if (!configuration) return undefined;
    let making = this.#made.get(configuration);
    if (!making) {
      making = this.#make(configuration);
      this.#made.set(configuration, making);
    }
    return making;
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

  async #make(uri: string): Promise<Made> {
    const text = (await this.#host.readText(uri)) ?? "";
    const made = await this.#maker.make(uri, text, (one) => this.#isWithin(one));
    for (const listener of this.#listeners) listener(made);
    return made;
  }

  async #find(globs: Made["globs"]): Promise<string[]> {
    const found = await Promise.all(globs.map(({ folder, glob }) => this.#maker.find(folder, glob)));
    return found
      .flat()
      .filter((one) => this.#isWithin(one))
      .map(normal);
  }
}
