import type { Node, Point, Tree } from "web-tree-sitter";
import type { Span } from "../../documents/span.ts";
import { maximumRun, statementsAt } from "./statements.ts";

// How the parser recovers from an error depends on what it reuses of the old tree. Since what is found must depend on
// the text alone, not on how it was typed, nothing near an error is reused.

/** In UTF-16 units: a text of this length is parsed in a few milliseconds. */
const maximumWhole = 50_000;

/** How many statements without an error separate the errors before and after them. */
const separation = 3;

/** The outermost statements around an error, as offsets and as positions. */
interface BrokenSpan extends Span {
  startPosition: Point;
  endPosition: Point;
}

/** What the parser may reuse of an old tree: all of it, all but some statements, or nothing. */
export type Reuse = "all" | BrokenSpan | "nothing";

/**
 * Returns what may be reused of a tree, given the errors in it near an edited span. The parts of a broken statement can
 * be outermost ones too, so that other errors nearby and the statements around them count. A short text is parsed as a
 * whole.
 */
export function reusable(tree: Tree, edited: Span): Reuse {
  const { rootNode } = tree;
  if (!rootNode.hasError) return "all";
  const [first, last] = statementsAt(rootNode, edited);
  const isNear = first?.id === last?.id || first?.nextSibling?.id === last?.id;
  if (first && last && isNear && !first.hasError && !last.hasError) return "all";
  if (!first || !last || isBrokenAsWhole(rootNode)) return "nothing";
  const { startIndex: start, startPosition } = farthestNear(first, "previousSibling");
  const { endIndex: end, endPosition } = farthestNear(last, "nextSibling");
  return { start, end, startPosition, endPosition };
}

/** Returns whether the errors in a tree can be of consequence for all of the text, which is parsed as a whole then. */
export function isBrokenAsWhole(root: Node): boolean {
  return root.isError || (root.hasError && root.endIndex <= maximumWhole);
}

/** Returns whether nothing was reused except what may be. */
export function isCovered(wanted: Reuse, reused: Reuse): boolean {
  if (wanted === "all" || reused === "nothing") return true;
  if (wanted === "nothing" || reused === "all") return false;
  return reused.start <= wanted.start && reused.end >= wanted.end;
}

/** Keeps the parser from reusing some statements of a tree. */
export function exclude(tree: Tree, { start, end, startPosition, endPosition }: BrokenSpan): void {
  tree.edit({
    startIndex: start,
    oldEndIndex: end,
    newEndIndex: end,
    startPosition,
    oldEndPosition: endPosition,
    newEndPosition: endPosition,
    // The type of the binding requires two methods of its class, which it never calls on a plain edit.
  } as Parameters<Tree["edit"]>[0]);
}

/** Returns the statement farthest in a direction before which there is always an error nearby. */
function farthestNear(statement: Node, direction: "previousSibling" | "nextSibling"): Node {
  let farthest = statement;
  let clean = 0;
  for (let length = 0; clean < separation && length < maximumRun; length++) {
    const next = farthest[direction];
    if (!next) break;
    clean = next.hasError ? 0 : clean + 1;
    farthest = next;
  }
  return farthest;
}
