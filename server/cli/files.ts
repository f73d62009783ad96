import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type DisplayLanguage, type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import type { Projects } from "../configuration/projects.ts";
import { vendoredFolderOf, vendoredNames } from "../configuration/vendored.ts";
import type { Skip } from "../workspace/walk/files.node.ts";
import type { KeptNames } from "../workspace/walk/folder-names.node.ts";
import { GitFiles } from "../workspace/walk/git-files.node.ts";
import { filesBelow } from "../workspace/walk/walk.node.ts";
import { UsageError } from "./usage-error.ts";

/** What a search for files reports to, and what it depends on. */
interface FileFinderOptions {
  /** Loads the configurations, which can have vendored folders included; without it, all are. */
  projects?(): Promise<Projects>;
  /** Is called with each file and folder that is skipped. */
  skip?(skipped: Skip): void;
  /** Keeps the names in the folders that were entered, since configurations are looked for among them. */
  folderNames?: KeptNames;
  /** Prints a line about a failure to standard error. */
  warn?(line: string): void;
  /** The display language; English if undefined. */
  lang?: DisplayLanguage;
}

const noSuchPath = (path: string): LocalizedText => ({
  en: `Cannot read '${path}': there is no such file or folder.`,
  "zh-CN": `无法读取“${path}”：没有这个文件或文件夹。`,
});

/** Finds the files at paths; git lists each repository at most twice, however many paths there are. */
export class FileFinder {
  readonly #options: FileFinderOptions;
  readonly #git: GitFiles;

  constructor(options: FileFinderOptions = {}) {
    this.#options = options;
    this.#git = new GitFiles((sentence) => options.warn?.(sentence));
  }

  /**
   * Yields the path of every file at the given paths; files in a folder have paths that begin with the folder's.
   * `named` are the names of vendored folders that are not passed over.
   */
  async *filesIn(paths: readonly string[], named: readonly string[] = []): AsyncGenerator<string> {
    const { skip, folderNames, lang = "en" } = this.#options;
    for (const path of paths) {
      const info = await stat(path).catch(() => undefined);
      if (!info) throw new UsageError(localize(noSuchPath(path), lang));
      if (!info.isDirectory()) yield path;
      else
        yield* filesBelow(path, {
          git: this.#git,
          ...(skip ? { skip } : {}),
          onListed: (folder, names) => folderNames?.keep(resolve(folder), names),
          isVendored: (folder) => this.#isVendored(folder, path, named),
        });
    }
  }

  /** Whether a folder is passed over below the given one. */
  async #isVendored(folder: string, given: string, named: readonly string[]): Promise<boolean> {
    const name = basename(folder);
    const { projects } = this.#options;
    if (!projects || !vendoredNames.includes(name) || named.includes(name)) return false;
    const uri = `${pathToFileURL(folder).href}/`;
    return (await vendoredFolderOf(uri, [pathToFileURL(given).href], await projects())) !== undefined;
  }
}
