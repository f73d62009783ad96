/** A part of a pattern. A unit is a UTF-16 code unit; none but a literal matches a slash. */
export type GlobNode =
  | { kind: "literal"; unit: string }
  /** One unit: `?` or `[a-z]`. */
  | { kind: "unit"; test: (unit: string) => boolean }
  /** Any units of a name, at least one if the name consists of nothing else: `*`. */
  | { kind: "units"; isWhole: boolean }
  /** Any number of folders, with the slash after each; or, at the end of a pattern, everything below: `**`. */
  | { kind: "folders"; isLast: boolean }
  /** One of several sequences: once, as often as an extended glob says (`?*+`), or none of them (`!`). */
  | { kind: "choice"; options: GlobNode[][]; repeat: "" | "?" | "*" | "+" | "!" };

/** The syntax of patterns of paths. */
export interface GlobSyntax {
  /** Whether `{a,b}`, `{1..9}` and extended globs such as `@(a|b)` are choices; in .gitignore they are not. */
  hasChoices: boolean;
  /** Whether `*`, `?` and `[…]` match a dot at the beginning of a name. */
  matchesDots: boolean;
}

/** A range in braces with more numbers or letters stands for itself. */
const longestRange = 1000;

/** Reads a pattern; what is not valid in it stands for itself. */
export function parseGlob(pattern: string, { hasChoices }: GlobSyntax): GlobNode[] {
  const parser = new GlobParser(pattern, hasChoices);
  return parser.sequence("");
}

class GlobParser {
  readonly #pattern: string;
  readonly #hasChoices: boolean;
  #at = 0;
  /** The offsets of signs that begin no choice, so that none is tried again for each one that stands before it. */
  readonly #plain = new Set<number>();

  constructor(pattern: string, hasChoices: boolean) {
    this.#pattern = pattern;
    this.#hasChoices = hasChoices;
  }

  /** Reads until one of the units in `ends`, which is not read, or the end. */
  sequence(ends: string): GlobNode[] {
    const nodes: GlobNode[] = [];
    while (this.#at < this.#pattern.length) {
      const unit = this.#pattern.charAt(this.#at);
      if (ends.includes(unit)) break;
      nodes.push(this.#stars() ?? this.#choice() ?? this.#class() ?? this.#single(unit));
    }
    return nodes;
  }

  #single(unit: string): GlobNode {
    this.#at++;
    if (unit === "?") return { kind: "unit", test: isInName };
    if (unit !== "\\" || this.#at >= this.#pattern.length) return { kind: "literal", unit };
    return { kind: "literal", unit: this.#pattern.charAt(this.#at++) };
  }

  #stars(): GlobNode | undefined {
    const start = this.#at;
    // In the syntax of extended globs, the last star belongs to the choice that follows.
    const [stars = ""] = /^\*+/.exec(this.#pattern.slice(start)) ?? [];
    const length =
      this.#hasChoices && this.#pattern[start + stars.length] === "(" ? stars.length - 1 : stars.length;
    if (length < 1) return undefined;
    this.#at += length;
    const [before, after] = [this.#pattern[start - 1], this.#pattern[this.#at]];
    const isWhole = isSlashOrEnd(before) && isSlashOrEnd(after);
    const isWholeInChoice =
      this.#hasChoices &&
      (isSlashOrEnd(before) || "{,(|".includes(before ?? "")) &&
      (isSlashOrEnd(after) || "},)|".includes(after ?? ""));
    if (length < 2 || !(isWhole || isWholeInChoice)) return { kind: "units", isWhole };
    const isLast = this.#pattern[this.#at] !== "/";
    if (!isLast) this.#at++;
    return { kind: "folders", isLast };
  }

  #choice(): GlobNode | undefined {
    const start = this.#at;
    if (!this.#hasChoices || this.#plain.has(start)) return undefined;
    const [, sign, range] =
      /^(?:([?*+@!])\(|\{(?:(\w{1,9}\.\.\w{1,9})\})?)/.exec(this.#pattern.slice(start, start + 24)) ?? [];
    if (range !== undefined) {
      const options = optionsOf(range);
      if (!options) return undefined;
      this.#at += range.length + 2;
      return { kind: "choice", options, repeat: "" };
    }
    if (sign === undefined && this.#pattern[start] !== "{") return undefined;
    const [separator, end, length] = sign === undefined ? [",", "}", 1] : ["|", ")", 2];
    const options: GlobNode[][] = [];
    this.#at += length;
    do {
      if (options.length > 0) this.#at++;
      options.push(this.sequence(separator + end));
    } while (this.#pattern[this.#at] === separator);
    const isClosed = this.#pattern[this.#at] === end;
    // Braces without a comma stand for themselves, as do those that nothing closes.
    if (!isClosed || (sign === undefined && options.length < 2)) {
      this.#at = start;
      this.#plain.add(start);
      return undefined;
    }
    this.#at++;
    return { kind: "choice", options, repeat: sign === undefined || sign === "@" ? "" : (sign as "?") };
  }

  #class(): GlobNode | undefined {
    const [whole, negation, content = ""] =
      /^\[([!^]?)(\]?(?:\\.|[^\]\\])*)\]/s.exec(this.#pattern.slice(this.#at)) ?? [];
    if (whole === undefined || content === "") return undefined;
    this.#at += whole.length;
    const ranges = [...content.matchAll(/\\?(.)(?:-\\?(.))?/gs)].map(
      ([, from = "", to = from]) => [from, to] as const,
    );
    const isIn = (unit: string) => ranges.some(([from, to]) => from <= unit && unit <= to);
    return { kind: "unit", test: (unit) => isInName(unit) && isIn(unit) === (negation === "") };
  }
}

function isInName(unit: string): boolean {
  return unit !== "/";
}

/** Whether a unit beside a star is the border of a name; undefined stands for the border of the pattern. */
function isSlashOrEnd(unit: string | undefined): boolean {
  return unit === undefined || unit === "/";
}

/** Returns the sequences that a range of numbers or letters stands for; undefined if it is none, or a long one. */
function optionsOf(range: string): GlobNode[][] | undefined {
  const [from = "", to = ""] = range.split("..");
  const areNumbers = [from, to].every((one) => /^\d+$/.test(one));
  if (!areNumbers && from.length + to.length !== 2) return undefined;
  const [first, last] = [from, to].map((one) => (areNumbers ? Number(one) : one.charCodeAt(0))) as [
    number,
    number,
  ];
  if (Math.abs(last - first) >= longestRange) return undefined;
  const width = [from, to].some((one) => /^0\d/.test(one)) ? Math.max(from.length, to.length) : 0;
  return Array.from({ length: Math.abs(last - first) + 1 }, (_, index) => {
    const value = first + Math.sign(last - first) * index;
    const text = areNumbers ? String(value).padStart(width, "0") : String.fromCharCode(value);
    return [...text].map((unit) => ({ kind: "literal", unit }));
  });
}
