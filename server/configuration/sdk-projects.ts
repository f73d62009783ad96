import { sdkAdditions } from "../../catalog/importers/sdk-catalog.ts";
import type { InstalledSdk } from "../../catalog/model/installed-sdk.ts";
import { fileUriOf, normalizeUri } from "../documents/uris.ts";
import type { InstalledSdks } from "../sdk/installed-sdks.ts";
import type { Project } from "./project.ts";

/** How the SDKs of a file become part of its project. */
export interface SdkUse {
  installed: InstalledSdks;
  /** Returns whether installed SDKs are used for a file. */
  isOn(uri: string): boolean;
  /** Whether a project waits for its SDKs; otherwise they are read in the background. */
  waits: boolean;
  /** Is called between pieces of work, so that other work can go first. */
  pause(): Promise<void>;
  /** Is called when SDKs were read in the background, and answers can be other ones than before. */
  onRead(): void;
}

/** Adds to the project of a file what the SDKs say that are installed for it. */
export class SdkProjects {
  readonly #use: SdkUse;
  readonly #made = new WeakMap<Project, WeakMap<readonly InstalledSdk[], Promise<Project>>>();
  /** The project with SDKs, by the folder of the files; that of before, while it is made again. */
  readonly #ofFolder = new Map<string, { base: Project; project: Project }>();
  readonly #pending = new Set<string>();
  #isStale = new Set<string>();

  constructor(use: SdkUse) {
    this.#use = use;
  }

  /** The projects that have something from SDKs. */
  get all(): Project[] {
    return [
      ...new Set(
        [...this.#ofFolder.values()].flatMap(({ base, project }) => (project === base ? [] : project)),
      ),
    ];
  }

  /** Returns the project of a file with its SDKs; in the background mode the project itself until these are read. */
  async of(project: Project, uri: string): Promise<Project> {
    const { isOn, waits } = this.#use;
    if (!uri.startsWith("file:") && !uri.startsWith("vscode-notebook-cell:")) return project;
    if (!isOn(uri)) return project;
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    const known = this.#ofFolder.get(folder);
    const isKnown = known?.base === project;
    if (isKnown && !this.#isStale.has(folder)) return known.project;
    if (waits) return this.#make(project, uri, folder);
    if (!this.#pending.has(folder)) void this.#makeLater(project, uri, folder);
    return isKnown ? known.project : project;
  }

  /** Searches for SDKs again, after packages may have been installed. */
  refresh(): void {
    this.#use.installed.clear();
    this.#isStale = new Set(this.#ofFolder.keys());
  }

  async #makeLater(project: Project, uri: string, folder: string): Promise<void> {
    const before = this.#ofFolder.get(folder)?.project ?? project;
    this.#pending.add(folder);
    try {
      const made = await this.#make(project, uri, folder);
      if (made !== before) this.#use.onRead();
    } finally {
      this.#pending.delete(folder);
    }
  }

  async #make(base: Project, uri: string, folder: string): Promise<Project> {
    const file = normalizeUri(fileUriOf(uri));
    const sdks = await this.#use.installed.of(file.slice(0, file.lastIndexOf("/")));
    const project = await this.#withSdks(base, sdks);
    this.#ofFolder.set(folder, { base, project });
    this.#isStale.delete(folder);
    return project;
  }

  async #withSdks(base: Project, sdks: readonly InstalledSdk[]): Promise<Project> {
    if (sdks.length === 0) return base;
    const ofBase = this.#made.get(base) ?? new WeakMap<readonly InstalledSdk[], Promise<Project>>();
    this.#made.set(base, ofBase);
    let made = ofBase.get(sdks);
    if (!made) {
      made = sdkAdditions(sdks, base.catalog, this.#use.pause).then((additions) => base.withSdk(additions));
      ofBase.set(sdks, made);
    }
    return made;
  }
}
