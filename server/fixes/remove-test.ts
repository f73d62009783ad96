import { CodeActionKind } from "vscode-languageserver";
import type { Node } from "web-tree-sitter";
import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { argumentLists, clauses, lists } from "../syntax/context/node-types.ts";
import { branchRemoval } from "./branch-removal.ts";
import { comparisonAt } from "./comparison.ts";
import type { Edit } from "./edit.ts";
import { removeLine, removeWithBlanks, removeWithSeparator } from "./element-removal.ts";
import type { Fix, Offer } from "./fix.ts";
import { type FixRequest, inDocument, rootOf } from "./fix-request.ts";
import { outermostWithSameSpan, quotedLiteralAt } from "./quoted.ts";

/** What is removed: an element of a list, one of several alternatives of a condition, or the branch behind a condition. */
type Removed = "element" | "alternative" | "branch";

/** The titles, by the rule whose findings are resolved; what has none is not offered for that rule. */
const titles: Record<string, Partial<Record<Removed, (code: string) => LocalizedText>>> = {
  "retry-permanent": {
    element: (code) => ({ en: `Remove '${code}' from the list`, "zh-CN": `从列表中删除“${code}”` }),
    alternative: (code) => ({
      en: `Remove '${code}' from the retry condition`,
      "zh-CN": `从重试条件中删除“${code}”`,
    }),
  },
  "unreachable-code": {
    element: (code) => ({ en: `Remove '${code}' from the list`, "zh-CN": `从列表中删除“${code}”` }),
    alternative: (code) => ({ en: `Remove the test for '${code}'`, "zh-CN": `删除对“${code}”的判断` }),
    branch: (code) => ({
      en: `Remove the unreachable branch of '${code}'`,
      "zh-CN": `删除“${code}”的不可达分支`,
    }),
  },
};

/** Removes a code from what tests it, where a finding says that it must not or need not be tested there. */
export const removeTest: Fix = {
  id: "remove-test",
  kind: CodeActionKind.QuickFix,

  offers(request) {
    return request.findings.flatMap((finding): Offer[] => {
      const { rule, occurrence, start } = finding;
      const titlesOfRule = occurrence && titles[rule];
      const found = titlesOfRule && removalOf(request, occurrence);
      const title = found && titlesOfRule[found.removed];
      if (!title) return [];
      return [
        {
          title: title(occurrence.literal.text),
          key: `${rule} ${start}`,
          resolves: [finding],
          computeChanges: () => inDocument(request, found.edits),
        },
      ];
    });
  },
};

/** Returns the edits that remove the test of a literal; undefined if it cannot be removed alone. */
function removalOf(
  request: FixRequest,
  { literal }: AnalyzedLiteral,
): { removed: Removed; edits: Edit[] } | undefined {
  const { document, analysis, language } = request;
  const { text } = document;
  const root = rootOf(request);
  const quoted = root && quotedLiteralAt(root, text, literal);
  if (!quoted || root.descendantForIndex(literal.start, literal.end)?.parent?.hasError) return undefined;
  const { group } = literal.syntax ?? {};
  if (group?.kind === "list" || group?.kind === "arguments") {
    const members = analysis.literals.filter((one) => one.literal.syntax?.group === group);
    const edits = members.length > 1 ? elementRemoval(text, quoted.node) : undefined;
    return edits && { removed: "element", edits };
  }
  const comparison = comparisonAt(root, text, literal, language?.name ?? "");
  const compared = comparison && root.descendantForIndex(comparison.start, comparison.end - 1);

  const condition = compared && outermostWithSameSpan(compared);
  if (condition?.startIndex !== comparison?.start || condition?.endIndex !== comparison?.end)
    return undefined;
  if (!condition) return undefined;
  if (isAlternative(condition)) {
    const edits = removeWithSeparator(text, condition);
    return edits && { removed: "alternative", edits };
  }
  const edits = branchRemoval(text, condition);
  return edits && { removed: "branch", edits };
}

function elementRemoval(text: string, literal: Node): Edit[] | undefined {
  let item = literal;
  for (let depth = 0; item.parent && depth < 4; depth++) {
    const { parent } = item;
    if (item.type === "block_sequence_item") return removeLine(text, item);
    if (parent.type === "string_array") return removeWithBlanks(text, item);
    // One literal in parentheses is no tuple in Python.
    if (parent.type === "tuple" && parent.namedChildCount <= 2) return undefined;
    if (lists.test(parent.type) || argumentLists.test(parent.type)) return removeWithSeparator(text, item);
    if (clauses.test(parent.type)) return undefined;
    item = outermostWithSameSpan(parent);
  }
  return undefined;
}

/** Whether a condition is one of several of which any is enough. */
function isAlternative({ parent }: Node): boolean {
  return parent?.childCount === 3 && /^(?:\|\||or)$/.test(parent.children[1]?.text ?? "");
}
