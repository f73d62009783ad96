import type { Span } from "./imported.ts";

/** Converts UTF-16 offsets in a text to lines and columns. */
export class Lines {
  readonly #starts = [0];

  constructor(text: string) {
    for (const match of text.matchAll(/\r\n|\r|\n/g)) this.#starts.push(match.index + match[0].length);
  }

  /** Returns the zero-based line that contains `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Returns the offset at which a line starts. */
  offsetOf(line: number): number {
    return this.#starts[line] ?? 0;
  }

  /** Returns the span from `start` to `end`, two offsets on the same line. */
  span(start: number, end: number): Span {
    const line = this.lineAt(start);
    const lineStart = this.#starts[line] ?? 0;
    return { line, start: start - lineStart, end: end - lineStart };
  }
}
