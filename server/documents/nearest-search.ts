import { type URI, Utils } from "vscode-uri";
import { fileUriOf, parseUri } from "./uris.ts";

/** Finds what belongs to a file, in its folder or the nearest one above that has any, and caches it for each folder. */
export class NearestSearch<T> {
  readonly #findIn: (folder: URI) => Promise<T | undefined>;
  readonly #maximumHeight: number;
  /** By the folder's normalized URI. */
  readonly #nearest = new Map<string, Promise<T | undefined>>();
  /** By the folder's URI as it is written: parsing URIs costs more than everything else here. */
  readonly #ofFolder = new Map<string, Promise<T | undefined>>();

  /** `findIn` searches one folder; `maximumHeight` is the number of parent folders that are searched. */
  constructor(findIn: (folder: URI) => Promise<T | undefined>, maximumHeight = Number.POSITIVE_INFINITY) {
    this.#findIn = findIn;
    this.#maximumHeight = maximumHeight;
  }

  /** Returns what belongs to the file with a URI; for a cell of a notebook, what belongs to the notebook. */
  of(uri: string): Promise<T | undefined> {
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    let nearest = this.#ofFolder.get(folder);
    if (!nearest) {
      nearest = this.#nearestTo(folderOf(uri), this.#maximumHeight);
      this.#ofFolder.set(folder, nearest);
      nearest.catch(() => this.#ofFolder.delete(folder));
    }
    return nearest;
  }

  clear(): void {
    this.#nearest.clear();
    this.#ofFolder.clear();
  }

  #nearestTo(folder: URI, height: number): Promise<T | undefined> {
    const key = folder.toString();
    let nearest = this.#nearest.get(key);
    if (!nearest) {
      nearest = this.#search(folder, height);
      this.#nearest.set(key, nearest);
      // A search that failed once may succeed later.
      nearest.catch(() => this.#nearest.delete(key));
    }
    return nearest;
  }

  async #search(folder: URI, height: number): Promise<T | undefined> {
    const found = await this.#findIn(folder);
    if (found !== undefined) return found;
    const parent = Utils.dirname(folder);
    return parent.path === folder.path || height === 0 ? undefined : this.#nearestTo(parent, height - 1);
  }
}

function folderOf(uri: string): URI {
  return Utils.dirname(parseUri(fileUriOf(uri)).with({ fragment: "", query: "" }));
}
