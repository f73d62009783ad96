import { execFile } from "node:child_process";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { UsageError } from "../usage-error.ts";

const run = promisify(execFile);
/** In bytes; the default of 1 MiB is too small for the file names of a large repository. */
const maxBuffer = 256 * 1024 * 1024;

/**
 * Returns the paths of the files in a folder, or the path of the given file, that changed since a revision: committed,
 * uncommitted and untracked changes. Paths begin with the folder, as the file walk yields them. Changes that others
 * made on the revision's branch after the current branch left it do not count.
 */
export async function changedIn(path: string, isFolder: boolean, since: string): Promise<Set<string>> {
  const folder = isFolder ? path : dirname(path);
  const base = await baseOf(folder, since);
  const options = ["--diff-filter=d", "--no-renames", "--no-ext-diff", "--ignore-submodules", "--relative"];
  const tracked = await git(folder, [
    "diff",
    "--name-only",
    "-z",
    ...options,
    "--end-of-options",
    base,
    "--",
  ]);
  const untracked = await git(folder, ["ls-files", "--others", "--exclude-standard", "-z"]);
  const names = `${tracked}${untracked}`.split("\0").filter((name) => name !== "");
  const wanted = isFolder ? names : names.filter((name) => name === basename(path));
  return new Set(wanted.map((name) => (isFolder ? join(folder, name) : path)));
}

/** Returns the merge base of a revision and HEAD, or the revision's commit if they have none. */
async function baseOf(folder: string, since: string): Promise<string> {
  await git(folder, ["rev-parse", "--show-toplevel"]).catch((error: Failure) => {
    throw new UsageError(
      error.code === "ENOENT"
        ? "--since needs git, which cannot be run here."
        : `--since needs a git repository, and '${folder}' is not in one${reasonOf(error)}.`,
    );
  });
  const commit = await git(folder, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${since}^{commit}`,
  ]).catch(() => {
    throw new UsageError(`There is no revision '${since}' in the git repository of '${folder}'.`);
  });
  // Older versions of git print `--end-of-options` as well, before the hash.
  const hash = commit.trim().split("\n").at(-1) ?? "";
  const base = await git(folder, ["merge-base", hash, "HEAD"]).catch(() => hash);
  return base.trim();
}

type Failure = NodeJS.ErrnoException & { stderr?: string };

/** Returns git's message about a repository that it refuses, for example because another user owns it. */
function reasonOf({ stderr = "" }: Failure): string {
  const [line = ""] = stderr.split("\n");
  return line === "" || line.includes("not a git repository") ? "" : ` (${line})`;
}

async function git(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run("git", ["-C", folder, ...args], { maxBuffer });
  return stdout;
}
