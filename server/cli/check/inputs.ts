import { stat } from "node:fs/promises";
import { relative, sep } from "node:path";
import { text as readAll } from "node:stream/consumers";
import picomatch from "picomatch";
import { languageOfPath } from "../../syntax/languages/index.ts";
import { type Skip, type TextFile, textOf } from "../../workspace/files.node.ts";
import { filesIn } from "../files.ts";
import { UsageError } from "../usage-error.ts";
import { changedIn } from "./git.ts";

/** What is to be checked. */
export interface CheckInputs {
  /** Files, folders and globs, or `-` for standard input. */
  paths: readonly string[];
  /** What standard input is called. */
  stdinPath?: string;
  /** Only what changed since this revision. */
  since?: string;
}

/** The texts to be checked, in the order of the paths; no file twice. */
export async function* inputsOf(
  wanted: CheckInputs,
  skip: (skipped: Skip) => void,
): AsyncGenerator<TextFile> {
  const { paths, stdinPath, since } = wanted;
  if (paths.includes("-")) {
    yield await standardInput(wanted);
    return;
  }
  if (stdinPath !== undefined)
    throw new UsageError("--stdin-path names standard input: give '-' as the path.");
  const seen = new Set<string>();
  for (const path of paths) {
    const { root, isFolder, matches } = await toRoot(path);
    const changed = since === undefined ? undefined : await changedIn(root, isFolder, since);
    let any = false;
    for await (const file of filesIn([root], skip)) {
      if (!matches(file)) continue;
      any = true;
      if (seen.has(file) || (changed && !changed.has(file))) continue;
      seen.add(file);
      if (languageOfPath(file)) {
        const text = textOf(file, skip);
        if (text !== undefined) yield { path: file, text };
      } else if (!isFolder)
        skip({ path: file, reason: "unsupported", detail: "no language that is read has such files" });
    }
    if (!any && root !== path) throw new UsageError(`'${path}' matches no file.`);
  }
}

async function standardInput({ paths, stdinPath, since }: CheckInputs): Promise<TextFile> {
  if (paths.length > 1) throw new UsageError("Standard input (-) cannot be checked together with files.");
  if (stdinPath === undefined)
    throw new UsageError("--stdin-path is missing: the name tells the language of standard input.");
  if (since !== undefined) throw new UsageError("--since cannot be used with standard input.");
  if (!languageOfPath(stdinPath))
    throw new UsageError(`The language of '${stdinPath}' is not known by its name.`);
  return { path: stdinPath, text: (await readAll(process.stdin)).replace(/^\uFEFF/, "") };
}

interface Root {
  /** Where to begin. */
  root: string;
  isFolder: boolean;
  /** Whether a file below it is meant. */
  matches(file: string): boolean;
}

/** Where a path or glob begins; a name with stars or brackets that is there is meant as it stands. */
async function toRoot(path: string): Promise<Root> {
  const info = await stat(path).catch(() => undefined);
  if (info) return { root: path, isFolder: info.isDirectory(), matches: () => true };
  const glob = sep === "\\" ? path.replaceAll("\\", "/") : path;
  const { isGlob, base } = picomatch.scan(glob);
  if (!isGlob) return { root: path, isFolder: false, matches: () => true };
  const root = base === "" ? "." : base;
  if (!(await stat(root).catch(() => undefined))) throw new UsageError(`'${path}' matches no file.`);
  const isMatch = picomatch(glob.slice(base.length).replace(/^\//, ""), { dot: true });
  const matches = (file: string) => isMatch(relative(root, file).split(sep).join("/"));
  return { root, isFolder: true, matches };
}
