import { GitFailure, git } from "./git.node.ts";

/** The files of a repository that git does not ignore, and the folders that contain them. */
export class ListedFiles {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  /** `listing` are the paths below the root, each with a null character behind it; that of a repository ends with `/`. */
  constructor(listing: string) {
    for (const path of listing.split("\0")) {
      const key = keyOf(path.replace(/\/$/, ""));
      this.#files.add(key);
      // Files of one folder follow each other: its folders are there after the first.
      for (let end = key.lastIndexOf("/"); end > 0; end = key.lastIndexOf("/", end - 1)) {
        const folder = key.slice(0, end);
        if (this.#folders.has(folder)) break;
        this.#folders.add(folder);
      }
    }
  }

  /**
   * Returns whether a file is listed, or a folder with a listed file in it or a repository of its own. The path is
   * relative to the root, with slashes.
   */
  has(path: string, isFolder: boolean): boolean {
    const key = keyOf(path);
    return this.#files.has(key) || (isFolder && (key === "" || this.#folders.has(key)));
  }
}

/**
 * Lists what git does not ignore: one process for a folder, and a second one for all further folders of a repository.
 * `fail` is called with a sentence about the first failure alone.
 */
export class GitFiles {
  readonly #fail: (sentence: string) => void;
  readonly #asked = new Map<string, { whole?: Promise<ListedFiles | undefined> }>();
  #hasFailed = false;
  /** Whether git waited for a pipe: it is not asked again, since each of many repositories could have one. */
  #hasStalled = false;

  constructor(fail: (sentence: string) => void = () => {}) {
    this.#fail = fail;
  }

  /**
   * Returns what is listed in a folder of the repository with this root; undefined if git gives no answer. `inside` is
   * the path of the folder relative to the root, with slashes; empty for the root.
   */
  in(inside: string, root: string): Promise<ListedFiles | undefined> {
    const asked = this.#asked.get(root);
    if (!asked) {
      const listed = this.#list(root, inside);
      this.#asked.set(root, inside === "" ? { whole: listed } : {});
      return listed;
    }
    asked.whole ??= this.#list(root, "");
    return asked.whole;
  }

  async #list(root: string, inside: string): Promise<ListedFiles | undefined> {
    if (this.#hasStalled) return undefined;
    const files = ["--cached", "--others", "--exclude-standard", "--exclude=node_modules"];
    const args = ["ls-files", "-z", ...files, "--", ...(inside === "" ? [] : [inside])];
    try {
      return new ListedFiles(await git(root, args));
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      if (!this.#hasFailed && !error.isNoRepository)
        this.#fail(
          `The .gitignore files in '${root}' are read, because git does not list its files: ${error.message}.`,
        );
      this.#hasFailed = true;
      this.#hasStalled ||= error.isStalled;
      // What failed for a folder fails for the whole repository, and may have taken long.
      this.#asked.set(root, { whole: Promise.resolve(undefined) });
      return undefined;
    }
  }
}

/** Returns a path as it is compared: some file systems neither keep nor tell apart all spellings of a name. */
function keyOf(path: string): string {
  return process.platform === "linux" ? path : path.normalize("NFC").toLowerCase();
}
