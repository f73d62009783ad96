import { CodeActionKind } from "vscode-languageserver";
import type { Node } from "web-tree-sitter";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { type ConstantStyle, constantNameFor, constantStyles, headerOf } from "./constant-styles.ts";
import type { Edit } from "./edit.ts";
import type { Fix, Offer } from "./fix.ts";
import { type FixRequest, inDocument, isVerbatim, rootOf } from "./fix-request.ts";
import { indentUnit, lineAt } from "./lines.ts";
import { isConstantValue, isPlainQuoted, type QuotedLiteral, quotedLiteralAt } from "./quoted.ts";

/** Declares a constant for a code and replaces the occurrences of the code in the file by its name. */
export const extractConstant: Fix = {
  id: "extract-constant",
  kind: CodeActionKind.RefactorExtract,

  offers(request) {
    const offers = new Map<string, Offer>();
    for (const occurrence of request.occurrences) {
      const { text } = occurrence.literal;
      const found = offers.has(text) ? undefined : extraction(request, occurrence);
      if (!found) continue;
      const { name, edits, count } = found;
      offers.set(text, {
        title:
          count > 1
            ? {
                en: `Extract '${text}' to the constant ${name} (${count} places)`,
                "zh-CN": `将“${text}”提取为常量 ${name}（${count} 处）`,
              }
            : { en: `Extract '${text}' to the constant ${name}`, "zh-CN": `将“${text}”提取为常量 ${name}` },
        key: text,
        computeChanges: () => ({ ...inDocument(request, edits), rename: name }),
      });
    }
    return [...offers.values()];
  },
};

function extraction(
  request: FixRequest,
  analyzedLiteral: AnalyzedLiteral,
): { name: string; edits: Edit[]; count: number } | undefined {
  const { document, analysis, language } = request;
  const { text } = document;
  const code = analyzedLiteral.literal.text;
  const style = constantStyles.get(language?.name ?? "");
  const root = rootOf(request);
  const name = style && constantNameFor(code, text, style);
  if (!root || !name || /\.d\.ts$/.test(document.uri)) return undefined;
  const same = analysis.literals.filter(
    (one) => one.evidence && one.literal.text === code && isVerbatim(document, one),
  );
  if (same.some(({ literal }) => isConstantValue(literal))) return undefined;
  const all = same.flatMap(({ literal }) => quotedLiteralAt(root, text, literal) ?? []);
  const quoted = all.find(({ node }) => node.startIndex === analyzedLiteral.literal.start - 1);
  const owner = quoted && ownerOf(quoted.node, style);
  if (!quoted || !isReplaceable(quoted, style) || (style.container && !owner)) return undefined;
  const replaced = all.filter((one) => isReplaceable(one, style) && isWithin(one.node, owner));
  const declaration = declarationAt(root, text, style.declare(name, quoted.node.text), style, owner);
  if (!declaration) return undefined;
  const edits = replaced.map(
    ({ node }): Edit => ({ start: node.startIndex, end: node.endIndex, text: name }),
  );
  return { name, edits: [declaration, ...edits], count: replaced.length };
}

/** Whether a literal can be replaced by the constant's name. */
function isReplaceable(
  quoted: QuotedLiteral,
  { literalOnlyParents, outOfScopeAncestors }: ConstantStyle,
): boolean {
  const { node, types } = quoted;
  if (!isPlainQuoted(quoted)) return false;
  // The value of a pair is an expression like any other; `fixed` names `pair` because of its key.
  if (node.parent?.type === "pair" && node.parent.lastNamedChild?.id === node.id) return true;
  if (types.some((type) => literalOnlyParents?.test(type))) return false;
  for (let up = node.parent; up; up = up.parent) if (outOfScopeAncestors?.test(up.type)) return false;
  return true;
}

function ownerOf(literal: Node, { container }: ConstantStyle): Node | undefined {
  let found: Node | undefined;
  for (let up = container ? literal.parent : null; up; up = up.parent) {
    if (container?.test(up.type) && isWithin(literal, up.childForFieldName("body") ?? undefined)) found = up;
  }
  return found?.childForFieldName("body") ?? undefined;
}

function isWithin({ startIndex, endIndex }: Node, container: Node | undefined): boolean {
  return !container || (container.startIndex < startIndex && endIndex < container.endIndex);
}

function declarationAt(
  root: Node,
  text: string,
  declaration: string,
  { header, needsHeader }: ConstantStyle,
  owner: Node | undefined,
): Edit | undefined {
  if (owner) {
    const line = lineAt(text, owner.startIndex);
    const first = owner.firstNamedChild;
    const at = owner.startIndex + 1;
    if (!first || first.startPosition.row === owner.startPosition.row) return undefined;
    const indent = lineAt(text, first.startIndex).indent || line.indent + indentUnit(text);
    return { start: at, end: at, text: `\n${indent}${declaration}\n` };
  }
  const last = header && headerOf(root, header);
  if (last) {
    const { end } = lineAt(text, Math.max(last.startIndex, last.endIndex - 1));
    const tail = text.slice(last.endIndex, end).trim();
    if (tail !== "" && !/^(?:\/\/|#|;$)/.test(tail)) return undefined;
    return { start: end, end, text: `\n\n${declaration}` };
  }
  if (needsHeader) return undefined;
  const at = firstStatementOffset(text);
  return { start: at, end: at, text: `${declaration}\n\n` };
}

/** Returns the offset of a file's first possible statement: after the leading comments that are directives to tools. */
function firstStatementOffset(text: string): number {
  const head =
    /^(?:\uFEFF)?(?:(?:#!|# (?:-\*-|frozen|encoding|coding|typed)|\/\/ @ts-|\/\* eslint)[^\n]*\n)*/.exec(
      text,
    );
  return head?.[0].length ?? 0;
}
