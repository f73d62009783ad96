import type { Node, Tree } from "web-tree-sitter";
import type { Span } from "../../documents/span.ts";
import type { TextChange } from "../../documents/tracked-document.ts";
import { ifs } from "../context/node-types.ts";
import { isDeepAt } from "../parsing/depth.ts";
import { isBrokenAsWhole } from "./broken-statements.ts";
import { around, maximumRun, statementsAt } from "./statements.ts";

/** How many statements in a row are the same as in the old tree where nothing beyond them differs. */
const sameInARow = 3;

/** How long a statement may be to be compared with the one in the old tree, in UTF-16 units. */
const maximumCompared = 500;

/**
 * Returns the span of a text that must be queried again after it was parsed incrementally: from the first to the last
 * outermost statement that the changes touched, and the runs of branches around, since nothing else that is found of a
 * literal extends beyond its outermost statement. Undefined if that would take longer than to query the whole text.
 * `before` is the old tree after `Tree.edit` with the changes, `after` the new one, `edited` what the changes inserted.
 */
export function changedSpan(
  before: Tree,
  after: Tree,
  changes: readonly TextChange[],
  edited: Span,
): Span | undefined {
  const changed = differenceAround(before, after, edited) ?? differenceOf(before, after, changes, edited);
  if (!changed) return undefined;
  const [first, last] = statementsAt(after.rootNode, changed);
  const from = first && endOfRun(first, "previousNamedSibling", changed);
  const to = last && endOfRun(last, "nextNamedSibling", changed);
  return {
    start: Math.min(changed.start, from?.startIndex ?? changed.start),
    end: Math.max(changed.end, to?.endIndex ?? changed.end),
  };
}

/**
 * Returns the span around an edited one in which two trees may differ, found from there outwards: the parser has the
 * same state again where statements are the same as in the old tree, so that all further ones are the same. Comparing the
 * whole trees takes as long as parsing. Undefined if it is not found nearby, or if errors can have changed what is far away.
 */
function differenceAround(before: Tree, after: Tree, edited: Span): Span | undefined {
  const { rootNode } = after;
  if (isBrokenAsWhole(rootNode) || isBrokenAsWhole(before.rootNode)) return undefined;
  const [first, last] = statementsAt(rootNode, edited);
  const start = first && differentUntil(before, first, "previousSibling");
  const end = last && differentUntil(before, last, "nextSibling");
  if (typeof start !== "number" || typeof end !== "number") return undefined;
  const length = Math.max(before.rootNode.endIndex, rootNode.endIndex);
  return { start: Math.min(edited.start, start), end: Math.max(edited.end, Math.min(end, length)) };
}

/**
 * Returns the offset in a direction behind which the statements are the same in the old tree; undefined if it is far. If
 * none are, that is beyond the text, of which a tree with an error need not have all.
 */
function differentUntil(
  before: Tree,
  statement: Node,
  direction: "previousSibling" | "nextSibling",
): number | undefined {
  const { rootNode } = before;
  const isForward = direction === "nextSibling";
  let different = statement;
  let at: Node | null = statement;
  for (let length = 0, same = 0; length < maximumRun; length++) {
    if (same === sameInARow) return isForward ? different.endIndex : different.startIndex;
    at = at[direction];
    if (!at) return isForward ? Number.POSITIVE_INFINITY : 0;
    same = isSame(at, rootNode) ? same + 1 : 0;
    if (same === 0) different = at;
  }
  return undefined;
}

/**
 * Returns whether a statement is the same in the old tree. The id of a node is the place where its parent keeps it: of a
 * statement that was taken over, those of the children are the same. Statements that can be read in several ways are
 * never taken over; short ones are compared.
 */
function isSame(statement: Node, oldRoot: Node): boolean {
  if (statement.hasError) return false;
  const { startIndex, endIndex } = statement;
  const old = oldRoot.firstChildForIndex(startIndex);
  if (!old || old.startIndex !== startIndex || old.endIndex !== endIndex || old.hasChanges) return false;
  if (old.typeId !== statement.typeId) return false;
  return (
    old.firstChild?.id === statement.firstChild?.id ||
    (endIndex - startIndex <= maximumCompared && old.toString() === statement.toString())
  );
}

/** Returns the span in which two trees differ; undefined if comparing them would take long. */
function differenceOf(
  before: Tree,
  after: Tree,
  changes: readonly TextChange[],
  edited: Span,
): Span | undefined {
  const isDeep = ({ newEndIndex }: TextChange) =>
    isDeepAt(before, newEndIndex) || isDeepAt(after, newEndIndex);
  if (changes.some(isDeep)) return undefined;
  const ranges = before.getChangedRanges(after);
  return around([
    ...ranges.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex })),
    edited,
  ]);
}

/**
 * Returns the first or the last statement of the run of branches that contains a statement: they share a chain, as the
 * branches of one statement do. Returns the root if the run is very long, and undefined if the statement is neither in a
 * run nor touched by the changed span.
 */
function endOfRun(
  statement: Node,
  direction: "previousNamedSibling" | "nextNamedSibling",
  changed: Span,
): Node | undefined {
  const isTouched = statement.startIndex <= changed.end + 1 && statement.endIndex >= changed.start - 1;
  if (!isTouched && !isPartOfRun(statement)) return undefined;
  let end = statement;
  for (let length = 0; length < maximumRun; length++) {
    const next = end[direction];
    if (!next || !isPartOfRun(next)) return end;
    end = next;
  }
  return statement.tree.rootNode;
}

/** Returns whether a statement can be a part of a run of branches, or stand between two of them. */
function isPartOfRun(statement: Node): boolean {
  const branch = statement.type === "expression_statement" ? statement.firstNamedChild : statement;
  return /comment/.test(statement.type) || (branch !== null && ifs.test(branch.type));
}
