import { CodeActionKind } from "vscode-languageserver";
import type { Node } from "web-tree-sitter";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { clauses } from "../syntax/context/node-types.ts";
import type { Edit } from "./edit.ts";
import type { Fix, Offer } from "./fix.ts";
import { type FixRequest, inDocument, rootOf } from "./fix-request.ts";
import { isBlank, lineAt } from "./lines.ts";
import { outermostWithSameSpan, quotedLiteralAt } from "./quoted.ts";

/** Removes the second of two equal elements, with one separator. */
export const removeDuplicate: Fix = {
  id: "remove-duplicate",
  kind: CodeActionKind.QuickFix,

  offers(request) {
    return request.findings.flatMap((finding): Offer[] => {
      const { rule, occurrence, start } = finding;
      if (rule !== "duplicate-code" || !occurrence) return [];
      const edits = editsFor(request, occurrence, finding.related?.[0]?.start ?? start);
      if (!edits) return [];
      const { text } = occurrence.literal;
      return [
        {
          title: { en: `Remove the duplicate '${text}'`, "zh-CN": `删除重复的“${text}”` },
          key: `${start}`,
          resolves: [finding],
          isPreferred: true,
          computeChanges: () => inDocument(request, edits),
        },
      ];
    });
  },
};

/** The separators between elements. */
const separators = /^(?:,|\||\|\||or)$/;

function editsFor(request: FixRequest, { literal }: AnalyzedLiteral, first: number): Edit[] | undefined {
  const { text } = request.document;
  const root = rootOf(request);
  const quoted = root && quotedLiteralAt(root, text, literal);
  if (!quoted || root.descendantForIndex(literal.start, literal.end)?.parent?.hasError) return undefined;
  const parentType = quoted.node.parent?.type;
  if (parentType === "string_array" || (parentType === "array" && request.language?.name === "Shell"))
    return removeWithBlanks(text, quoted.node);
  const item = elementOf(quoted.node, first);
  if (!item) return undefined;
  if (item.type === "block_sequence_item") return removeLine(text, item);
  if (isPair(item)) return isSameAsFirst(literal.text, item) ? removeWithSeparator(text, item) : undefined;
  // A label without statements falls through to the next clause, so removing it loses no code.
  if (clauses.test(item.type)) return hasOnlyLabel(item, quoted.node) ? removeLine(text, item) : undefined;
  return removeWithSeparator(text, item);
}

/**
 * Returns the ancestor of a literal that is the element to remove: a YAML item, a clause, or a node between separators
 * whose parent also contains the offset `first`.
 */
function elementOf(literal: Node, first: number): Node | undefined {
  let node = literal;
  for (let depth = 0; node.parent && depth < 8; depth++) {
    const { parent } = node;
    if (node.type === "block_sequence_item" || clauses.test(node.type)) return node;
    const hasSeparators = parent.children.some((one) => one && separators.test(one.type));
    if (hasSeparators && parent.startIndex <= first) return node;
    if (/statement|declaration|block$/.test(parent.type) && !clauses.test(parent.type)) return undefined;
    node = outermostWithSameSpan(parent);
  }
  return undefined;
}

function isPair(node: Node): boolean {
  return (
    /^(?:pair|keyed_element|flow_pair|hash_entry|array_element_initializer)$/.test(node.type) &&
    node.namedChildCount > 1
  );
}

/** Whether the first pair with the same key has the same value, so that removing the second changes nothing. */
function isSameAsFirst(code: string, pair: Node): boolean {
  const first = pair.parent?.namedChildren.find((one) => one?.firstNamedChild?.text.includes(code));
  return first !== undefined && first?.id !== pair.id && first?.text === pair.text;
}

/** Whether a clause has a label but no statements, and another clause follows. */
function hasOnlyLabel(clause: Node, label: Node): boolean {
  return (
    /^(?:switch_case|switch_section|switch_block_statement_group|case_statement)$/.test(clause.type) &&
    clause.nextNamedSibling !== null &&
    clauses.test(clause.nextNamedSibling.type) &&
    /^\s*:\s*$/.test(clause.text.slice(label.endIndex - clause.startIndex))
  );
}

/** Removes a node that is alone on its line, with the line; a comment after it is kept. */
function removeLine(text: string, { startIndex, endIndex }: Node): Edit[] | undefined {
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

function removeWithBlanks(
  text: string,
  { startIndex, endIndex, previousNamedSibling }: Node,
): Edit[] | undefined {
  const from = previousNamedSibling?.endIndex;
  return from === undefined || !isBlank(text, from, startIndex) ? undefined : [cut(from, endIndex)];
}

/** Removes an element that is not the first, with exactly one separator; comments are kept. */
function removeWithSeparator(text: string, item: Node): Edit[] | undefined {
  const { previous, next } = adjacentSeparators(item);
  const { startIndex: start, endIndex: end } = item;
  if (!previous) return undefined;
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
