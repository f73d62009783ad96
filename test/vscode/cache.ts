import { existsSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, fillOnce } from "../../launch.mjs";
import { step } from "./progress.ts";

export { cacheFolder };

/** The folder `name` of the cache, filled by `install` where it is not there yet. */
export async function installOnce(
  name: string,
  title: string,
  install: (folder: string) => Promise<void>,
): Promise<string> {
  const target = join(cacheFolder(), name);
  return existsSync(target) ? target : step(title, () => fillOnce(name, install));
}
