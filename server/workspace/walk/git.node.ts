import { accessSync, constants } from "node:fs";
import { lstat, stat } from "node:fs/promises";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import { ChildFailure, outputOf } from "./child-output.node.ts";
import { pipeIn } from "./git-folder.node.ts";

// Every call of git goes through this file. A repository can be hostile: it comes from an archive, or contains the files
// of another repository. So git never searches for a repository, and nothing that one configures is run.

/** Options of every call: they take precedence over the configuration of the repository. */
const options = [
  "--no-pager",
  "--no-optional-locks",
  "--literal-pathspecs",
  ...[
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.untrackedCache=false",
    "core.pager=cat",
    "diff.external=",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
  ].flatMap((setting) => ["-c", setting]),
];

/** Variables that name a repository or its parts, as git sets them for a hook that runs this tool. */
const variablesOfRepository = [
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_COMMON_DIR",
  "GIT_DIR",
  "GIT_EXTERNAL_DIFF",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_NAMESPACE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_PREFIX",
  "GIT_WORK_TREE",
];

/** Why git gave no answer. */
export class GitFailure extends Error {
  /** Whether git cannot be run at all. */
  readonly isMissing: boolean;
  /** The exit code of git, if it ended by itself. */
  readonly exitCode: number | undefined;
  /** Whether git waited for something that did not come, so that it would do so again. */
  readonly isStalled: boolean;

  constructor(
    message: string,
    { isMissing = false, exitCode, isStalled = false }: Partial<Omit<GitFailure, keyof Error>> = {},
  ) {
    super(message);
    this.isMissing = isMissing;
    this.exitCode = exitCode;
    this.isStalled = isStalled;
  }

  /** Whether there is no repository, although a file or folder is named as if there were. */
  get isNoRepository(): boolean {
    return this.message.includes("not a git repository");
  }
}

/**
 * Returns the root of the repository that contains a folder, without asking git; undefined if there is none. Both paths
 * are absolute, without symbolic links.
 */
export async function repositoryOf(folder: string): Promise<string | undefined> {
  let root = folder;
  while (!(await exists(join(root, ".git")))) {
    const parent = dirname(root);
    if (parent === root) return undefined;
    root = parent;
  }
  return root;
}

/**
 * Runs git in the repository with a root that {@link repositoryOf} returned, and returns its standard output; throws a
 * {@link GitFailure} if git cannot be run, refuses the repository or reports an error. Pathspecs are taken literally.
 */
export async function git(
  root: string,
  args: readonly string[],
  settings: readonly string[] = [],
): Promise<string> {
  if (await isBareRepository(root)) throw new GitFailure("the folder is the inside of a repository");
  const pipe = await pipeIn(root);
  if (pipe !== undefined) throw new GitFailure(`'${pipe}' is not a regular file`);
  const program = programIn(process.env.PATH ?? "");
  if (program === undefined) throw new GitFailure("git cannot be run here", { isMissing: true });
  const all = [...options, ...settings.flatMap((setting) => ["-c", setting]), ...args];
  return outputOf(program, all, { cwd: root, env: environmentFor(root) }).catch((error: unknown) => {
    if (!(error instanceof ChildFailure)) throw error;
    const { exitCode, isStalled } = error;
    throw new GitFailure(reasonOf(error), { exitCode, isStalled });
  });
}

/**
 * Returns why git failed. What git prints can quote any file that the configuration of a repository names, with secrets:
 * only sentences are passed on that are known to quote nothing.
 */
function reasonOf({ printed, exitCode, isStalled }: ChildFailure): string {
  if (isStalled) return "it waited too long for a file, which may be a named pipe or a device";
  if (printed.includes("not a git repository")) return "it is not a git repository";
  if (/^fatal: detected dubious ownership/m.test(printed))
    return "git refuses a repository of another user (dubious ownership)";
  return exitCode === undefined ? "git did not finish" : `git ended with the exit code ${exitCode}`;
}

/** Returns the settings that keep git from running the filters which the configuration of a repository defines. */
export async function settingsWithoutFilters(root: string): Promise<string[]> {
  const filters = ["config", "-z", "--name-only", "--get-regexp", "^filter\\."];
  const found = await git(root, filters).catch((error: unknown) => {
    // Git fails so if there are none; after any other failure, they are not known.
    if (error instanceof GitFailure && error.exitCode === 1) return "";
    throw error;
  });
  const keys = found.split("\0").filter((key) => key !== "");
  // Git splits the text of a setting at its first equals sign, so that a filter with such a name could not be named.
  if (keys.some((key) => key.includes("="))) throw new GitFailure("a filter has an equals sign in its name");
  const names = new Set(keys.map((key) => key.slice(0, key.lastIndexOf("."))));
  return [...names].flatMap((name) => [`${name}.clean=`, `${name}.process=`, `${name}.required=false`]);
}

function environmentFor(root: string): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env };
  for (const name of variablesOfRepository) delete environment[name];
  return {
    ...environment,
    LC_ALL: "C",
    // A configured work tree could be any folder of the machine.
    GIT_WORK_TREE: root,
    // Git reads the repository of the root itself, or none: its owner is still checked.
    GIT_CEILING_DIRECTORIES: dirname(root),
    // Objects that are missing are not fetched; unlike `protocol.allow`, this overrides what a repository allows.
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_LAZY_FETCH: "1",
    GIT_TERMINAL_PROMPT: "0",
  };
}

/**
 * Whether git, if it rejects the `.git` of a folder, could take the folder itself for a repository. Its HEAD may be a link
 * to a branch that does not exist yet, and its other parts may be elsewhere.
 */
async function isBareRepository(folder: string): Promise<boolean> {
  const hasHead = await lstat(join(folder, "HEAD")).then(
    () => true,
    () => false,
  );
  const parts = ["objects", "refs", "commondir"].map((name) => exists(join(folder, name)));
  const [objects, refs, shared] = await Promise.all(parts);
  return hasHead && ((objects && refs) || shared) === true;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * Returns the path of git in a list of folders. The platform would also search the folder that git is to run in; npm adds
 * the programs of packages, of which a repository can contain one with this name.
 */
function programIn(path: string): string | undefined {
  const name = process.platform === "win32" ? "git.exe" : "git";
  const programs = path
    .split(delimiter)
    .flatMap((folder) =>
      isAbsolute(folder) && !/[\\/]node_modules[\\/]/.test(folder) ? [join(folder, name)] : [],
    );
  return programs.find((program) => {
    try {
      accessSync(program, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
