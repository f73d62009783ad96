import type { Node, Tree } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import type { TextChange } from "../documents/tracked-document.ts";

/**
 * What must be read again of a text that was parsed anew: the outermost statements that the changes touched, since no
 * relation of a literal reaches beyond them. `before` is the old tree with the changes applied to it.
 */
export function changedSpan(before: Tree, after: Tree, changes: readonly TextChange[]): Span {
  const stretches = [
    ...before
      .getChangedRanges(after)
      .map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex })),
    ...finalSpans(changes),
  ];
  const start = Math.min(...stretches.map((one) => one.start));
  const end = Math.max(...stretches.map((one) => one.end));
  const root = after.rootNode;
  const first = outermost(root, Math.max(0, start - 1));
  const last = outermost(root, Math.min(root.endIndex, end + 1));
  return { start: Math.min(start, first?.startIndex ?? start), end: Math.max(end, last?.endIndex ?? end) };
}

/** What stood in the old text where it stands now, without what the changes or the stretch touched. */
export function carryOver<T extends Span>(
  all: readonly T[],
  changes: readonly TextChange[],
  span: Span,
): T[] {
  return all.flatMap((one) => {
    let { start, end } = one;
    for (const { startIndex, oldEndIndex, newEndIndex } of changes) {
      if (end < startIndex) continue;
      if (start <= oldEndIndex) return [];
      start += newEndIndex - oldEndIndex;
      end += newEndIndex - oldEndIndex;
    }
    if (start <= span.end && end >= span.start) return [];
    return [start === one.start ? one : { ...one, start, end }];
  });
}

/** Where changes stand in the text after all of them. */
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

function outermost(root: Node, offset: number): Node | undefined {
  let node = root.descendantForIndex(offset);
  while (node?.parent && node.parent.id !== root.id) node = node.parent;
  return node && node.id !== root.id ? node : undefined;
}
