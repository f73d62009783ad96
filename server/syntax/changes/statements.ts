import type { Node } from "web-tree-sitter";
import type { Span } from "../../documents/span.ts";

/** The maximum number of statements before and after a changed one that are visited. */
export const maximumRun = 200;

/** Returns the first and the last outermost statement that a span touches, or those that are next to it. */
export function statementsAt(root: Node, { start, end }: Span): [first: Node | null, last: Node | null] {
  return [
    root.firstChildForIndex(Math.max(0, start - 1)) ?? root.lastChild,
    root.firstChildForIndex(end) ?? root.lastChild,
  ];
}

/** Returns the span from the first to the last of some spans. */
export function around(spans: readonly Span[]): Span {
  return {
    start: spans.reduce((least, span) => Math.min(least, span.start), Number.POSITIVE_INFINITY),
    end: spans.reduce((most, span) => Math.max(most, span.end), Number.NEGATIVE_INFINITY),
  };
}
