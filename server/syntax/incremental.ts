import type { Node, Tree } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import type { TextChange } from "../documents/tracked-document.ts";
import { ifs } from "./context/node-types.ts";
import type { Alias, Literal } from "./literal.ts";

/** The maximum number of statements before and after a changed one that are visited to find those of its run. */
const maximumRun = 200;

/** In UTF-16 units: a text of this length is parsed in a few milliseconds. */
const maximumWhole = 50_000;

/** How many statements without an error separate the errors before and after them. */
const separation = 3;

/**
 * Returns the tree with which a text must be parsed again after it was parsed incrementally, null for none, and undefined
 * if it need not be. How the parser recovers from an error depends on what it reuses of the old tree. Since what is found
 * must depend on the text alone, not on how it was typed, a short text is parsed as a whole if there is an error near a
 * change; of the tree of a long one, the statements around are not reused. `before` is the old tree after `Tree.edit`
 * with the changes, `after` the new one.
 */
export function treeToParseAgainWith(
  before: Tree,
  after: Tree,
  changes: readonly TextChange[],
): Tree | null | undefined {
  const { rootNode } = after;
  const broken = brokenStatements(rootNode, around(finalSpans(changes)));
  if (!broken) return undefined;
  if (rootNode.isError || rootNode.endIndex <= maximumWhole) return null;
  const [first, last] = broken;
  before.edit({
    startIndex: first.startIndex,
    oldEndIndex: last.endIndex,
    newEndIndex: last.endIndex,
    startPosition: first.startPosition,
    oldEndPosition: last.endPosition,
    newEndPosition: last.endPosition,
    // The type of the binding requires two methods of its class, which it never calls on a plain edit.
  } as Parameters<Tree["edit"]>[0]);
  return before;
}

/**
 * Returns the span of a text that must be queried again after it was parsed incrementally: from the first to the last
 * outermost statement that the changes touched, and the runs of branches around, since nothing else that is found of a
 * literal extends beyond its outermost statement. `before` is the old tree after `Tree.edit` with the changes, `after`
 * the new one.
 */
export function changedSpan(before: Tree, after: Tree, changes: readonly TextChange[]): Span {
  const root = after.rootNode;
  const ranges = before.getChangedRanges(after);
  const changed = around([
    ...ranges.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex })),
    ...finalSpans(changes),
  ]);
  const [first, last] = statementsAt(root, changed);
  const from = first && endOfRun(first, "previousNamedSibling", changed);
  const to = last && endOfRun(last, "nextNamedSibling", changed);
  return {
    start: Math.min(changed.start, from?.startIndex ?? changed.start),
    end: Math.max(changed.end, to?.endIndex ?? changed.end),
  };
}

/** Returns the span from the first to the last of some spans. */
function around(spans: readonly Span[]): Span {
  return {
    start: spans.reduce((least, span) => Math.min(least, span.start), Number.POSITIVE_INFINITY),
    end: spans.reduce((most, span) => Math.max(most, span.end), Number.NEGATIVE_INFINITY),
  };
}

/**
 * Returns the first and the last outermost statement around a span if there is a syntax error in one of them, as far as
 * that is cheap to tell. The parts of a broken statement can be outermost ones too, so that other errors nearby and the
 * statements around them count.
 */
function brokenStatements(root: Node, span: Span): [first: Node, last: Node] | undefined {
  if (!root.hasError) return undefined;
  const [first, last] = statementsAt(root, span);
  if (!first || !last) return [root, root];
  const isNear = first.id === last.id || first.nextSibling?.id === last.id;
  if (isNear && !first.hasError && !last.hasError) return undefined;
  return [farthestNear(first, "previousSibling"), farthestNear(last, "nextSibling")];
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

/** Returns the first and the last outermost statement that a span touches, or those that are next to it. */
function statementsAt(root: Node, { start, end }: Span): [first: Node | null, last: Node | null] {
  return [
    root.firstChildForIndex(Math.max(0, start - 1)) ?? root.lastChild,
    root.firstChildForIndex(end) ?? root.lastChild,
  ];
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

/**
 * Returns items of the old text with their offsets in the new text, without those that a change or the span touches.
 * The offsets of each change are those of the text after the changes before it.
 */
export function carryOver<T extends Span>(
  items: readonly T[],
  changes: readonly TextChange[],
  span: Span,
): T[] {
  return items.flatMap((item) => {
    let { start, end } = item;
    for (const { startIndex, oldEndIndex, newEndIndex } of changes) {
      if (end < startIndex) continue;
      if (start <= oldEndIndex) return [];
      start += newEndIndex - oldEndIndex;
      end += newEndIndex - oldEndIndex;
    }
    if (start <= span.end && end >= span.start) return [];
    return [start === item.start ? item : { ...item, start, end }];
  });
}

/**
 * Returns whether a subject of literals that were carried over has become the name of an alias, or ceased to be one:
 * whether such a literal needs a syntactic context depends on that.
 */
export function haveAliasesChanged(
  carriedOver: readonly Literal[],
  before: readonly Alias[],
  after: readonly Alias[],
): boolean {
  const [old, current] = [before, after].map((aliases) => new Set(aliases.map(({ name }) => name)));
  const changed = new Set(
    [...before, ...after].flatMap(({ name }) => (old?.has(name) === current?.has(name) ? [] : name)),
  );
  if (changed.size === 0) return false;
  return carriedOver.some(({ relations }) => relations.some(({ subject }) => changed.has(subject)));
}

/** Returns the spans of the inserted texts of changes, as offsets in the text after all changes. */
function finalSpans(changes: readonly TextChange[]): Span[] {
  return changes.map(({ startIndex, newEndIndex }, index) => {
    let [start, end] = [startIndex, newEndIndex];
    for (const later of changes.slice(index + 1)) {
      const delta = later.newEndIndex - later.oldEndIndex;
      if (later.startIndex <= start) start = Math.max(later.startIndex, start + delta);
      if (later.startIndex <= end) end = Math.max(later.newEndIndex, end + delta);
    }
    return { start, end };
  });
}
