import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The path of the built command line. */
const cli = join(import.meta.dirname, "../../../dist/cli.js");

/** How a command is run, besides its arguments. */
interface RunOptions {
  input?: string;
  env?: NodeJS.ProcessEnv;
  /** The folder to run it in, relative to that of the test. */
  below?: string;
}

/** Creates a new folder for each test of the suite that calls this; returns the actions of a user in it. */
export function newFolder() {
  let parent: string;
  let path: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), "error-codes-"));
    path = join(parent, "work");
    await mkdir(path);
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));
  const at = (name: string) => join(path, name);
  return {
    at,
    read: (name: string) => readFile(at(name), "utf8"),
    write: (name: string, text: string | Uint8Array) => writeBelow(path, name, text),
    /** Runs the command line in the folder. */
    run: (args: readonly string[], { input = "", env = {}, below = "" }: RunOptions = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
        cwd: at(below),
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
        input,
        // Output that is not a terminal has no colours, even if `CI` makes libraries use them.
        env: { ...process.env, LC_ALL: "en_US.UTF-8", CI: "true", GITHUB_ACTIONS: "", ...env },
      });
      return { status, stdout, stderr, json: () => JSON.parse(stdout) };
    },
  };
}

/** Writes a file below a folder, and creates the folders in between. */
export async function writeBelow(folder: string, name: string, text: string | Uint8Array): Promise<void> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
