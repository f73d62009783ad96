import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Embedded, type EmbeddedOptions, installPackage, startEmbedded } from "./embedded.ts";

/** Starts the embedded VS Code with only a `.vsix` installed, as users have it after installing. */
export async function startPackaged(
  vsix: string,
  options: Omit<EmbeddedOptions, "extensionPath" | "serverDataDir"> = {},
): Promise<Embedded> {
  const serverDataDir = await mkdtemp(join(tmpdir(), "error-codes-packaged-"));
  const remove = () => rm(serverDataDir, { recursive: true, force: true, maxRetries: 10 });
  try {
    await installPackage(resolve(vsix), serverDataDir);
    const embedded = await startEmbedded({ ...options, serverDataDir });
    return {
      ...embedded,
      async dispose() {
        await embedded.dispose();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
