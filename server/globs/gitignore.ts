import { Glob } from "./glob.ts";
import { type GlobNode, parseGlob } from "./glob-syntax.ts";
import { RequiredTexts } from "./required-texts.ts";

/** In UTF-16 units: no path of a file system is longer. */
const longestPattern = 4096;

const syntax = { hasChoices: false, matchesDots: true };

const slash: GlobNode = { kind: "literal", unit: "/" };

/** So few patterns are tried faster one by one. */
const fewRules = 16;

interface Rule {
  glob: Glob;
  isNegated: boolean;
  /** The numbers of the lines that state it. */
  lines: readonly number[];
}

/** Patterns in the syntax of .gitignore, matched without regard to case. Paths have slashes, those of folders a final one. */
export class Gitignore {
  /** Of equal patterns, only the last one counts. */
  readonly #rules: readonly Rule[];
  readonly #required: RequiredTexts | undefined;
  readonly #ignoredFolders = new Map<string, boolean>();
  /** By folder, the numbers of the lines that match it. */
  readonly #linesOfFolders = new Map<string, readonly number[]>();

  /** `patterns` are lines, or a text of lines. */
  constructor(patterns: string | readonly string[]) {
    const all = typeof patterns === "string" ? patterns.split(/\r?\n/) : patterns;
    const byText = new Map<string, number[]>();
    for (const [number, line] of all.entries()) {
      const text = line.replace(/^\ufeff/, "").toLowerCase();
      const lines = byText.get(text) ?? [];
      lines.push(number);
      byText.delete(text);
      byText.set(text, lines);
    }
    this.#rules = [...byText].flatMap(([text, lines]) => ruleOf(text, lines) ?? []);
    if (this.#rules.length > fewRules)
      this.#required = new RequiredTexts(this.#rules.map(({ glob }) => glob.requiredTexts));
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
    const rule = this.#candidatesFor(folded).findLast(({ glob }) => glob.matches(folded));
    return rule && (rule.isNegated ? "included" : "ignored");
  }

  /**
   * Returns the numbers of the lines that match a path or a folder above it, each as if it were the only one, in
   * ascending order.
   */
  matchingLines(path: string): number[] {
    const found = new Set(this.#linesMatching(path));
    for (let end = path.lastIndexOf("/", path.length - 2); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end + 1);
      let lines = this.#linesOfFolders.get(folder);
      if (!lines) {
        lines = this.#linesMatching(folder);
        this.#linesOfFolders.set(folder, lines);
      }
      for (const line of lines) found.add(line);
    }
    return [...found].sort((a, b) => a - b);
  }

  #linesMatching(path: string): number[] {
    const folded = path.toLowerCase();
    return this.#candidatesFor(folded).flatMap(({ glob, isNegated, lines }) =>
      !isNegated && glob.matches(folded) ? lines : [],
    );
  }

  /** Returns the rules that can match a path in lower case, in their order. */
  #candidatesFor(folded: string): readonly Rule[] {
    return (
      this.#required?.candidatesFor(folded).flatMap((number) => this.#rules[number] ?? []) ?? this.#rules
    );
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

function ruleOf(line: string, lines: readonly number[]): Rule | undefined {
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
  return { glob: new Glob(path.replace(/^\//, ""), syntax, { before, after: [after] }), isNegated, lines };
}
