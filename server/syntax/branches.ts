import type { Node } from "web-tree-sitter";
import { ifs, isBody, leaves } from "./node-types.ts";

// How branches hang together: what asks, what is done, what comes next.

/** Longer rows of branches are tables of their own. */
const maximumRun = 50;

/** Whether a child of a branch is its condition: by its name, or by standing before what is done. */
export function isCondition(branch: Node, child: Node): boolean {
  if (/^unless/.test(branch.type)) return false;
  const condition = branch.childForFieldName("condition");
  return condition ? condition.id === child.id : !isBody(branch, child);
}

/** Whether a node is what is done, or asked next, where the conditions before it do not hold. */
export function isElse(node: Node, parent: Node): boolean {
  if (/^(?:else_clause|else|elseif_clauses)$/.test(parent.type)) return true;
  if (!ifs.test(parent.type)) return false;
  return (
    parent.childForFieldName("alternative")?.id === node.id ||
    /^el/.test(node.type) ||
    node.previousSibling?.type === "else"
  );
}

/** Whether a branch declares something for itself, which may hide what is called so before it: `if err := f(); …`. */
export function declares(branch: Node): boolean {
  const condition = branch.childForFieldName("condition");
  return [branch, condition].some((one) => one?.childForFieldName("initializer"));
}

/** What is done where the condition of a branch holds. */
export function consequenceOf(branch: Node): Node | undefined {
  const named = branch.childForFieldName("consequence") ?? branch.childForFieldName("body");
  if (named) return named;
  const at = branch.namedChildren.findIndex((one) => one && isCondition(branch, one));
  return (
    branch.namedChildren.slice(at + 1).find((one) => one !== null && !/comment/.test(one.type)) ?? undefined
  );
}

/** The first of a row of branches of which each leaves, so that a later one is reached where none before it fits. */
export function firstOfRun(top: Node): Node {
  let first = top;
  for (let length = 0; length < maximumRun; length++) {
    let before = statementOf(first).previousNamedSibling;
    while (before && /comment/.test(before.type)) before = before.previousNamedSibling;
    const branch = before?.type === "expression_statement" ? before.firstNamedChild : before;
    if (!branch || !ifs.test(branch.type) || /^(?:el|unless)/.test(branch.type)) break;
    if (declares(first)) break;
    const isLone =
      !branch.childForFieldName("alternative") &&
      !branch.children.some((one) => one !== null && /^(?:el)/.test(one.type));
    if (!isLone || !leaves(lastOf(branch))) break;
    first = branch;
  }
  return first;
}

function statementOf(node: Node): Node {
  return node.parent?.type === "expression_statement" ? node.parent : node;
}

/** The body of a branch, or the last of its statements where they stand in no body. */
function lastOf(branch: Node): Node | undefined {
  const named = branch.childForFieldName("consequence") ?? branch.childForFieldName("body");
  return (
    named ?? branch.namedChildren.findLast((one) => one !== null && !/comment/.test(one.type)) ?? undefined
  );
}
