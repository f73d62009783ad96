import { spawnSync } from "node:child_process";
import { join } from "node:path";

const cli = join(import.meta.dirname, "../../dist/cli.js");

/** What a subcommand of the built command line prints. */
export function run(words: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...words], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout;
}
