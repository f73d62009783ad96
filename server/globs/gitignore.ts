import { Glob } from "./glob.ts";
import { type GlobNode, parseGlob } from "./glob-syntax.ts";

/** In UTF-16 units: no path of a file system is longer. */
const longestPattern = 4096;

const syntax = { hasChoices: false, matchesDots: true };

const slash: GlobNode = { kind: "literal", unit: "/" };

interface Rule {
  glob: Glob;
  isNegated: boolean;
}

/** Patterns in the syntax of .gitignore, matched without regard to case. Paths have slashes, those of folders a final one. */
export class Gitignore {
  readonly #rules: readonly Rule[];
  readonly #ignoredFolders = new Map<string, boolean>();

  /** `patterns` are lines, or a text of lines. */
  constructor(patterns: string | readonly string[]) {
    const lines = typeof patterns === "string" ? patterns.split(/\r?\n/) : patterns;
    this.#rules = lines.flatMap((line) => ruleOf(line.replace(/^\ufeff/, "").toLowerCase()) ?? []);
  }

  /** Returns whether a path is ignored, itself or with a folder above it. */
  ignores(path: string): boolean {
    return (
      this.#isFolderIgnored(path.lastIndexOf("/", path.length - 2), path) ||
      this.verdictOn(path) === "ignored"
    );
  }

  /** Returns what the last pattern that matches a path itself says of it; undefined if none matches. */
  verdictOn(path: string): "ignored" | "included" | undefined {
    const folded = path.toLowerCase();
    const rule = this.#rules.findLast(({ glob }) => glob.matches(folded));
    return rule && (rule.isNegated ? "included" : "ignored");
  }

  /** Returns whether the folder is ignored whose path is the beginning of `path` until the slash at `end`. */
  #isFolderIgnored(end: number, path: string): boolean {
    if (end < 0 || this.#rules.length === 0) return false;
    const folder = path.slice(0, end + 1);
    let isIgnored = this.#ignoredFolders.get(folder);
    if (isIgnored === undefined) {
      isIgnored = this.ignores(folder);
      this.#ignoredFolders.set(folder, isIgnored);
    }
    return isIgnored;
  }
}

function ruleOf(line: string): Rule | undefined {
  const isNegated = line.startsWith("!");
  // A space at the end counts if a backslash stands before it.
  const pattern = line.slice(Number(isNegated)).replace(/(?<=^|[^\s\\])\s+$/, "");
  if (pattern === "" || pattern === "/" || line.startsWith("#") || pattern.length > longestPattern)
    return undefined;
  const isFolder = pattern.endsWith("/");
  const path = isFolder ? pattern.slice(0, -1) : pattern;
  // A slash before its end binds a pattern to its folder.
  const before = path.includes("/") ? [] : parseGlob("**/", syntax);
  const after: GlobNode = isFolder ? slash : { kind: "choice", options: [[slash]], repeat: "?" };
  return { glob: new Glob(path.replace(/^\//, ""), syntax, { before, after: [after] }), isNegated };
}
