import { join, relative, sep } from "node:path";
import { Gitignore } from "../../globs/gitignore.ts";
import type { Skip } from "./files.node.ts";
import { readRegularFile, unreadable } from "./regular-file.node.ts";

/** Larger files named .gitignore are not read, in bytes. */
const maximumBytes = 1_000_000;

/** Is called with a file that cannot be read. */
type Unread = (skipped: Skip) => void;

/** The rules in one file. Paths are absolute, without symbolic links. */
interface Rules {
  file: string;
  /** The folder to which they apply. */
  folder: string;
  rules: Gitignore;
}

/**
 * What the files named .gitignore ignore, and `.git/info/exclude`. They stand in for git where git is not asked: they
 * tell neither which files are tracked nor what the settings of git ignore. All paths are absolute, without links.
 */
export class IgnoreRules {
  readonly #all: readonly Rules[];

  private constructor(all: readonly Rules[]) {
    this.#all = all;
  }

  /**
   * Returns the rules that apply in a folder because of the folders above it, up to the root of its repository; none if
   * they ignore the folder itself, which is walked because it is asked for.
   */
  static async above(folder: string, root: string | undefined, skip?: Unread): Promise<IgnoreRules> {
    const none = new IgnoreRules([]);
    if (root === undefined) return none;
    let rules = await none.#with(join(root, ".git", "info", "exclude"), root, skip);
    let above = root;
    for (const part of relative(root, folder).split(sep).filter(Boolean)) {
      rules = await rules.in(above, skip);
      above = join(above, part);
      if (rules.ignoring(above, true) !== undefined) return none;
    }
    return rules;
  }

  /** Returns these rules and those that a folder adds. `skip` is called if they cannot be read. */
  in(folder: string, skip?: Unread): Promise<IgnoreRules> {
    return this.#with(join(folder, ".gitignore"), folder, skip);
  }

  async #with(file: string, folder: string, skip: Unread = () => {}): Promise<IgnoreRules> {
    const text = await readRegularFile(file, maximumBytes).then(String, (error: unknown) => {
      const { failure, message } = unreadable(error, file);
      if (failure !== "missing")
        skip({ path: relative(process.cwd(), file) || file, reason: "unreadable", detail: message });
      return "";
    });
    return text === "" ? this : new IgnoreRules([...this.#all, { file, folder, rules: new Gitignore(text) }]);
  }

  /** Returns the file whose rules ignore a path; undefined if none does. As in git, the nearest matching one decides. */
  ignoring(path: string, isFolder: boolean): string | undefined {
    for (const { file, folder, rules } of this.#all.toReversed()) {
      const inside = relative(folder, path).split(sep).join("/") + (isFolder ? "/" : "");
      const verdict = rules.verdictOn(inside);
      if (verdict) return verdict === "ignored" ? file : undefined;
    }
    return undefined;
  }
}
