import type { Node } from "web-tree-sitter";
import type { Edit } from "./edit.ts";
import { isBlank, lineAt } from "./lines.ts";

/** The separators between elements. */
export const separators = /^(?:,|\||\|\||or)$/;

/** Removes a node that is alone on its line, with the line; a comment after it is kept. */
export function removeLine(text: string, { startIndex, endIndex }: Node): Edit[] | undefined {
  const line = lineAt(text, startIndex);
  if (!isBlank(text, line.start, startIndex) || endIndex > line.end) return undefined;
  if (isBlank(text, endIndex, line.end)) return [cut(...spanOfLine(text, line))];
  const rest = text.slice(endIndex, line.end);
  return /^\s*(?:#|\/\/|\/\*)/.test(rest)
    ? [cut(startIndex, endIndex + blanksAt(text, endIndex))]
    : undefined;
}

/** Returns the span of a line with its line break, or for the last line with the line break before it. */
function spanOfLine(
  text: string,
  { start, end, next }: { start: number; end: number; next: number },
): [number, number] {
  if (next > end || start === 0) return [start, next];
  const before = start - (text.charAt(start - 2) === "\r" ? 2 : 1);
  return [before, end];
}

export function removeWithBlanks(
  text: string,
  { startIndex, endIndex, previousNamedSibling }: Node,
): Edit[] | undefined {
  const from = previousNamedSibling?.endIndex;
  return from === undefined || !isBlank(text, from, startIndex) ? undefined : [cut(from, endIndex)];
}

/** Removes an element with exactly one separator; comments are kept. Undefined if it has no separator beside it. */
export function removeWithSeparator(text: string, item: Node): Edit[] | undefined {
  const { previous, next } = adjacentSeparators(item);
  const { startIndex: start, endIndex: end } = item;
  if (!previous) return next && removeFirst(text, item, next);
  const line = lineAt(text, start);
  const startsLine = isBlank(text, line.start, start);
  // A separator on another line belongs to the elements there.
  const isNextOnLine = next !== undefined && next.startIndex < line.end;
  if (isNextOnLine && !isBlank(text, end, next.startIndex))
    return [cut(start, end), cut(next.startIndex, next.endIndex)];
  const after = isNextOnLine ? next.endIndex : end;
  const endsLine = after <= line.end && isBlank(text, after, line.end);
  if (startsLine && isNextOnLine)
    return endsLine ? [cut(...spanOfLine(text, line))] : [cut(start, after + blanksAt(text, after))];
  const isAdjacent = isBlank(text, previous.endIndex, start);
  if (isNextOnLine) return [cut(isAdjacent ? previous.endIndex : start, after)];
  // No separator follows on this line, so the one before is removed; one on a later line stays.
  const hasLeadingSeparator =
    isBlank(text, line.start, previous.startIndex) && previous.startIndex >= line.start;
  if (hasLeadingSeparator && endsLine) return [cut(...spanOfLine(text, line))];
  const hasComment = startsLine && /^\s*(?:#|\/\/|\/\*)/.test(text.slice(end, line.end));
  if (isAdjacent && !hasComment) return [cut(startOfBlanksBefore(text, previous.startIndex), end)];
  const rest =
    startsLine && endsLine ? cut(...spanOfLine(text, line)) : cut(start, end + blanksAt(text, end));
  return [cut(previous.startIndex, previous.endIndex), rest];
}

/** Removes the first of some elements, with the separator behind it. */
function removeFirst(text: string, { startIndex: start, endIndex: end }: Node, next: Node): Edit[] {
  const line = lineAt(text, start);
  const after = next.endIndex;
  const isAlone = isBlank(text, line.start, start) && after <= line.end && isBlank(text, after, line.end);
  if (isAlone && isBlank(text, end, next.startIndex)) return [cut(...spanOfLine(text, line))];
  if (!isBlank(text, end, next.startIndex)) return [cut(start, end), cut(next.startIndex, after)];
  const rest = /^\s*/.exec(text.slice(after))?.[0].length ?? 0;
  const hasComment = /^\s*(?:#|\/\/|\/\*)/.test(text.slice(after, line.end));
  return [cut(start, hasComment ? after + blanksAt(text, after) : after + rest)];
}

/** Returns the separators directly before and after a node, comments aside. */
function adjacentSeparators({ parent, id }: Node): { previous?: Node; next?: Node } {
  const all = (parent?.children ?? []).filter(
    (one): one is Node => one !== null && !/comment/.test(one.type),
  );
  const at = all.findIndex((one) => one.id === id);
  const [previous, next] = [all[at - 1], all[at + 1]];
  return {
    ...(previous && separators.test(previous.type) ? { previous } : {}),
    ...(next && separators.test(next.type) ? { next } : {}),
  };
}

function cut(start: number, end: number): Edit {
  return { start, end, text: "" };
}

/** Returns the number of spaces and tabs at an offset. */
function blanksAt(text: string, offset: number): number {
  return /^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0;
}

/** Returns the offset of the first of the spaces and tabs directly before an offset. */
function startOfBlanksBefore(text: string, offset: number): number {
  let from = offset;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  return from;
}
