import { execFile } from "node:child_process";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { UsageError } from "../usage-error.ts";

const run = promisify(execFile);
/** Names of a great many files. */
const maxBuffer = 256 * 1024 * 1024;

/**
 * The files in a folder, or the one file, that changed since a revision, committed or not, and those that git does not
 * know yet; named from the folder as the walk through it names them. What others did on the revision's branch since
 * this one left it is no change of ours.
 */
export async function changedIn(path: string, isFolder: boolean, since: string): Promise<Set<string>> {
  const folder = isFolder ? path : dirname(path);
  const base = await baseOf(folder, since);
  const kept = ["--diff-filter=d", "--no-renames", "--no-ext-diff", "--ignore-submodules", "--relative"];
  const tracked = await git(folder, ["diff", "--name-only", "-z", ...kept, "--end-of-options", base, "--"]);
  const others = await git(folder, ["ls-files", "--others", "--exclude-standard", "-z"]);
  const names = `${tracked}${others}`.split("\0").filter((name) => name !== "");
  const wanted = isFolder ? names : names.filter((name) => name === basename(path));
  return new Set(wanted.map((name) => (isFolder ? join(folder, name) : path)));
}

/** The commit at which the work since a revision began. */
async function baseOf(folder: string, since: string): Promise<string> {
  await git(folder, ["rev-parse", "--show-toplevel"]).catch((error: Failure) => {
    throw new UsageError(
      error.code === "ENOENT"
        ? "--since needs git, which cannot be run here."
        : `--since needs a git repository, and '${folder}' is in none${reasonOf(error)}.`,
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
  // Older versions repeat the option that ends all options.
  const hash = commit.trim().split("\n").at(-1) ?? "";
  const base = await git(folder, ["merge-base", hash, "HEAD"]).catch(() => hash);
  return base.trim();
}

type Failure = NodeJS.ErrnoException & { stderr?: string };

/** What git says of a repository that it refuses, as one of another owner. */
function reasonOf({ stderr = "" }: Failure): string {
  const [line = ""] = stderr.split("\n");
  return line === "" || line.includes("not a git repository") ? "" : ` (${line})`;
}

async function git(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run("git", ["-C", folder, ...args], { maxBuffer });
  return stdout;
}
