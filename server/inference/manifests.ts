import { type URI, Utils } from "vscode-uri";
import type { Host } from "../documents/host.ts";
import { NearestSearch } from "../documents/nearest-search.ts";
import { isInFolder } from "../documents/uris.ts";

/** A file that names the packages that a project uses. */
export interface Manifest {
  name: string;
  text: string;
}

/** The file names of manifests; if a folder has several, the first in this order counts. */
export const manifestNames = [
  "go.mod",
  "package.json",
  "requirements.txt",
  "pyproject.toml",
  "setup.py",
  "pom.xml",
  "build.gradle",
  "build.gradle.kts",
  "composer.json",
  "Gemfile",
  "Cargo.toml",
];

/** How many parent folders are searched: those above belong to other projects. */
const maximumHeight = 12;

/** Finds the manifest of a file, the nearest up the tree, and caches it. */
export class Manifests {
  readonly #host: Host;
  readonly #search = new NearestSearch((folder) => this.#manifestIn(folder), maximumHeight);

  constructor(host: Host) {
    this.#host = host;
  }

  /** Returns the manifest of a file; undefined if there is none, or if the document exists only in the editor. */
  async of(uri: string): Promise<Manifest | undefined> {
    return isInFolder(uri) ? this.#search.of(uri) : undefined;
  }

  /** Clears the cache if any of the files that changed on disk is a manifest; returns whether one is. */
  invalidate(uris: readonly string[]): boolean {
    if (!uris.some((uri) => manifestNames.some((name) => uri.endsWith(`/${name}`)))) return false;
    this.#search.clear();
    return true;
  }

  async #manifestIn(folder: URI): Promise<Manifest | undefined> {
    for (const name of await this.#host.existingNames(folder.toString(), manifestNames)) {
      const text = await this.#host.readText(Utils.joinPath(folder, name).toString());
      if (text !== undefined) return { name, text };
    }
    return undefined;
  }
}
