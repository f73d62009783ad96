import { lstatSync, type Stats } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Returns the folder for files of this program among the caches of the user. */
export function userStorage(): string {
  return join(userCaches(), "error-code-intellisense");
}

function userCaches(): string {
  const named = process.env.XDG_CACHE_HOME;
  // By its specification, a relative path is not valid.
  if (named && isAbsolute(named)) return named;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  if (process.platform === "win32") return process.env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  return join(homedir(), ".cache");
}

/** Returns whether a path is a folder that nobody but the user can write into or read. */
export function isOwnFolder(folder: string): boolean {
  const stats = statsOf(folder);
  if (!stats?.isDirectory()) return false;
  // Windows has no such modes; there, the folders of a user are protected.
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o077) === 0);
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}
