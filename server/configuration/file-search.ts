import type { Host, MatchingFiles } from "../documents/host.ts";
import { Glob } from "../globs/glob.ts";

/** How long the patterns of one configuration are searched for, in seconds; each of them has a limit of its own, too. */
const maximumTime = 10;

/** Finds the files that paths and patterns in configurations match, and keeps what was found. */
export class FileSearch {
  readonly #host: Host;
  readonly #found = new Map<string, Promise<MatchingFiles>>();
  /** How long the patterns of the configuration in a folder have been searched for, in milliseconds. */
  readonly #spent = new Map<string, number>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Finds the URIs of the files that a path or a pattern, relative to the URI of a folder, matches. */
  find(folder: string, glob: string): Promise<MatchingFiles> {
    const key = `${folder} ${glob}`;
    let found = this.#found.get(key);
    if (!found) {
      found = Glob.split(glob).isPattern
        ? this.#searchFor(folder, glob)
        : this.#host.filesMatching(folder, glob);
      this.#found.set(key, found);
    }
    return found;
  }

  /** Forgets what was found, after files were created, deleted or changed. */
  clear(): void {
    this.#found.clear();
    this.#spent.clear();
  }

  async #searchFor(folder: string, glob: string): Promise<MatchingFiles> {
    const spent = () => this.#spent.get(folder) ?? 0;
    if (spent() >= 1000 * maximumTime)
      return { files: [], stoppedBy: { limit: "seconds", count: maximumTime } };
    const start = Date.now();
    const found = await this.#host.filesMatching(folder, glob);
    this.#spent.set(folder, spent() + Date.now() - start);
    return found;
  }
}
