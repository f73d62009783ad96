import type { Span } from "./imported.ts";

/** Turns offsets of a text into lines and columns. */
export class Lines {
  readonly #starts = [0];

  constructor(text: string) {
    for (const match of text.matchAll(/\r\n|\r|\n/g)) this.#starts.push(match.index + match[0].length);
  }

  /** The zero-based line that holds `offset`. */
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

  /** The stretch from `start` to `end`, which stand on one line. */
  span(start: number, end: number): Span {
    const line = this.lineAt(start);
    const lineStart = this.#starts[line] ?? 0;
    return { line, start: start - lineStart, end: end - lineStart };
  }
}
