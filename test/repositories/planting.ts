import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { manifestNames } from "../../server/inference/manifests.ts";

/** A place in a file of a repository, the code there, and the misspelling that is written instead. */
export interface Planting {
  path: string;
  line: number;
  character: number;
  text: string;
  written: string;
}

/** A file with a typo, and the zero-based place of the typo in it. */
export interface Planted {
  path: string;
  line: number;
  character: number;
}

/** Reads a text file without a byte order mark. */
export function textOf(path: string): string {
  return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
}

/** Writes a repository's file with its typo to the same path below a folder, with the manifests that apply to it. */
export function plantInCopy(planting: Planting, root: string, target: string): Planted {
  const { line, character } = planting;
  const lines = textOf(planting.path).split("\n");
  const text = lines[line] ?? "";
  lines[line] = text.slice(0, character) + planting.written + text.slice(character + planting.text.length);
  const path = join(target, relative(root, planting.path));
  mkdirSync(dirname(path), { recursive: true });
  for (let folder = dirname(planting.path); folder.length > root.length; folder = dirname(folder)) {
    for (const name of manifestNames) {
      const copy = join(target, relative(root, folder), name);
      if (!existsSync(join(folder, name)) || existsSync(copy)) continue;
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(folder, name), copy);
    }
  }
  writeFileSync(path, lines.join("\n"));
  return { path, line, character };
}

/** Writes a file of a few lines with a typo, and with an import of an SDK if one is given. */
export function plantInFreshFile(written: string, sdk: string | undefined, path: string): Planted {
  const lines = [...(sdk === undefined ? [] : [`import "${sdk}";`]), `if (error.code === "${written}") {`];
  writeFileSync(path, [...lines, "  throw error;", "}", ""].join("\n"));
  return { path, line: lines.length - 1, character: (lines.at(-1) ?? "").indexOf(written) };
}
