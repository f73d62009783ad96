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

/**
 * In milliseconds. The first SDKs are searched for `delay` after the first file was opened: its first answers come first.
 * Later, a project waits up to `patience` for those of a further folder, which mostly are the same.
 */
const [delay, patience] = [100, 60];

/** A project of the files in a folder: as its configuration makes it, and with SDKs. */
interface OfFolder {
  base: Project;
  project: Project;
  /** Whether packages may have been installed since. */
  isStale: boolean;
}

/** A project with SDKs that is being made. */
interface Making {
  base: Project;
  project: Promise<Project>;
}

/** Adds to the project of a file what the SDKs say that are installed for it. */
export class SdkProjects {
  readonly #use: SdkUse;
  readonly #made = new WeakMap<Project, WeakMap<readonly InstalledSdk[], Promise<Project>>>();
  /** By the URI of the folder. */
  readonly #ofFolder = new Map<string, OfFolder>();
  /** What is being made of which project, by the URI of the folder. */
  readonly #making = new Map<string, Making>();

  constructor(use: SdkUse) {
    this.#use = use;
  }

  /** The projects that have something from SDKs. */
  get all(): Project[] {
    const withSdks = [...this.#ofFolder.values()].filter(({ base, project }) => project !== base);
    return [...new Set(withSdks.map(({ project }) => project))];
  }

  /** Returns the project of a file with its SDKs; if that takes long, for now the one without or that of before. */
  async of(project: Project, uri: string): Promise<Project> {
    if (!/^(?:file|vscode-notebook-cell):/.test(uri) || !this.#use.isOn(uri)) return project;
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    const known = this.#ofFolder.get(folder);
    const isSame = known?.base === project;
    if (isSame && !known.isStale) return known.project;
    const isFirst = this.#ofFolder.size === 0 && !this.#use.waits;
    const begun = this.#making.get(folder);
    // What was begun for an earlier configuration is not the answer.
    const making =
      begun?.base === project ? begun.project : this.#begin(project, uri, folder, isFirst ? delay : 0);
    if (this.#use.waits) return making;
    return this.#inTime(making, isSame ? known.project : project, isFirst ? 0 : patience);
  }

  /** Searches for SDKs again, after packages may have been installed. */
  refresh(): void {
    this.#use.installed.clear();
    for (const one of this.#ofFolder.values()) one.isStale = true;
  }

  #begin(base: Project, uri: string, folder: string, after: number): Promise<Project> {
    const start = after === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, after));
    const making: Making = { base, project: start.then(() => this.#make(base, uri)) };
    this.#making.set(folder, making);
    making.project = making.project
      .then((project) => {
        if (this.#making.get(folder) === making)
          this.#ofFolder.set(folder, { base, project, isStale: false });
        return project;
      })
      .finally(() => {
        if (this.#making.get(folder) === making) this.#making.delete(folder);
      });
    return making.project;
  }

  /** Returns a project as soon as it is made, or `before` if that takes longer than a number of milliseconds. */
  async #inTime(making: Promise<Project>, before: Project, maximum: number): Promise<Project> {
    if (maximum > 0) {
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, maximum, undefined));
      const made = await Promise.race([making, late]);
      if (made) return made;
    }
    void making.then((project) => {
      if (project !== before) this.#use.onRead();
    });
    return before;
  }

  async #make(base: Project, uri: string): Promise<Project> {
    const file = normalizeUri(fileUriOf(uri));
    const sdks = await this.#use.installed.of(file.slice(0, file.lastIndexOf("/")));
    return this.#withSdks(base, sdks);
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
