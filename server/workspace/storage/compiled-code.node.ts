import { mkdirSync, readdirSync, rmSync } from "node:fs";
import * as nodeModule from "node:module";
import { isAbsolute, join } from "node:path";
import { isOwnFolder, userStorage } from "./user-storage.node.ts";

/** What is used of Node.js' module of that name; versions before 22.10 have not all of it. */
const { enableCompileCache, flushCompileCache }: Partial<typeof nodeModule> = nodeModule;

/** How the folders of each version of this program are called, in front of the version. */
const prefix = "compiled-";

const isOfVersion = new RegExp(`^${prefix}\\d+(?:\\.\\d+)*(?:-[\\w.]+)?$`);

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
    if (!isOwnFolder(folder)) return;
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

/** Removes what other versions kept, each of which has its own paths. */
function removeOthers(storage: string, folder: string): void {
  for (const name of readdirSync(storage)) {
    const other = join(storage, name);
    if (isOfVersion.test(name) && other !== folder) rmSync(other, { recursive: true, force: true });
  }
}
