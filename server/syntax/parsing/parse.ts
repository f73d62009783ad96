import type { Parser, Tree } from "web-tree-sitter";
import type { Slices } from "../../../catalog/model/slices.ts";
import { type Budget, ReadingStopped } from "./budget.ts";
import type { LoadedGrammar } from "./grammars.ts";
import type { Runtime } from "./runtime.ts";

/** How long the parser may work without a report of its progress, in milliseconds. */
const maximumSilence = 40;
/** How much longer than a slice a step of the parser may take that needs more memory, in milliseconds. */
const maximumOverrun = 30;
/** So many UTF-16 units, beyond the text itself, are read in some milliseconds. */
const manyUnits = 300_000;
/** How much of the text the parser takes at once, in UTF-16 units. */
const chunkSize = 5119;
/**
 * By how many bytes the memory may grow for one text, and for each of its UTF-16 units: usually its tree takes some 20
 * bytes for each.
 */
const [growth, growthByUnit] = [2 ** 26, 200];

/**
 * Parses a text, in slices; `before` is the old tree after `Tree.edit`, if there is one. Throws `ReadingStopped` if the
 * text takes too long or too much memory.
 */
export function* parse(
  loaded: LoadedGrammar,
  text: string,
  budget: Budget,
  before: Tree | null = null,
): Slices<Tree> {
  const { language, runtime, parsers, newParser } = loaded;
  const parser = parsers.pop() ?? newParser();
  const input = new Input(language.needsLastLineBreak ? `${text}\n` : text, budget, runtime);
  let allowed = growth + growthByUnit * text.length;
  let isFinished = false;
  try {
    for (;;) {
      // Other texts are parsed between the slices: their memory does not count.
      const slice = runtime.growingBy(allowed, budget.slice + maximumOverrun, () =>
        input.parsedBy(parser, before),
      );
      const tree = slice.result;
      allowed -= slice.growth;
      isFinished = tree !== null;
      if (tree && !input.isCutShort) return tree;
      tree?.delete();
      if (input.isCutShort) throw new ReadingStopped("too-slow");
      yield;
    }
  } finally {
    if (!runtime.isDead) {
      if (!isFinished) parser.reset();
      parsers.push(parser);
    }
  }
}

/**
 * The text as the parser reads it. Between two reports of its progress, the parser may read a long text over and over:
 * the text then ends early, and the tree is of no use.
 */
class Input {
  readonly #text: string;
  readonly #budget: Budget;
  readonly #runtime: Runtime;
  isCutShort = false;
  #isParsing = false;
  /** The time of the last report, and the number of UTF-16 units read since. */
  #reported = 0;
  #read = 0;

  constructor(text: string, budget: Budget, runtime: Runtime) {
    this.#text = text;
    this.#budget = budget;
    this.#runtime = runtime;
  }

  /** Continues to parse, until the slice is over: then returns null. */
  parsedBy(parser: Parser, before: Tree | null): Tree | null {
    const progressCallback = () => {
      this.#report();
      return this.isCutShort || this.#budget.isSliceOver;
    };
    this.#report();
    this.#isParsing = true;
    const tree = parser.parse((index) => this.#textAt(index), before, { progressCallback });
    // From here on, the nodes read their texts.
    this.#isParsing = false;
    return tree;
  }

  #report(): void {
    this.#reported = performance.now();
    this.#read = 0;
    this.#runtime.noteProgress();
  }

  #textAt(index: number): string {
    if (this.#isParsing && this.#isTooMuch(index)) return "";
    if (index < this.#text.length) this.#runtime.noteProgress();
    return this.#text.slice(index);
  }

  #isTooMuch(index: number): boolean {
    this.#read += Math.min(chunkSize, this.#text.length - index);
    // Time alone says little: the machine may be busy, or the grammar be compiled.
    if (this.#read > 2 * this.#text.length + manyUnits && performance.now() - this.#reported > maximumSilence)
      this.isCutShort = true;
    return this.isCutShort;
  }
}
