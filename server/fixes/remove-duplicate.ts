import { CodeActionKind } from "vscode-languageserver";
import type { Node } from "web-tree-sitter";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { clauses } from "../syntax/node-types.ts";
import type { Edit } from "./edit.ts";
import type { Fix, Offer } from "./fix.ts";
import { type FixRequest, inDocument, rootOf } from "./fix-request.ts";
import { isBlank, lineAt } from "./lines.ts";
import { quotedAt, widest } from "./quoted.ts";

/** Takes out the second of two equal elements, with one separator. */
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
          title: { en: `Remove the second '${text}'`, "zh-CN": `删除重复的“${text}”` },
          key: `${start}`,
          resolves: [finding],
          isPreferred: true,
          change: () => inDocument(request, edits),
        },
      ];
    });
  },
};

/** What stands between elements. */
const separators = /^(?:,|\||\|\||or)$/;

function editsFor(request: FixRequest, { literal }: AnalyzedLiteral, first: number): Edit[] | undefined {
  const { text } = request.document;
  const root = rootOf(request);
  const quoted = root && quotedAt(root, text, literal);
  if (!quoted || root.descendantForIndex(literal.start, literal.end)?.parent?.hasError) return undefined;
  const around = quoted.node.parent?.type;
  if (around === "string_array" || (around === "array" && request.language?.name === "Shell"))
    return withBlanks(text, quoted.node);
  const item = elementOf(quoted.node, first);
  if (!item) return undefined;
  if (item.type === "block_sequence_item") return lineOf(text, item);
  if (isPair(item)) return isSameAsFirst(literal.text, item) ? apart(text, item) : undefined;
  // A label by itself, of which nothing is done but what the next clause does.
  if (clauses.test(item.type)) return isBare(item, quoted.node) ? lineOf(text, item) : undefined;
  return apart(text, item);
}

/** The node that stands in one row with the first of its kind, with separators between. */
function elementOf(literal: Node, first: number): Node | undefined {
  let node = literal;
  for (let depth = 0; node.parent && depth < 8; depth++) {
    const { parent } = node;
    if (node.type === "block_sequence_item" || clauses.test(node.type)) return node;
    const isRow = parent.children.some((one) => one && separators.test(one.type));
    if (isRow && parent.startIndex <= first) return node;
    if (/statement|declaration|block$/.test(parent.type) && !clauses.test(parent.type)) return undefined;
    node = widest(parent);
  }
  return undefined;
}

function isPair(node: Node): boolean {
  return (
    /^(?:pair|keyed_element|flow_pair|hash_entry|array_element_initializer)$/.test(node.type) &&
    node.namedChildCount > 1
  );
}

/** Whether the first of two equal keys has an equal value, so that nothing changes without the second. */
function isSameAsFirst(code: string, pair: Node): boolean {
  const first = pair.parent?.namedChildren.find((one) => one?.firstNamedChild?.text.includes(code));
  return first !== undefined && first?.id !== pair.id && first?.text === pair.text;
}

/** Whether a clause has nothing but its label: none of its own children stands behind the colon. */
function isBare(clause: Node, label: Node): boolean {
  return (
    /^(?:switch_case|switch_section|switch_block_statement_group|case_statement)$/.test(clause.type) &&
    clause.nextNamedSibling !== null &&
    clauses.test(clause.nextNamedSibling.type) &&
    /^\s*:\s*$/.test(clause.text.slice(label.endIndex - clause.startIndex))
  );
}

/** Takes out what stands on lines of its own; what else stands there, such as a comment, stays. */
function lineOf(text: string, { startIndex, endIndex }: Node): Edit[] | undefined {
  const line = lineAt(text, startIndex);
  if (!isBlank(text, line.start, startIndex) || endIndex > line.end) return undefined;
  if (isBlank(text, endIndex, line.end)) return [cut(...wholeLine(text, line))];
  const rest = text.slice(endIndex, line.end);
  return /^\s*(?:#|\/\/|\/\*)/.test(rest)
    ? [cut(startIndex, endIndex + blanksAt(text, endIndex))]
    : undefined;
}

/** A line with its end, or with that of the line before where it is the last. */
function wholeLine(
  text: string,
  { start, end, next }: { start: number; end: number; next: number },
): [number, number] {
  if (next > end || start === 0) return [start, next];
  const before = start - (text.charAt(start - 2) === "\r" ? 2 : 1);
  return [before, end];
}

function withBlanks(text: string, { startIndex, endIndex, previousNamedSibling }: Node): Edit[] | undefined {
  const from = previousNamedSibling?.endIndex;
  return from === undefined || !isBlank(text, from, startIndex) ? undefined : [cut(from, endIndex)];
}

/** Takes out an element that others stand before, and exactly one separator; comments stay. */
function apart(text: string, item: Node): Edit[] | undefined {
  const { previous, next } = neighbours(item);
  const { startIndex: start, endIndex: end } = item;
  if (!previous) return undefined;
  const line = lineAt(text, start);
  const isFirst = isBlank(text, line.start, start);
  // A separator on another line belongs to what stands there.
  const isNextHere = next !== undefined && next.startIndex < line.end;
  if (isNextHere && !isBlank(text, end, next.startIndex))
    return [cut(start, end), cut(next.startIndex, next.endIndex)];
  const behind = isNextHere ? next.endIndex : end;
  const isLast = behind <= line.end && isBlank(text, behind, line.end);
  if (isFirst && isNextHere)
    return isLast ? [cut(...wholeLine(text, line))] : [cut(start, behind + blanksAt(text, behind))];
  const gap = isBlank(text, previous.endIndex, start);
  if (isNextHere) return [cut(gap ? previous.endIndex : start, behind)];
  // The separator before goes, the one behind stays in its place, or there is none.
  const leads = isBlank(text, line.start, previous.startIndex) && previous.startIndex >= line.start;
  if (leads && isLast) return [cut(...wholeLine(text, line))];
  const isRemarked = isFirst && /^\s*(?:#|\/\/|\/\*)/.test(text.slice(end, line.end));
  if (gap && !isRemarked) return [cut(trimmed(text, previous.startIndex), end)];
  const rest = isFirst && isLast ? cut(...wholeLine(text, line)) : cut(start, end + blanksAt(text, end));
  return [cut(previous.startIndex, previous.endIndex), rest];
}

function neighbours({ parent, id }: Node): { previous?: Node; next?: Node } {
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

/** How many blanks stand at an offset, on its line. */
function blanksAt(text: string, offset: number): number {
  return /^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0;
}

/** Where the blanks begin that stand before an offset, on its line. */
function trimmed(text: string, offset: number): number {
  let from = offset;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  return from;
}
