import type { Span } from "../documents/span.ts";

/** The maximum column of a key: a key farther to the right is not searched for. */
const maximumColumn = 200;

/** Finds the block mappings of a YAML text by their indentation. */
export class Blocks {
  readonly #text: string;
  /** The mapping that was found last for keys at each column: the next key is often in the same one. */
  readonly #last = new Map<number, Span>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Returns the span of the block mapping around a key, given its offset; if `below` is set, the offset behind the
   * key's colon, that of the block below the key. Undefined if no line begins with the key.
   */
  spanOf({ index, below }: { index: number; below?: number }): Span | undefined {
    const before = this.#text.slice(Math.max(0, index - maximumColumn), index);
    const lineStart = index - before.length + before.lastIndexOf("\n") + 1;
    const column = index - lineStart;
    if (column >= maximumColumn || !/^[\s-]*$/.test(this.#text.slice(lineStart, index))) return undefined;
    if (below !== undefined) return { start: below, end: this.#endOf(index, column, false) };
    const last = this.#last.get(column);
    if (last && last.start <= index && index < last.end) return last;
    const span = {
      start: blockStart(this.#text, lineStart, column),
      end: this.#endOf(index, column, true),
    };
    this.#last.set(column, span);
    return span;
  }

  /** Returns where the block of a key ends, with or without the following keys at its column. */
  #endOf(index: number, column: number, includesSiblings: boolean): number {
    return blockEnd(
      this.#text,
      endOfLine(this.#text, index),
      (at, isItem) => at > column || (at === column && (isItem || includesSiblings)),
    );
  }
}

/** Returns where the lines after an offset end that are part of a block, by their columns. */
function blockEnd(text: string, from: number, isPart: (column: number, isItem: boolean) => boolean): number {
  let end = from;
  while (end < text.length) {
    const next = endOfLine(text, end + 1);
    const line = text.slice(end + 1, next);
    const column = line.search(/\S/);
    if (/^(?:---|\.\.\.)/.test(line)) break;
    if (column >= 0 && line[column] !== "#" && !isPart(column, line[column] === "-")) break;
    end = next;
  }
  return end;
}

/** Returns the start of the mapping whose keys are at a column, searched upwards from the start of a line. */
function blockStart(text: string, lineStart: number, column: number): number {
  let start = lineStart;
  while (start > 0) {
    // The first key of a mapping that is an item of a list is behind the item's dash.
    if (columnBehindDashes(text.slice(start, endOfLine(text, start))) === column) return start;
    const above = text.lastIndexOf("\n", start - 2) + 1;
    const line = text.slice(above, start);
    const at = line.search(/\S/);
    const isAround = at >= 0 && at < column && line[at] !== "#" && columnBehindDashes(line) !== column;
    if (isAround || /^(?:---|\.\.\.)/.test(line)) return start;
    start = above;
  }
  return 0;
}

/** Returns the column of what follows the dashes of list items at the start of a line; undefined if there are none. */
function columnBehindDashes(line: string): number | undefined {
  return /^\s*(?:-\s+)+/.exec(line)?.[0].length;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
}
