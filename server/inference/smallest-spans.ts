import type { Span } from "../documents/span.ts";

/** Finds the smallest of some spans around an offset. */
export class SmallestSpans {
  /** All starts and ends, in ascending order: between two of them, the smallest span is the same. */
  readonly #edges: readonly number[];
  /** The index of the smallest span behind each edge; -1 if there is none. */
  readonly #smallest: Int32Array;

  /** `spans` are in ascending order of their lengths. */
  constructor(spans: readonly Span[]) {
    this.#edges = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
    this.#smallest = new Int32Array(this.#edges.length).fill(-1);
    // From each edge on, the nearest one that has no span yet: a smaller span is never replaced by a larger one.
    const free = Int32Array.from({ length: this.#edges.length + 1 }, (_, index) => index);
    const nextFree = (edge: number): number => {
      let at = edge;
      while (free[at] !== at) {
        free[at] = free[free[at] ?? at] ?? at;
        at = free[at] ?? at;
      }
      return at;
    };
    for (const [index, { start, end }] of spans.entries()) {
      const last = this.#edgeAt(end);
      for (let edge = nextFree(this.#edgeAt(start)); edge < last; edge = nextFree(edge)) {
        this.#smallest[edge] = index;
        free[edge] = edge + 1;
      }
    }
  }

  /** Returns the index of the smallest span that contains an offset; of equal ones, the first. -1 if there is none. */
  indexAt(offset: number): number {
    const edge = this.#edgeAt(offset);
    return edge < 0 ? -1 : (this.#smallest[edge] ?? -1);
  }

  /** Returns the index of the last edge at or before an offset; -1 if there is none. */
  #edgeAt(offset: number): number {
    let [low, high] = [0, this.#edges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edges[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
