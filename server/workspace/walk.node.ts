import { readdir, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Skip } from "./files.node.ts";
import { repositoryOf } from "./git.node.ts";
import type { GitFiles, ListedFiles } from "./git-files.node.ts";
import { IgnoreRules } from "./ignore-rules.node.ts";

/** How users have such folders read. */
const vendoredDetail = "ignore.vendored: false in .error-codes.yaml includes it";

const neverEntered = new Set([".git", ".hg", ".svn", "node_modules"]);

/** How a folder is walked. */
export interface WalkOptions {
  /** Lists what git does not ignore; if it is undefined, git is not run, and the rules in the folders are read. */
  git?: GitFiles | undefined;
  /** Returns whether a folder is passed over because it holds the code of others. */
  isVendored?(folder: string): Promise<boolean>;
  /** Is called with what is skipped. */
  skip?(skipped: Skip): void;
}

/** Yields the path of every file to be read below a folder, sorted by name. */
export async function* filesBelow(folder: string, options: WalkOptions = {}): AsyncGenerator<string> {
  // A folder that cannot be resolved cannot be read either, which is reported there.
  const real = await realpath(folder).catch(() => folder);
  yield* below({ path: folder, real, selection: await selectionAt(real, options.git) }, options);
}

/** What is not ignored: as git lists it, or by the rules in the folders. */
type Selection = { listed: ListedFiles } | { rules: IgnoreRules };

/** A folder, its path without symbolic links, and what applies to its entries. */
interface Folder {
  path: string;
  real: string;
  selection: Selection;
}

/** Returns what is selected in a folder that is asked for, or is the root of a repository within another one. */
async function selectionAt(real: string, git: GitFiles | undefined): Promise<Selection> {
  const root = await repositoryOf(real);
  const rules = await IgnoreRules.above(real, root);
  const listed = root === undefined ? undefined : await git?.in(real, root);
  // Nothing is listed in a folder that is ignored: it is asked for all the same.
  return listed?.has(real, true) ? { listed } : { rules };
}

async function* below(folder: Folder, options: WalkOptions): AsyncGenerator<string> {
  const { skip = () => {}, isVendored = async () => false } = options;
  const entries = await readdir(folder.path, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      skip({ path: folder.path, reason: "unreadable", folder: true, detail: error.code ?? String(error) });
      return [];
    },
  );
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const selection = await selectionIn(folder, new Set(entries.map(({ name }) => name)), options.git);
  for (const entry of entries) {
    const isFolder = entry.isDirectory();
    if ((!isFolder && !entry.isFile()) || (isFolder && neverEntered.has(entry.name))) continue;
    const inner = { path: join(folder.path, entry.name), real: join(folder.real, entry.name), selection };
    const ignoredBy = whatIgnores(inner, isFolder);
    if (ignoredBy) {
      if (isFolder && "listed" in selection && (await isEmpty(inner.path))) continue;
      skip({ path: inner.path, reason: "ignored", folder: isFolder, detail: `by ${ignoredBy}` });
    } else if (!isFolder) yield inner.path;
    else if (await isVendored(inner.path))
      skip({ path: inner.path, reason: "vendored", folder: true, detail: vendoredDetail });
    else yield* below(inner, options);
  }
}

/** Returns what applies to the entries of a folder: a repository within another one has rules of its own. */
async function selectionIn(
  { real, selection }: Folder,
  names: ReadonlySet<string>,
  git: GitFiles | undefined,
): Promise<Selection> {
  if (names.has(".git")) selection = await selectionAt(real, git);
  if ("rules" in selection && names.has(".gitignore")) return { rules: await selection.rules.in(real) };
  return selection;
}

/** Returns what ignores an entry, as users know it; undefined if nothing does. */
function whatIgnores({ real, selection }: Folder, isFolder: boolean): string | undefined {
  if ("listed" in selection) return selection.listed.has(real, isFolder) ? undefined : "git";
  const file = selection.rules.ignoring(real, isFolder);
  return file === undefined ? undefined : relative(process.cwd(), file) || file;
}

/** Git lists files alone: a folder without any is not listed, but is not ignored either. */
async function isEmpty(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => ["?"])).length === 0;
}

/**
 * Returns whether {@link filesBelow} yields a path, without running git: no folder above it is skipped, and no rule
 * ignores it.
 */
export async function isIncludedBelow(
  folder: string,
  path: string,
  isVendored: (folder: string) => Promise<boolean>,
): Promise<boolean> {
  const parts = relative(folder, path).split(sep);
  if (parts[0] === "" || parts[0] === "..") return false;
  const real = await realpath(folder).catch(() => folder);
  let current: Folder = { path: folder, real, selection: await selectionAt(real, undefined) };
  for (const [index, name] of parts.entries()) {
    const isFolder = index < parts.length - 1;
    const names = new Set(await readdir(current.path).catch(() => []));
    const selection = await selectionIn(current, names, undefined);
    current = { path: join(current.path, name), real: join(current.real, name), selection };
    if (isFolder && (neverEntered.has(name) || (await isVendored(current.path)))) return false;
    if (whatIgnores(current, isFolder)) return false;
  }
  return true;
}
