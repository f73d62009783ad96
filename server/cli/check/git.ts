import { realpath } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { GitFailure, git, repositoryOf, settingsWithoutFilters } from "../../workspace/walk/git.node.ts";
import { UsageError } from "../usage-error.ts";

/**
 * Returns the paths of the files in a folder, or the path of the given file, that changed since a revision: committed,
 * uncommitted and untracked changes. Paths begin with the folder, as the file walk yields them. Changes that others
 * made on the revision's branch after the current branch left it do not count.
 */
export async function changedIn(path: string, isFolder: boolean, since: string): Promise<Set<string>> {
  const folder = isFolder ? path : dirname(path);
  const real = await realpath(folder);
  const root = await repositoryOf(real);
  if (root === undefined) throw notInRepository(folder);
  const base = await baseOf(folder, root, since);
  const inside = relative(root, isFolder ? real : join(real, basename(path)))
    .split(sep)
    .join("/");
  const pathspecs = ["--", ...(inside === "" ? [] : [inside])];
  const names = await changedSince(base, root, pathspecs).catch((error: unknown) => {
    throw error instanceof GitFailure ? silent(folder, error) : error;
  });
  return new Set(names.map((name) => (isFolder ? join(folder, relative(real, join(root, name))) : path)));
}

/** Returns the names of the files that changed since a commit, relative to the root of the repository. */
async function changedSince(base: string, root: string, pathspecs: readonly string[]): Promise<string[]> {
  const options = ["--diff-filter=d", "--no-renames", "--ignore-submodules"];
  const tracked = await git(
    root,
    ["diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", ...options, base, ...pathspecs],
    await settingsWithoutFilters(root),
  );
  const untracked = await git(root, ["ls-files", "--others", "--exclude-standard", "-z", ...pathspecs]);
  return `${tracked}${untracked}`.split("\0").filter((name) => name !== "");
}

/** Returns the merge base of a revision and HEAD, or the revision's commit if they have none. */
async function baseOf(folder: string, root: string, since: string): Promise<string> {
  await git(root, ["rev-parse", "--git-dir"]).catch((error: unknown) => {
    if (!(error instanceof GitFailure)) throw error;
    if (error.isMissing) throw new UsageError("--since needs git, which cannot be run here.");
    if (error.isStalled) throw silent(folder, error);
    throw notInRepository(folder, error.isNoRepository ? "" : ` (${error.message})`);
  });
  const commit = await git(root, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${since}^{commit}`,
  ]).catch((error: unknown) => {
    if (error instanceof GitFailure && error.isStalled) throw silent(folder, error);
    throw new UsageError(`There is no revision '${since}' in the git repository of '${folder}'.`);
  });
  // Older versions of git print `--end-of-options` as well, before the hash.
  const hash = commit.trim().split("\n").at(-1) ?? "";
  const base = await git(root, ["merge-base", hash, "HEAD"]).catch((error: unknown) => {
    if (error instanceof GitFailure && error.isStalled) throw silent(folder, error);
    return hash;
  });
  return base.trim();
}

function silent(folder: string, { message }: GitFailure): UsageError {
  return new UsageError(`--since: git does not tell what has changed in '${folder}': ${message}.`);
}

/** `reason` is git's message about a repository that it refuses, for example because another user owns it. */
function notInRepository(folder: string, reason = ""): UsageError {
  return new UsageError(`--since needs a git repository, and '${folder}' is not in one${reason}.`);
}
