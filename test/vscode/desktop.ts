import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { which } from "./processes.ts";
import { step } from "./progress.ts";

const idleLimit = 5_000;
const answerLimit = 15_000;

/** Returns whether windows can be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The executable of an installed desktop VS Code, found by its command `code`, or undefined. */
export function installedDesktop(): string | undefined {
  const command = which("code");
  if (command === undefined) return undefined;
  // Tests need the executable: the command `code` is a script beside it that does not wait until VS Code ends.
  const bin = dirname(realpathSync(command));
  const candidates = ["../code", "../Code.exe", "../../../MacOS/Electron", "../../../MacOS/Code"];
  return candidates.map((candidate) => join(bin, candidate)).find((file) => existsSync(file));
}

/** Returns the desktop VS Code in `cachePath`, which is downloaded if it is not there yet. */
export function downloadedDesktop(cachePath: string): Promise<string> {
  return step("Getting the desktop VS Code", () => {
    return new Promise((resolve, reject) => {
      // Only the wait for a first answer is limited: a download that has begun may take long.
      const timer = setTimeout(() => reject(new Error("no answer from the download site")), answerLimit);
      const reporter = {
        report({ stage }: { stage: string }) {
          if (stage === "downloading") clearTimeout(timer);
        },
        error: reject,
      };
      downloadAndUnzipVSCode({ cachePath, reporter, timeout: idleLimit })
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
  });
}
