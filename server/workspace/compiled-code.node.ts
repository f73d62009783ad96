import { lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import * as nodeModule from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** What is used of Node.js' module of that name; versions before 22.10 have not all of it. */
const { enableCompileCache, flushCompileCache }: Partial<typeof nodeModule> = nodeModule;

/** How the folders of each version of this program are called, in front of the version. */
const prefix = "compiled-";

/** The argument of the language server that names the folder to keep files in. */
const argument = "--storage=";

/**
 * Lets Node.js keep what it compiles of the modules that are loaded from now on, so that the next start is faster. A
 * program that others could write into that folder would run: it must be the user's own. Where it is not, or cannot be
 * created, nothing is kept.
 *
 * `storage` is a folder for files of this program; undefined stands for the one in the user's folder for caches.
 */
export function keepCompiledCode(storage = userStorage()): void {
  if (!enableCompileCache || !isAbsolute(storage)) return;
  const folder = join(storage, `${prefix}${process.env.ERROR_CODES_VERSION ?? "0"}`);
  try {
    const isNew = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
    if (!isOwn(folder)) return;
    enableCompileCache(folder);
    if (isNew) removeOthers(storage, folder);
  } catch {
    // The program runs without it as well.
  }
}

/** Returns the folder that the arguments of the program name, if they do. */
export function storageIn(args: readonly string[]): string | undefined {
  return args.find((one) => one.startsWith(argument))?.slice(argument.length);
}

/** Writes what was compiled until now: a server that is killed does not write it at its end. */
export function writeCompiledCode(): void {
  flushCompileCache?.();
}

/** Returns whether a path is a folder that nobody but the user can write into or read. */
function isOwn(folder: string): boolean {
  const stats = lstatSync(folder);
  // Windows has no such modes; there, the folders of a user are protected.
  return (
    stats.isDirectory() &&
    (process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o077) === 0))
  );
}

/** Removes what other versions kept, each of which has its own paths. */
function removeOthers(storage: string, folder: string): void {
  for (const name of readdirSync(storage)) {
    const other = join(storage, name);
    if (name.startsWith(prefix) && other !== folder) rmSync(other, { recursive: true, force: true });
  }
}

function userStorage(): string {
  return join(userCaches(), "error-code-intellisense");
}

function userCaches(): string {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  if (process.platform === "win32") return process.env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  return join(homedir(), ".cache");
}
