import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { isRunning } from "./processes.ts";
import { step } from "./progress.ts";

const unfinished = "unfinished";

/** The folder outside the repository that keeps the embedded VS Code, its browser and its fonts. */
export function cacheFolder(): string {
  return process.env.ERROR_CODES_CACHE || join(platformCache(), "error-code-intellisense");
}

function platformCache(): string {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  if (process.platform === "win32") return process.env.LOCALAPPDATA || join(homedir(), "AppData", "Local");
  return join(homedir(), ".cache");
}

/**
 * The folder `name` of the cache, filled by `install` where it is not there yet: a folder that exists is
 * complete, because it is filled under another name and renamed at the end.
 */
export async function installOnce(
  name: string,
  title: string,
  install: (folder: string) => Promise<void>,
): Promise<string> {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) return target;
  return step(title, async () => {
    await mkdir(cacheFolder(), { recursive: true });
    await removeAbandoned();
    const folder = await mkdtemp(join(cacheFolder(), `${unfinished}-${process.pid}-`));
    try {
      await install(folder);
      await renameUnlessThere(folder, target);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return target;
  });
}

async function renameUnlessThere(folder: string, target: string): Promise<void> {
  try {
    await rename(folder, target);
  } catch (error) {
    // Another process that installed the same thing was faster, and its folder is as good as ours.
    if (!existsSync(target)) throw error;
  }
}

async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(cacheFolder())) {
    const [kind, owner] = name.split("-");
    if (kind !== unfinished || isRunning(Number(owner))) continue;
    // Another process may be removing it too, and what remains now is removed the next time.
    await rm(join(cacheFolder(), name), { recursive: true, force: true }).catch(() => {});
  }
}
