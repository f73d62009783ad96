import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { npm } from "../../launch.mjs";

const isWindows = process.platform === "win32";
const running = new Set<ChildProcess>();

/**
 * Runs a command to its end and returns its output. Rejects if the command fails, with the first lines of the output
 * that do not match `noise`.
 */
export function execute(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; shell?: boolean; noise?: RegExp } = {},
): Promise<string> {
  const { noise = /^(npm error)?\s+at /, ...how } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...how, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    running.add(child);
    let output = "";
    const collect = (data: Buffer) => {
      output += data;
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      running.delete(child);
      if (code === 0) return resolve(output);
      const lines = output.split("\n").filter((line) => line.trim() !== "" && !noise.test(line));
      reject(new Error([`\`${command}\` ended with ${code ?? signal}:`, ...lines.slice(0, 12)].join("\n")));
    });
  });
}

/** Installs packages of npm into a folder of their own, without running any script of theirs. */
export async function npmInstall(folder: string, packages: readonly string[]): Promise<void> {
  // Without a manifest npm would look for a project further up and install there.
  await writeFile(join(folder, "package.json"), `${JSON.stringify({ private: true })}\n`);
  await runNpm(folder, ["install", ...packages]);
}

/** Runs npm in a folder, quietly and without running scripts of packages. */
export async function runNpm(folder: string, args: readonly string[]): Promise<void> {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  const [command, words, how] = npm([...args, ...quiet]);
  await execute(command, words, { cwd: folder, ...how });
}

/** A command as a line for cmd.exe of Windows, which starts .cmd files and takes each argument literally. */
export function cmdLine(command: string, args: readonly string[]): string {
  const quoted = args.map((arg) => `"${arg.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, "$&$&")}"`);
  // The quotes are escaped too: within quotes that cmd.exe sees, nothing can be.
  return [command, ...quoted.map((arg) => arg.replace(/[()[\]%!^"`<>&|;, *?]/g, "^$&"))].join(" ");
}

/** The path of a command, looked up on PATH as a shell does, or undefined. */
export function which(command: string): string | undefined {
  const extensions = isWindows ? [".exe", ".cmd"] : [""];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const extension of extensions) {
      const file = join(folder, command + extension);
      if (folder !== "" && isExecutable(file)) return file;
    }
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls `end` once when the process is asked to stop or its parent has ended, and ends its commands, then exits with
 * the code it gives.
 */
export function onStop(end: () => Promise<number>, withParent: boolean): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // npm does not stop at once on a softer signal; what it leaves behind is removed by the next install.
    for (const child of running) child.kill("SIGKILL");
    process.exit(await end());
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  if (!withParent) return;
  const parent = process.ppid;
  const watch = () => {
    if (process.ppid !== parent) stop();
  };
  setInterval(watch, 500).unref();
}
