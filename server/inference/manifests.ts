import { URI, Utils } from "vscode-uri";
import type { Host } from "../documents/host.ts";

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
  readonly #nearest = new Map<string, Promise<Manifest | undefined>>();
  /** By the folder's URI as it is written: parsing URIs costs more than everything else here. */
  readonly #ofFolder = new Map<string, Promise<Manifest | undefined>>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Returns the manifest of a file; undefined if there is none, or if the URI has no `file` scheme. */
  async of(uri: string): Promise<Manifest | undefined> {
    if (!uri.startsWith("file:")) return undefined;
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    let nearest = this.#ofFolder.get(folder);
    if (!nearest) {
      nearest = this.#nearestTo(Utils.dirname(URI.parse(uri)), maximumHeight);
      this.#ofFolder.set(folder, nearest);
    }
    return nearest;
  }

  /** Clears the cache if any of the files that changed on disk is a manifest; returns whether one is. */
  invalidate(uris: readonly string[]): boolean {
    if (!uris.some((uri) => manifestNames.some((name) => uri.endsWith(`/${name}`)))) return false;
    this.#nearest.clear();
    this.#ofFolder.clear();
    return true;
  }

  #nearestTo(folder: URI, height: number): Promise<Manifest | undefined> {
    const key = folder.toString();
    let nearest = this.#nearest.get(key);
    if (!nearest) {
      nearest = this.#findManifest(folder, height);
      this.#nearest.set(key, nearest);
    }
    return nearest;
  }

  async #findManifest(folder: URI, height: number): Promise<Manifest | undefined> {
    for (const name of await this.#host.existingNames(folder.toString(), manifestNames)) {
      const text = await this.#host.readText(Utils.joinPath(folder, name).toString());
      if (text !== undefined) return { name, text };
    }
    const parent = Utils.dirname(folder);
    return parent.path === folder.path || height === 0 ? undefined : this.#nearestTo(parent, height - 1);
  }
}
