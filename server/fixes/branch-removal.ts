import type { Node } from "web-tree-sitter";
import { boundaries, clauses, conditionWrappers, ifs } from "../syntax/context/node-types.ts";
import type { Edit } from "./edit.ts";
import { isBlank, lineAt } from "./lines.ts";

/** Clauses whose statements are left at their end, so that one can be taken out without another falling through. */
const closedClauses = /^(?:expression_case|when_entry|match_arm|match_conditional_expression)$/;

/**
 * Returns the edits that remove the branch which a condition alone takes: an `else if` with its body, one clause of a
 * switch without a subject, or a whole `if` without an `else`. Undefined if anything else would change.
 */
export function branchRemoval(text: string, condition: Node): Edit[] | undefined {
  let inner = condition;
  let { parent } = condition;
  while (parent && conditionWrappers.test(parent.type) && !boundaries.test(parent.type)) {
    inner = parent;
    parent = parent.parent;
  }
  // In Go, the labels of a clause are a list.
  const clause = parent?.type === "expression_list" && parent.namedChildCount === 1 ? parent.parent : parent;
  if (!clause || clause.hasError) return undefined;
  if (closedClauses.test(clause.type)) return wholeLines(text, clause.startIndex, endOfClause(clause));
  if (!ifs.test(clause.type) || clauses.test(clause.type) || /modifier/.test(clause.type)) return undefined;
  const asked = clause.childForFieldName("condition");
  if (asked && (asked.startIndex > inner.startIndex || asked.endIndex < inner.endIndex)) return undefined;
  return elseIfRemoval(text, clause) ?? ifRemoval(text, clause);
}

/** A clause of Go ends with its last statement, which the comments behind it belong to as well. */
function endOfClause({ endIndex, text }: Node): number {
  return endIndex - (text.length - text.trimEnd().length);
}

/** `else if (…) { … }`, nested in the `if` before it or beside it. */
function elseIfRemoval(text: string, clause: Node): Edit[] | undefined {
  if (/^(?:elif_clause|else_?if_clause)$/.test(clause.type)) return between(text, clause);
  const consequence = bodyOf(clause);
  const before = /^else_clause$/.test(clause.parent?.type ?? "") ? clause.parent?.parent : clause.parent;
  const bodyBefore = before && ifs.test(before.type) ? bodyOf(before) : undefined;
  if (!consequence || !bodyBefore || bodyBefore.endIndex > clause.startIndex) return undefined;
  const [start, end] = [bodyBefore.endIndex, consequence.endIndex];
  if (clause.type === "elsif") return between(text, { startIndex: clause.startIndex, endIndex: end });
  return /^\s*else\s+$/.test(text.slice(start, clause.startIndex)) ? [{ start, end, text: "" }] : undefined;
}

/** A whole `if` that is a statement of its own, without an `else`. */
function ifRemoval(text: string, clause: Node): Edit[] | undefined {
  const isStatement = boundaries.test(clause.parent?.type ?? "") || clause.parent?.type === "statement_list";
  const hasElse =
    clause.childForFieldName("alternative") !== null ||
    clause.namedChildren.some((one) => one && /^el/.test(one.type));
  if (!isStatement || hasElse || clause.childForFieldName("initializer")) return undefined;
  return wholeLines(text, clause.startIndex, clause.endIndex);
}

function bodyOf(clause: Node): Node | undefined {
  return clause.childForFieldName("consequence") ?? clause.childForFieldName("body") ?? undefined;
}

/** Removes the lines of a node that starts a line, else the node with the space before it. */
function between(text: string, { startIndex, endIndex }: Pick<Node, "startIndex" | "endIndex">): Edit[] {
  const end = startIndex + text.slice(startIndex, endIndex).trimEnd().length;
  const blanks = /\s*$/.exec(text.slice(0, startIndex))?.[0].length ?? 0;
  return wholeLines(text, startIndex, end) ?? [{ start: startIndex - blanks, end, text: "" }];
}

/** Removes a span that has its lines for itself; undefined if something else stands on them. */
function wholeLines(text: string, start: number, end: number): Edit[] | undefined {
  const [first, last] = [lineAt(text, start), lineAt(text, end)];
  if (!isBlank(text, first.start, start) || !isBlank(text, end, last.end)) return undefined;
  return [{ start: first.start, end: last.next, text: "" }];
}
