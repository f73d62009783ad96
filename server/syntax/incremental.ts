import type { Node, Tree } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import type { TextChange } from "../documents/tracked-document.ts";

/**
 * Returns the span of a text that must be queried again after it was parsed incrementally: from the first to the last
 * outermost statement that the changes touched, since no relation of a literal extends beyond its outermost statement.
 * `before` is the old tree after `Tree.edit` with the changes, `after` the new one.
 */
export function changedSpan(before: Tree, after: Tree, changes: readonly TextChange[]): Span {
  const spans = [
    ...before
      .getChangedRanges(after)
      .map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex })),
    ...finalSpans(changes),
  ];
  const start = spans.reduce((least, span) => Math.min(least, span.start), Number.POSITIVE_INFINITY);
  const end = spans.reduce((most, span) => Math.max(most, span.end), Number.NEGATIVE_INFINITY);
  const root = after.rootNode;
  const first = outermostAt(root, Math.max(0, start - 1));
  const last = outermostAt(root, Math.min(root.endIndex, end + 1));
  return { start: Math.min(start, first?.startIndex ?? start), end: Math.max(end, last?.endIndex ?? end) };
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

/** Returns the child of the root that contains an offset; undefined if none does. */
function outermostAt(root: Node, offset: number): Node | undefined {
  let node = root.descendantForIndex(offset);
  while (node?.parent && node.parent.id !== root.id) node = node.parent;
  return node && node.id !== root.id ? node : undefined;
}
