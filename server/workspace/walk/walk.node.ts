import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { languageByPath } from "../../syntax/languages/index.ts";
import { neverEntered } from "../walk-limits.ts";
import type { Skip } from "./files.node.ts";
import { repositoryOf } from "./git.node.ts";
import type { GitFiles, ListedFiles } from "./git-files.node.ts";
import { IgnoreRules } from "./ignore-rules.node.ts";
import { unreadable } from "./regular-file.node.ts";

/** How users have such folders read. */
const vendoredDetail = "ignore.vendored: false in .error-codes.yaml includes it";

/** How a folder is walked. */
export interface WalkOptions {
  /** Lists what git does not ignore; if it is undefined, git is not run, and the rules in the folders are read. */
  git?: GitFiles | undefined;
  /** Returns whether a folder is passed over because it holds the code of others. */
  isVendored?(folder: string): Promise<boolean>;
  /** Is called with what is skipped. */
  skip?(skipped: Skip): void;
  /** Is called with each folder that is entered and the names in it. */
  onListed?(folder: string, names: ReadonlySet<string>): void;
}

/** Yields the path of every file to be read below a folder, sorted by name. */
export async function* filesBelow(folder: string, options: WalkOptions = {}): AsyncGenerator<string> {
  yield* below(await folderAt(folder, options.git, options.skip), options);
}

/** What is not ignored: as git lists it, or by the rules in the folders. */
type Selection = { listed: ListedFiles } | { rules: IgnoreRules };

/** A file or folder, and what decides whether it is ignored. */
interface Place {
  path: string;
  /** The path without symbolic links. */
  real: string;
  /** The path below the root of the repository, with slashes; empty for the root, and without a repository. */
  inside: string;
  selection: Selection;
}

/** Returns the place of a folder that is asked for, or is the root of a repository within another one. */
async function folderAt(
  path: string,
  git: GitFiles | undefined,
  skip?: (skipped: Skip) => void,
): Promise<Place> {
  // A folder that cannot be resolved cannot be read either, which is reported when it is read.
  const real = await realpath(path).catch(() => path);
  const root = await repositoryOf(real);
  const rules = await IgnoreRules.above(real, root, skip);
  if (root === undefined || !git) return { path, real, inside: "", selection: { rules } };
  const inside = relative(root, real).split(sep).join("/");
  const listed = await git.in(inside, root);
  // Nothing is listed in a folder that is ignored: it is asked for all the same.
  return { path, real, inside, selection: listed?.has(inside, true) ? { listed } : { rules } };
}

function placeIn({ path, real, inside, selection }: Place, name: string): Place {
  const below = inside === "" ? name : `${inside}/${name}`;
  return { path: join(path, name), real: real + sep + name, inside: below, selection };
}

/** Yields the files below a folder; `top` is the path, without links, of the folder that is asked for. */
async function* below(given: Place, options: WalkOptions, top = given.real): AsyncGenerator<string> {
  const { skip = () => {}, isVendored = async () => false } = options;
  const entries = await readdir(given.path, { withFileTypes: true }).catch((error: unknown) => {
    const { message } = unreadable(error, given.path);
    skip({ path: given.path, reason: "unreadable", folder: true, detail: message });
    return [];
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(entries.map(({ name }) => name));
  options.onListed?.(given.path, names);
  const folder = await withOwnRules(given, names, options);
  for (const entry of entries) {
    const isFolder = entry.isDirectory();
    if (isFolder && neverEntered.has(entry.name)) continue;
    const inner = placeIn(folder, entry.name);
    const ignoredBy = whatIgnores(inner, isFolder);
    if (!isFolder && !entry.isFile()) {
      const reason = ignoredBy ? undefined : await whyNotWalked(inner.path, entry, top);
      if (reason) skip({ path: inner.path, ...reason });
    } else if (ignoredBy) {
      if (isFolder && "listed" in folder.selection && (await isWithoutFiles(inner.path))) continue;
      skip({ path: inner.path, reason: "ignored", folder: isFolder, detail: `by ${ignoredBy}` });
    } else if (!isFolder) yield inner.path;
    else if (await isVendored(inner.path))
      skip({ path: inner.path, reason: "vendored", folder: true, detail: vendoredDetail });
    else yield* below(inner, options, top);
  }
}

/**
 * Returns why an entry that is neither a file nor a folder is passed over, although its name is that of source code or
 * it leads to a folder. Undefined if there is nothing to be said: a link within the walk leads to what is walked anyway.
 */
async function whyNotWalked(
  path: string,
  entry: Dirent,
  top: string,
): Promise<Omit<Skip, "path"> | undefined> {
  const isSource = languageByPath(path) !== undefined;
  if (!entry.isSymbolicLink())
    return isSource ? { reason: "unreadable", detail: "it is not a regular file" } : undefined;
  try {
    const target = await realpath(path);
    if (`${target}${sep}`.startsWith(top.endsWith(sep) ? top : top + sep)) return undefined;
    const folder = (await stat(target)).isDirectory();
    return folder || isSource ? { reason: "linked", folder, detail: `to ${target}` } : undefined;
  } catch (error) {
    const { failure, message } = unreadable(error, path);
    // A link that leads nowhere is nothing that could be read.
    return isSource && failure !== "missing" ? { reason: "unreadable", detail: message } : undefined;
  }
}

/** Returns a folder with the rules that its own files add: a repository within another one has rules of its own. */
async function withOwnRules(
  given: Place,
  names: ReadonlySet<string>,
  { git, skip }: Pick<WalkOptions, "git" | "skip">,
): Promise<Place> {
  const folder = names.has(".git") ? await folderAt(given.path, git, skip) : given;
  const { selection, real } = folder;
  if (!("rules" in selection) || !names.has(".gitignore")) return folder;
  return { ...folder, selection: { rules: await selection.rules.in(real, skip) } };
}

/** Returns what ignores an entry, as users know it; undefined if nothing does. */
function whatIgnores({ real, inside, selection }: Place, isFolder: boolean): string | undefined {
  if ("listed" in selection) return selection.listed.has(inside, isFolder) ? undefined : "git";
  const file = selection.rules.ignoring(real, isFolder);
  return file === undefined ? undefined : relative(process.cwd(), file) || file;
}

/** Git lists files alone: a folder that has none, at any depth, is not listed, but is not ignored either. */
async function isWithoutFiles(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries?.every((entry) => entry.isDirectory())) return false;
  for (const { name } of entries) if (!(await isWithoutFiles(join(folder, name)))) return false;
  return true;
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
  let current = await folderAt(folder, undefined);
  for (const [index, name] of parts.entries()) {
    const isFolder = index < parts.length - 1;
    const entries = await readdir(current.path, { withFileTypes: true }).catch((): Dirent[] => []);
    if (entries.some((entry) => entry.name === name && entry.isSymbolicLink())) return false;
    const names = new Set(entries.map((entry) => entry.name));
    current = placeIn(await withOwnRules(current, names, {}), name);
    if (isFolder && (neverEntered.has(name) || (await isVendored(current.path)))) return false;
    if (whatIgnores(current, isFolder)) return false;
  }
  return true;
}
