import { stat } from "node:fs/promises";
import { relative, sep } from "node:path";
import { text as readAll } from "node:stream/consumers";
import { Glob } from "../../globs/glob.ts";
import { languageByPath } from "../../syntax/languages/index.ts";
import { type Skip, type TextFile, textOf } from "../../workspace/walk/files.node.ts";
import type { FileFinder } from "../files.ts";
import { UsageError } from "../usage-error.ts";
import { changedIn } from "./git.ts";

/** Options that select the texts to check. */
export interface CheckInputs {
  /** Files, folders and globs, or `-` for standard input. */
  paths: readonly string[];
  /** The path under which standard input is checked. */
  stdinPath?: string;
  /** Check only files that changed since this git revision. */
  since?: string;
}

/** Yields the texts to check in the order of the paths, each file once; reports skipped files to `skip`. */
export async function* inputsOf(
  inputs: CheckInputs,
  finder: FileFinder,
  skip: (skipped: Skip) => void,
): AsyncGenerator<TextFile> {
  const { paths, stdinPath, since } = inputs;
  if (paths.includes("-")) {
    yield await readStandardInput(inputs);
    return;
  }
  if (stdinPath !== undefined)
    throw new UsageError("--stdin-path names standard input: give '-' as the path.");
  const seen = new Set<string>();
  for (const path of paths) {
    const { root, isFolder, names, matches } = await resolveRoot(path);
    const skipHere = (skipped: Skip) => skip(isFolder ? skipped : { ...skipped, isNamed: true });
    const changed = since === undefined ? undefined : await changedIn(root, isFolder, since);
    let hasMatch = false;
    for await (const file of finder.filesIn([root], names)) {
      if (!matches(file)) continue;
      hasMatch = true;
      if (seen.has(file) || (changed && !changed.has(file))) continue;
      seen.add(file);
      if (languageByPath(file)) {
        const text = textOf(file, skipHere);
        if (text !== undefined) yield { path: file, text };
      } else if (!isFolder)
        skipHere({
          path: file,
          reason: "unsupported",
          detail: "no supported language has files with such a name",
        });
    }
    if (!hasMatch && root !== path) throw new UsageError(`'${path}' matches no file.`);
  }
}

async function readStandardInput({ paths, stdinPath, since }: CheckInputs): Promise<TextFile> {
  if (paths.length > 1) throw new UsageError("Standard input (-) cannot be checked together with files.");
  if (stdinPath === undefined)
    throw new UsageError("--stdin-path is missing: the name determines the language of standard input.");
  if (since !== undefined) throw new UsageError("--since cannot be used with standard input.");
  if (!languageByPath(stdinPath))
    throw new UsageError(`The language of '${stdinPath}' cannot be determined from its name.`);
  return { path: stdinPath, text: (await readAll(process.stdin)).replace(/^\uFEFF/, "") };
}

interface Root {
  /** The file or folder at which the file walk starts. */
  root: string;
  isFolder: boolean;
  /** The names in the glob: a vendored folder that one of them names is not passed over. */
  names: readonly string[];
  /** Whether a file below the root is selected. */
  matches(file: string): boolean;
}

/** Resolves a path or glob to its root; a path that exists is taken literally, even if it contains glob characters. */
async function resolveRoot(path: string): Promise<Root> {
  const info = await stat(path).catch(() => undefined);
  if (info) return { root: path, isFolder: info.isDirectory(), names: [], matches: () => true };
  const glob = sep === "\\" ? path.replaceAll("\\", "/") : path;
  const { isPattern, base, rest } = Glob.split(glob);
  if (!isPattern) return { root: path, isFolder: false, names: [], matches: () => true };
  const root = base === "" ? "." : base;
  if (!(await stat(root).catch(() => undefined))) throw new UsageError(`'${path}' matches no file.`);
  const pattern = new Glob(rest, { hasChoices: true, matchesDots: true });
  const matches = (file: string) => pattern.matches(relative(root, file).split(sep).join("/"));
  return { root, isFolder: true, names: rest.split("/"), matches };
}
