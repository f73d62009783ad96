import { type GlobNode, type GlobSyntax, parseGlob } from "./glob-syntax.ts";

/** A step of a program, which continues with the step after it; a fork continues with several, by their distance. */
type Step =
  | { kind: "unit"; test: (unit: string) => boolean }
  | { kind: "fork"; by: readonly number[] }
  /** Holds unless a name begins here with a dot. */
  | { kind: "visible" }
  /** Holds unless a program matches the rest of the name. */
  | { kind: "not"; program: Program };

type Program = readonly Step[];

/**
 * A pattern of paths. All ways to match are followed at once: libraries compile patterns to regular expressions, which
 * try one way after another, so that a short pattern such as `*a*a*a*a*b` takes ages for a long name.
 */
export class Glob {
  readonly #program: Program;
  /** Texts that stand in every path that it matches. */
  readonly requiredTexts: readonly string[];
  /** The longest of them: most paths are recognised by that as not matching. */
  readonly #literal: string;

  constructor(pattern: string, syntax: GlobSyntax, { before = [], after = [] }: Surroundings = {}) {
    const nodes = [...before, ...parseGlob(pattern, syntax), ...after];
    this.#program = compile(nodes, syntax);
    this.requiredTexts = literalsIn(nodes);
    this.#literal = this.requiredTexts.reduce(
      (longest, one) => (one.length > longest.length ? one : longest),
      "",
    );
  }

  /**
   * Splits a pattern into the folder before the first name that is one, and the rest; `isPattern` is whether it can match
   * anything but itself. The base has no final slash, except that of the root.
   */
  static split(pattern: string): { base: string; rest: string; isPattern: boolean } {
    const parts = pattern.split("/");
    const first = parts.findIndex((part) => /[*?[{(\\]/.test(part));
    const count = first < 0 ? parts.length - 1 : first;
    const base = parts.slice(0, count).join("/");
    return {
      base: base === "" && count > 0 ? "/" : base,
      rest: parts.slice(count).join("/"),
      isPattern: first >= 0,
    };
  }

  /**
   * Returns a pattern for an editor that matches at least as much. Editors compile patterns to regular expressions, and
   * know no extended globs: a name with more than that, or with several stars, becomes a single star.
   */
  static widened(pattern: string): string {
    const parts = pattern.split("/").map((part) => {
      const isPlain = /^[^*?[\]{}()!+@\\]*$/.test(part);
      return isPlain || part === "**" || /^[^*?[\]()!+@\\]*\*?[^*?[\]()!+@\\]*$/.test(part) ? part : "*";
    });
    const [first, last] = [parts.indexOf("**"), parts.lastIndexOf("**")];
    // What stands between two of them matters little, but takes an editor long.
    return [...parts.slice(0, first < 0 ? parts.length : first), ...(last < 0 ? [] : parts.slice(last))].join(
      "/",
    );
  }

  /** Returns whether the pattern matches a path with slashes. */
  matches(path: string): boolean {
    return path.includes(this.#literal) && run(this.#program, path).includes(this.#program.length);
  }

  /** Returns whether the pattern can match a path below a folder, which has no final slash; empty for the root. */
  canMatchBelow(folder: string): boolean {
    return run(this.#program, folder === "" ? "" : `${folder}/`).length > 0;
  }
}

/** What stands before and after the parts of a pattern. */
interface Surroundings {
  before?: readonly GlobNode[];
  after?: readonly GlobNode[];
}

type Choice = Extract<GlobNode, { kind: "choice" }>;

const anyUnits: GlobNode = { kind: "units", isWhole: false };
const anyUnit: Step = { kind: "unit", test: (unit) => unit !== "/" };

function compile(nodes: readonly GlobNode[], syntax: GlobSyntax): Program {
  return nodes.flatMap((node, index) =>
    node.kind === "choice" && node.repeat === "!"
      ? [
          { kind: "not", program: compile(restOfName(nodes, index, node), syntax) },
          ...stepsOf(anyUnits, syntax),
        ]
      : stepsOf(node, syntax),
  );
}

/** Returns what a negated choice must not match: one of its options, and then the rest of the name. */
function restOfName(nodes: readonly GlobNode[], index: number, { options }: Choice): GlobNode[] {
  const end = nodes.findIndex((node, at) => at > index && isSlash(node));
  const rest = nodes.slice(index + 1, end < 0 ? nodes.length : end);
  return withoutNegations([{ kind: "choice", options, repeat: "" }, ...rest]);
}

/**
 * Returns nodes in which a negation stands for anything. If each had a program of its own within that of another one,
 * programs would double with each that follows, and run again at every place for each that is around.
 */
function withoutNegations(nodes: readonly GlobNode[]): GlobNode[] {
  return nodes.map((node) => {
    if (node.kind !== "choice") return node;
    return isNegation(node) ? anyUnits : { ...node, options: node.options.map(withoutNegations) };
  });
}

function stepsOf(node: GlobNode, syntax: GlobSyntax): Program {
  const visible: Program = syntax.matchesDots ? [] : [{ kind: "visible" }];
  const name = [...visible, ...repeated([anyUnit], "+")];
  switch (node.kind) {
    case "literal":
      return [{ kind: "unit", test: (unit) => unit === node.unit }];
    case "unit":
      return [...visible, { kind: "unit", test: node.test }];
    case "units":
      return node.isWhole ? name : [...visible, ...repeated([anyUnit], "*")];
    case "folders": {
      const folders = repeated([...name, { kind: "unit", test: (unit) => unit === "/" }], "*");
      return node.isLast ? [...folders, ...name] : folders;
    }
    case "choice": {
      const options = choiceOf(node.options.map((option) => compile(option, syntax)));
      return node.repeat === "" || node.repeat === "!" ? options : repeated(options, node.repeat);
    }
  }
}

function isNegation(node: GlobNode): boolean {
  return node.kind === "choice" && node.repeat === "!";
}

function isSlash(node: GlobNode): boolean {
  return (node.kind === "literal" && node.unit === "/") || node.kind === "folders";
}

function repeated(program: Program, repeat: "?" | "*" | "+"): Program {
  const { length } = program;
  if (repeat === "+") return [...program, { kind: "fork", by: [-length, 1] }];
  const optional: Program = [{ kind: "fork", by: [1, length + (repeat === "*" ? 2 : 1)] }, ...program];
  return repeat === "?" ? optional : [...optional, { kind: "fork", by: [-length - 1] }];
}

/** Returns a program that runs one of several. */
function choiceOf(programs: readonly Program[]): Program {
  // Each program is followed by a fork to the end.
  const total = programs.reduce((sum, { length }) => sum + length + 1, 0);
  let at = 1;
  const starts: number[] = [];
  const parts = programs.flatMap((program): Step[] => {
    starts.push(at);
    at += program.length + 1;
    return [...program, { kind: "fork", by: [total - at + 2] }];
  });
  return [{ kind: "fork", by: starts }, ...parts];
}

/** Runs a program on a text and returns the steps that it can have reached at its end. */
function run(program: Program, text: string, start = 0): readonly number[] {
  let reached = follow(program, [0], text, start);
  for (let at = start; at < text.length && reached.length > 0; at++) {
    const unit = text.charAt(at);
    const next = reached.flatMap((index) => {
      const step = program[index];
      return step?.kind === "unit" && step.test(unit) ? [index + 1] : [];
    });
    reached = follow(program, next, text, at + 1);
  }
  return reached;
}

/** Returns the steps that wait for a unit, and the end, that can be reached from some steps at an offset of a text. */
function follow(program: Program, from: readonly number[], text: string, at: number): readonly number[] {
  const seen = new Set<number>();
  const waiting: number[] = [];
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    const step = program[index];
    if (!step || step.kind === "unit") waiting.push(index);
    else if (step.kind === "fork") for (const by of step.by) open.push(index + by);
    else if (holds(step, text, at)) open.push(index + 1);
  }
  return waiting;
}

function holds(step: Exclude<Step, { kind: "unit" | "fork" }>, text: string, at: number): boolean {
  if (step.kind === "visible") return text[at] !== "." || (at > 0 && text[at - 1] !== "/");
  const end = text.indexOf("/", at);
  const rest = text.slice(at, end < 0 ? text.length : end);
  return !run(step.program, rest).includes(step.program.length);
}

/** Returns the texts of neighbouring literals outside of choices. */
function literalsIn(nodes: readonly GlobNode[]): string[] {
  const texts: string[] = [];
  let current = "";
  for (const node of [...nodes, undefined]) {
    if (node?.kind === "literal") current += node.unit;
    else if (current !== "") {
      texts.push(current);
      current = "";
    }
  }
  return texts;
}
