import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";

/** The rules in one file. Paths are absolute, without symbolic links. */
interface Rules {
  file: string;
  /** The folder to which they apply. */
  folder: string;
  rules: Ignore;
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
  static async above(folder: string, root: string | undefined): Promise<IgnoreRules> {
    const none = new IgnoreRules([]);
    if (root === undefined) return none;
    let rules = await none.#with(join(root, ".git", "info", "exclude"), root);
    let above = root;
    for (const part of relative(root, folder).split(sep).filter(Boolean)) {
      rules = await rules.in(above);
      above = join(above, part);
      if (rules.ignoring(above, true) !== undefined) return none;
    }
    return rules;
  }

  /** Returns these rules and those that a folder adds. */
  in(folder: string): Promise<IgnoreRules> {
    return this.#with(join(folder, ".gitignore"), folder);
  }

  async #with(file: string, folder: string): Promise<IgnoreRules> {
    const text = await readFile(file, "utf8").catch(() => "");
    return text === "" ? this : new IgnoreRules([...this.#all, { file, folder, rules: ignore().add(text) }]);
  }

  /** Returns the file whose rules ignore a path; undefined if none does. As in git, the nearest matching one decides. */
  ignoring(path: string, isFolder: boolean): string | undefined {
    for (const { file, folder, rules } of this.#all.toReversed()) {
      const inside = relative(folder, path).split(sep).join("/") + (isFolder ? "/" : "");
      const { ignored, unignored } = rules.test(inside);
      if (ignored) return file;
      if (unignored) return undefined;
    }
    return undefined;
  }
}
