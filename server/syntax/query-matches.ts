import type { Node, Query, QueryMatch, QueryOptions, Tree } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import { type Budget, ReadingStopped } from "./parsing/budget.ts";
import { WorkTime } from "./parsing/work-time.ts";

/** The maximum number of incomplete matches: without it, statements nested thousands of times would keep as many. */
const matchLimit = 1024;
/** The length in UTF-16 units of the parts of a text that are queried one by one. */
const windowLength = 32_768;
/** The length below which a part is not divided further: it usually takes a millisecond. */
const minimumWindow = 2048;
/** How often such a part is tried: the first query of a grammar, or a busy machine, may take long. */
const maximumTries = 3;
/** How much longer than a slice a query of a part may take, in milliseconds; then the part is divided. */
const overtime = 20;
/**
 * So many tokens without a name in one node make each step of a query take milliseconds, if hardly any named nodes stand
 * between them: it looks for the next one again and again.
 */
const maximumUnnamed = 20_000;
/** Errors are looked for among so many statements at most. */
const maximumChildren = 1000;
/** If a query returns so many times more matches than those of its part, all the rest is queried at once. */
const maximumExcess = 4;

/** Runs the query of a language on a tree. */
export class TreeQuery {
  readonly #tree: Tree;
  readonly #query: Query;
  readonly #budget: Budget;
  /** How often the first report of the progress of a query came when it had taken too long. */
  #silences = 0;

  constructor(tree: Tree, query: Query, budget: Budget) {
    this.#tree = tree;
    this.#query = query;
    this.#budget = budget;
  }

  /**
   * Yields the matches in the tree, or in a span of it, in batches between which work can be interrupted. Throws
   * `ReadingStopped` if the query takes too long.
   */
  matchesIn(span?: Span): Generator<QueryMatch[]> {
    refuseUnnamed(this.#tree.rootNode);
    return this.#inParts(this.#tree.rootNode, span);
  }

  /**
   * Yields the matches near candidate spans, which must be in text order. The query runs once on each outermost statement
   * that has candidates, on the span from its first candidate to its last.
   */
  *matchesAround(candidates: readonly Span[]): Generator<QueryMatch[]> {
    let next = 0;
    for (const statement of candidates.length > 0 ? this.#tree.rootNode.children : []) {
      while ((candidates[next]?.end ?? Number.POSITIVE_INFINITY) <= statement.startIndex) next++;
      const start = candidates[next]?.start ?? Number.POSITIVE_INFINITY;
      let end = -1;
      for (let at = next; (candidates[at]?.start ?? Number.POSITIVE_INFINITY) < statement.endIndex; at++)
        end = Math.max(end, candidates[at]?.end ?? end);
      if (end >= 0) yield* this.#inParts(statement, { start, end });
    }
  }

  /**
   * Yields the matches in a node, or in a span of it, part by part. A query of a part also returns matches that begin
   * outside of it: each match is yielded with the part in which its first capture begins.
   */
  *#inParts(node: Node, span?: Span): Generator<QueryMatch[]> {
    const { start, end } = span ?? { start: node.startIndex, end: node.endIndex };
    let length = Math.min(windowLength, end - start);
    let tries = 0;
    for (let at = start, isDone = false; !isDone; ) {
      const isFirst = at === start;
      const isLast = at + length >= end;
      const part =
        isFirst && isLast ? span : { start: isFirst ? at : at - 1, end: Math.min(end, at + length) + 1 };
      const matches = this.#matches(node, part, length <= windowLength);
      if (!matches) {
        if (length > minimumWindow) length = Math.ceil(length / 2);
        else if (++tries === maximumTries) throw new ReadingStopped("too-slow");
        yield [];
        continue;
      }
      const own =
        isFirst && isLast
          ? matches
          : matches.filter((match) => {
              const first = startOf(match);
              return (isFirst || first >= at) && (isLast || first < at + length);
            });
      isDone = isLast;
      at += length;
      tries = 0;
      length =
        matches.length > maximumExcess * own.length + matchLimit
          ? end - at
          : Math.min(2 * length, windowLength);
      yield own;
    }
  }

  /** Returns the matches in a node, or in a span of it; undefined if that takes too long. */
  #matches(node: Node, span: Span | undefined, isPart: boolean): QueryMatch[] | undefined {
    const workTime = new WorkTime();
    const limit = isPart ? Math.min(this.#budget.slice + overtime, this.#budget.left) : this.#budget.left;
    let [isStopped, reports] = [false, 0];
    const progressCallback = () => {
      reports++;
      isStopped ||= workTime.isLongerThan(limit);
      return isStopped;
    };
    const matches = this.#query.matches(node, { ...optionsFor(span), progressCallback });
    if (!isStopped) return matches;
    // A step of the query takes too long, however short the part is.
    if (reports === 1 && ++this.#silences === maximumTries) throw new ReadingStopped("too-slow");
    return undefined;
  }
}

/** Throws `ReadingStopped` if there are too many tokens without a name in the root of a tree, or in an error in it. */
function refuseUnnamed(root: Node): void {
  if (!root.hasError || root.descendantCount < maximumUnnamed) return;
  const children = root.namedChildCount <= maximumChildren ? root.namedChildren : [];
  const broken = root.isError ? [root] : children.filter((child) => child.isError);
  for (const { childCount, namedChildCount } of broken)
    if (childCount - namedChildCount > maximumUnnamed * (1 + namedChildCount))
      throw new ReadingStopped("too-slow");
}

/** Returns the offset at which the first capture of a match begins. */
function startOf({ captures }: QueryMatch): number {
  let start = Number.POSITIVE_INFINITY;
  for (const { node } of captures) start = Math.min(start, node.startIndex);
  return start;
}

/** Returns the options of a query. The binding passes the two offsets on as bytes, two for each UTF-16 unit. */
function optionsFor(span: Span | undefined): QueryOptions {
  return span ? { matchLimit, startIndex: 2 * span.start, endIndex: 2 * span.end } : { matchLimit };
}
