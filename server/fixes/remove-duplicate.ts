import { CodeActionKind } from "vscode-languageserver";
import type { Node } from "web-tree-sitter";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { clauses } from "../syntax/context/node-types.ts";
import type { Edit } from "./edit.ts";
import { removeLine, removeWithBlanks, removeWithSeparator, separators } from "./element-removal.ts";
import type { Fix, Offer } from "./fix.ts";
import { type FixRequest, inDocument, rootOf } from "./fix-request.ts";
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
