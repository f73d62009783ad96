import type { Node } from "web-tree-sitter";
import { clauses } from "../syntax/context/node-types.ts";
import type { Literal } from "../syntax/literal.ts";
import { armJoining } from "./arm-joining.ts";
import { type CaseStyle, caseWriters } from "./cases.ts";
import type { Edit } from "./edit.ts";
import { type FixRequest, rootOf } from "./fix-request.ts";
import { indentUnit, lineAt, lineBefore } from "./lines.ts";
import { type QuotedLiteral, quotedLiteralAt, quoteLike } from "./quoted.ts";

/**
 * Returns the edits that add cases for some codes to the switch in which a literal is the label of a case; undefined if it
 * is in none, or in one that cannot be extended.
 */
export function caseInsertion(
  request: FixRequest,
  literal: Literal,
  codes: readonly string[],
): Edit[] | undefined {
  const label = labelAt(request, literal);
  return label && insertion(request.document.text, label, codes);
}

/**
 * Returns the edits that add codes to the arm in which a literal is a label, so that the same code handles them; where the
 * arm cannot take them, what {@link caseInsertion} returns.
 */
export function caseJoining(
  request: FixRequest,
  literal: Literal,
  codes: readonly string[],
): Edit[] | undefined {
  const { text } = request.document;
  const label = labelAt(request, literal);
  if (!label) return undefined;
  const added = codes.map((code) => quoteLike(label.quoted, code));
  const joined = armJoining(text, label.clause, label.quoted.node, added, unitAt(text, label.clause));
  return joined ?? insertion(text, label, codes);
}

/** A literal that is a label, its clause, and how further clauses are written. */
interface Label {
  clause: Node;
  quoted: QuotedLiteral;
  write: (style: CaseStyle) => string[];
}

function labelAt(request: FixRequest, literal: Literal): Label | undefined {
  const root = rootOf(request);
  const quoted = root && quotedLiteralAt(root, request.document.text, literal);
  const clause = quoted && clauseOf(quoted.node);
  if (!quoted || !clause?.parent || clause.parent.hasError) return undefined;
  const write = caseWriters.get(`${request.language?.name} ${clause.type}`);
  return write && { clause, quoted, write };
}

function unitAt(text: string, clause: Node): string {
  return lineAt(text, clause.startIndex).indent.includes("\t") ? "\t" : indentUnit(text);
}

function clauseOf(literal: Node): Node | undefined {
  for (let at = literal.parent, depth = 0; at && depth < 6; at = at.parent, depth++)
    if (clauses.test(at.type)) return at;
  return undefined;
}

function insertion(
  text: string,
  { clause, quoted, write }: Label,
  codes: readonly string[],
): Edit[] | undefined {
  const siblings = (clause.parent?.children ?? []).filter((one): one is Node => one !== null);
  const isClause = (one: Node) => clauses.test(one.type) || isDefault(one);
  const last = siblings.findLast((one) => isClause(one) && !isDefault(one));
  const fallback = siblings.find((one) => one.startIndex > clause.startIndex && isDefault(one));
  if (!last || siblings.some((one) => isDefault(one) && one.id !== fallback?.id)) return undefined;
  if (!canFollow(last, clause) || (clause.type === "switch_rule" && !isStatement(clause))) return undefined;
  const style: CaseStyle = {
    labels: codes.map((code) => quoteLike(quoted, code)),
    indent: lineAt(text, last.startIndex).indent,
    indentUnit: unitAt(text, last),
    // Where the other arms return, the new labels lead to the default, as their codes did before.
    needsBreak: endsInBreak(last) || (!fallback && clause.type === "switch_section"),
  };
  const closing = siblings.at(-1);
  if (!fallback && closing && isClause(closing)) {
    // In Python, no token closes a match statement.
    const { end } = lineAt(text, last.endIndex);
    return [{ start: end, end, text: `\n${write(style).join("\n")}` }];
  }
  const next = fallback ? firstLeadingComment(siblings, fallback) : closing;
  const at = next && lineBefore(text, next.startIndex);
  return at === undefined ? undefined : [{ start: at, end: at, text: `${write(style).join("\n")}\n` }];
}

function endsInBreak({ text }: Node): boolean {
  return /\bbreak\s*;?[\s}]*$/.test(text.slice(-200));
}

/** Whether a clause is the default. */
function isDefault({ text, type }: Node): boolean {
  return (
    type !== "comment" &&
    /^(?:default\s*(?::|=>|->)|else\b|case\s+_\s*:|[a-z_]\w*\s*=>)/.test(text.slice(0, 80))
  );
}

/** Whether a clause can follow `last`: arms in Rust must end in a comma or brace, cases in Go must not fall through. */
function canFollow(last: Node, { type }: Node): boolean {
  if (type === "match_arm") return /[,}]$/.test(last.text);
  return !/\bfallthrough$/.test(last.text);
}

/** Whether a Java switch rule is part of a switch used as a statement, not as an expression. */
function isStatement({ parent }: Node): boolean {
  return /^(?:block|expression_statement|switch_block_statement_group)$/.test(
    parent?.parent?.parent?.type ?? "",
  );
}

/** Returns the first of the comments directly before a clause, which belong to it, or the clause itself. */
function firstLeadingComment(siblings: readonly Node[], clause: Node): Node {
  let first = clause;
  for (let at = siblings.indexOf(clause) - 1; at >= 0; at--) {
    const one = siblings[at];
    if (!one || !/comment/.test(one.type) || one.endPosition.row < first.startPosition.row - 1) break;
    if (siblings[at - 1]?.endPosition.row === one.startPosition.row) break;
    first = one;
  }
  return first;
}
