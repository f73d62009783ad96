import { CodeActionKind } from "vscode-languageserver";
import type { Node } from "web-tree-sitter";
import type { Occurrence } from "../analysis/analysis.ts";
import { errorSearchedIn } from "../rules/code-in-message.ts";
import type { Edit } from "./edit.ts";
import { codeAccessIn } from "./error-code-access.ts";
import type { Fix, Offer } from "./fix.ts";
import { type FixRequest, inDocument, rootOf } from "./fix-request.ts";
import { type QuotedLiteral, quotedLiteralAt } from "./quoted.ts";

/** Compares the code of an error where its message is searched for the code. */
export const compareCode: Fix = {
  id: "compare-code",
  kind: CodeActionKind.QuickFix,

  offers(request) {
    return request.findings.flatMap((finding): Offer[] => {
      const { rule, occurrence, start } = finding;
      const edit = rule === "code-in-message" && occurrence ? editFor(request, occurrence) : undefined;
      if (!edit) return [];
      return [
        {
          title: { en: `Compare the error code: ${edit.text}`, "zh-CN": `改为比较错误码：${edit.text}` },
          key: `${start}`,
          resolves: [finding],
          computeChanges: () => inDocument(request, [edit]),
        },
      ];
    });
  },
};

function editFor(request: FixRequest, occurrence: Occurrence): Edit | undefined {
  const { document, language } = request;
  const { text } = document;
  const access = codeAccessIn(text, language?.name ?? "");
  const error = access && errorSearchedIn(document, occurrence);
  const root = rootOf(request);
  const quoted = root && error && quotedLiteralAt(root, text, occurrence.literal);
  const search = quoted && searchAround(quoted);
  if (!search || search.node.hasError) return undefined;
  const { node, isNegated } = search;
  const code = quoted.open + occurrence.literal.text + quoted.close;
  const comparison = comparisonOf(error + access, code, isNegated, language?.name ?? "");
  return { start: node.startIndex, end: node.endIndex, text: comparison };
}

/** What a search for a literal looks like, with the literal as `¤`; a negated one succeeds where it is not found. */
const searches: readonly [RegExp, isNegated: boolean][] = [
  [/^[^¤]+\.(?:includes|contains|Contains|include\?)\(\s*¤\s*\)$/, false],
  [/^¤\s+in\s+[^¤]+$/, false],
  [/^¤\s+not\s+in\s+[^¤]+$/, true],
  [/^(?:str_contains|strpos|stripos)\([^¤]+,\s*¤\s*\)(?:\s*!==?\s*false)?$/, false],
  [/^(?:strpos|stripos)\([^¤]+,\s*¤\s*\)\s*===?\s*false$/, true],
];

/** Returns the whole test that searches for a literal, with its negation; undefined if it is no plain search. */
function searchAround({ node: literal }: QuotedLiteral): { node: Node; isNegated: boolean } | undefined {
  const found = smallestSearch(literal);
  const parent = found?.node.parent;
  if (!parent) return found;
  if (/^(?:!|not)\s*$/.test(parent.text.slice(0, found.node.startIndex - parent.startIndex)))
    return parent.endIndex === found.node.endIndex
      ? { node: parent, isNegated: !found.isNegated }
      : undefined;
  return isCondition(parent) ? found : undefined;
}

function smallestSearch(literal: Node): { node: Node; isNegated: boolean } | undefined {
  let node = literal.parent;
  for (let depth = 0; node && depth < 5 && node.endIndex - node.startIndex < 500; depth++) {
    const at = literal.startIndex - node.startIndex;
    const form = `${node.text.slice(0, at)}¤${node.text.slice(at + literal.endIndex - literal.startIndex)}`;
    const [, isNegated] = searches.find(([search]) => search.test(form)) ?? [];
    // A position alone is a number.
    if (isNegated !== undefined && !/^stri?pos\([^¤]+¤\s*\)$/.test(form)) return { node, isNegated };
    node = node.parent;
  }
  return undefined;
}

/** Whether a comparison can stand in a node in place of a call. */
function isCondition({ type, children }: Node): boolean {
  if (
    /^(?:binary_expression|boolean_operator|binary|disjunction_expression|conjunction_expression)$/.test(type)
  )
    return /^(?:&&|\|\||and|or)$/.test(children[1]?.text ?? "");
  return !/member|attribute|navigation|subscript|access|await|comparison|^call/.test(type);
}

const sameType = new Set(["TypeScript", "TSX", "JavaScript", "PHP"]);

function comparisonOf(value: string, code: string, isNegated: boolean, language: string): string {
  if (language === "Java") return `${isNegated ? "!" : ""}${code}.equals(${value})`;
  const sign = isNegated ? "!=" : "==";
  return `${value} ${sign}${sameType.has(language) ? "=" : ""} ${code}`;
}
