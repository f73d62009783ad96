import type { Query, QueryMatch, QueryOptions, Tree } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";

/** The maximum number of incomplete matches: without it, statements nested thousands of times would keep as many. */
const matchLimit = 1024;

/** Returns the matches of a query in a tree, or in a span of it. */
export function matchesIn(tree: Tree, query: Query, span?: Span): QueryMatch[] {
  return query.matches(tree.rootNode, optionsFor(span));
}

/**
 * Returns the matches of a query near candidate spans, which must be in text order. The query runs once on each
 * outermost statement that has candidates, on the span from its first candidate to its last.
 */
export function* matchesAround(tree: Tree, query: Query, candidates: readonly Span[]): Generator<QueryMatch> {
  let next = 0;
  for (const statement of candidates.length > 0 ? tree.rootNode.children : []) {
    while ((candidates[next]?.end ?? Number.POSITIVE_INFINITY) <= statement.startIndex) next++;
    const start = candidates[next]?.start ?? Number.POSITIVE_INFINITY;
    let end = -1;
    for (let at = next; (candidates[at]?.start ?? Number.POSITIVE_INFINITY) < statement.endIndex; at++)
      end = Math.max(end, candidates[at]?.end ?? end);
    if (end >= 0) yield* query.matches(statement, optionsFor({ start, end }));
  }
}

/** Returns the options of a query. The binding passes the two offsets on as bytes, two for each UTF-16 unit. */
function optionsFor(span: Span | undefined): QueryOptions {
  return span ? { matchLimit, startIndex: 2 * span.start, endIndex: 2 * span.end } : { matchLimit };
}
