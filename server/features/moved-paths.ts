import type { FileRename } from "vscode-languageserver";
import { Utils } from "vscode-uri";
import { isMatched } from "../configuration/projects.ts";
import { normalizeUri, parseUri } from "../documents/uris.ts";
import { Glob } from "../globs/glob.ts";

/** The paths and globs of a catalog in a configuration. */
interface WrittenPaths {
  /** The URI of the configuration. */
  uri: string;
  paths: readonly string[];
  /** The URIs of the catalogs of the configuration, before the renames. */
  catalogs: Iterable<string>;
}

/** A path or glob that leads to the same files as before, and the paths of files that it no longer matches. */
export interface MovedPath {
  /** Undefined if the path need not change. */
  path?: string;
  added: string[];
}

/** Returns what has to be written for each path or glob of a catalog so that it is read as before some renames. */
export function movedPaths(written: WrittenPaths, renames: readonly FileRename[]): MovedPath[] {
  const before = Utils.dirname(parseUri(written.uri)).path;
  const after = Utils.dirname(parseUri(written.uri).with({ path: pathAfter(written.uri, renames) })).path;
  const folders = { before, after };
  const moved = written.paths.map((path) => movedPath(written.uri, path, folders, renames));
  const left = written.paths.map((path, index) => moved[index] ?? path);
  return moved.map((path, index) => {
    const added = addedPaths(written, written.paths[index] ?? "", left, folders.after, renames);
    left.push(...added);
    return { ...(path === undefined ? {} : { path }), added };
  });
}

/** The path of the folder of a configuration, which may be moved itself. */
interface Folders {
  before: string;
  after: string;
}

/** Returns the path or glob that leads to the same files as before; undefined if it need not change. */
function movedPath(
  uri: string,
  written: string,
  folders: Folders,
  renames: readonly FileRename[],
): string | undefined {
  const { base, rest, isPattern } = Glob.split(written);
  const named = Utils.resolvePath(Utils.dirname(parseUri(uri)), isPattern ? base : written);
  const moved = relative(folders.after, pathAfter(named.toString(), renames));
  if (moved === relative(folders.before, named.path)) return undefined;
  return isPattern ? [moved, rest].filter((part) => part !== "").join("/") : moved;
}

/** Returns paths of the catalogs that a glob matched, and that no path of the catalog leads to after the renames. */
function addedPaths(
  { uri, catalogs }: WrittenPaths,
  written: string,
  left: readonly string[],
  folder: string,
  renames: readonly FileRename[],
): string[] {
  const { base, rest, isPattern } = Glob.split(written);
  if (!isPattern) return [];
  const before = Utils.dirname(parseUri(uri)).toString();
  const after = parseUri(uri).with({ path: folder }).toString();
  const added = new Set<string>();
  for (const catalog of catalogs) {
    const rename = renames.find(({ oldUri }) => isAtOrBelow(oldUri, catalog));
    if (!rename || !isMatched(normalizeUri(catalog), { folder: before, glob: written })) continue;
    const path = pathAfter(catalog, renames);
    const target = parseUri(catalog).with({ path }).toString();
    const isLeft = (glob: string) => isMatched(normalizeUri(target), { folder: after, glob });
    if (left.some(isLeft) || [...added].some(isLeft)) continue;
    const start = Utils.resolvePath(parseUri(before), base).path;
    const below = parseUri(rename.oldUri).path.slice(start.length + 1);
    const inner = normalizeUri(rename.oldUri) === normalizeUri(catalog) ? undefined : restBelow(rest, below);
    const top = relative(folder, parseUri(rename.newUri).path.replace(/\/$/, ""));
    added.add(inner === undefined ? relative(folder, path) : `${top}/${inner}`);
  }
  return [...added];
}

/** Returns the part of a glob that matches below a folder which it reaches into by `**`; undefined if it does not. */
function restBelow(rest: string, folder: string): string | undefined {
  const parts = rest.split("/");
  const at = parts.indexOf("**");
  const isPlain = !/[{(]/.test(rest);
  return isPlain && at >= 0 && at <= folder.split("/").length ? parts.slice(at).join("/") : undefined;
}

/** Returns the path of a file or folder after some renames. */
function pathAfter(uri: string, renames: readonly FileRename[]): string {
  const { path } = parseUri(uri);
  const rename = renames.find(({ oldUri }) => isAtOrBelow(oldUri, uri));
  if (!rename) return path;
  const [from, to] = [parseUri(rename.oldUri).path, parseUri(rename.newUri).path];
  return `${to.replace(/\/$/, "")}${path.slice(from.replace(/\/$/, "").length)}`;
}

function isAtOrBelow(outer: string, uri: string): boolean {
  const [a, b] = [normalizeUri(outer), normalizeUri(uri)].map((one) => one.replace(/\/$/, ""));
  return a === b || (b ?? "").startsWith(`${a}/`);
}

/** Returns a path relative to a folder, with `..` where it is not below it; empty for the folder itself. */
function relative(folder: string, path: string): string {
  const [from, to] = [folder, path].map((one) => one.split("/").filter((part) => part !== ""));
  if (!from || !to) return path;
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
