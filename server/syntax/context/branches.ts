import type { Node } from "web-tree-sitter";
import { endsInJump, ifs, isBody } from "./node-types.ts";

// The parts of a branch (an `if`, an `else if`, a modifier such as Ruby's `x if y`): its condition, the code that runs
// if the condition holds, and what comes next in a chain of branches.

/** The maximum number of preceding branches in a run: longer runs are data in the form of code. */
const maximumRun = 50;

/**
 * Returns whether a child of a branch is its condition: the grammar has a field for it, or the child stands before the
 * body. Never true of `unless`, which runs its body if the condition does not hold.
 */
export function isCondition(branch: Node, child: Node): boolean {
  if (/^unless/.test(branch.type)) return false;
  const condition = branch.childForFieldName("condition");
  return condition ? condition.id === child.id : !isBody(branch, child);
}

/** Returns whether a node is the `else` or `else if` part of its parent: reached if no condition before it holds. */
export function isElse(node: Node, parent: Node): boolean {
  if (/^(?:else_clause|else|elseif_clauses)$/.test(parent.type)) return true;
  if (!ifs.test(parent.type)) return false;
  return (
    parent.childForFieldName("alternative")?.id === node.id ||
    /^el/.test(node.type) ||
    node.previousSibling?.type === "else"
  );
}

/**
 * Returns whether a branch declares a variable of its own, as in `if err := f(); …`. The variable may shadow one of the
 * same name in the branches before it, so that their conditions do not test the same thing.
 */
export function hasDeclaration(branch: Node): boolean {
  const condition = branch.childForFieldName("condition");
  return [branch, condition].some((node) => node?.childForFieldName("initializer"));
}

/** Returns the node of the code that runs if the condition of a branch holds; undefined if there is none. */
export function consequenceOf(branch: Node): Node | undefined {
  const body = branch.childForFieldName("consequence") ?? branch.childForFieldName("body");
  if (body) return body;
  const at = branch.namedChildren.findIndex((child) => child && isCondition(branch, child));
  return (
    branch.namedChildren.slice(at + 1).find((child) => child !== null && !/comment/.test(child.type)) ??
    undefined
  );
}

/**
 * Returns the first branch of the run that ends with `top`; `top` itself if no run precedes it. A run is a sequence of
 * adjacent `if` statements without `else`, each of which leaves (returns, throws, breaks) at its end, so that a later
 * one is reached only if no earlier one matched, as in a chain of `else if`.
 */
export function firstOfRun(top: Node): Node {
  let first = top;
  for (let length = 0; length < maximumRun; length++) {
    let previous = statementOf(first).previousNamedSibling;
    while (previous && /comment/.test(previous.type)) previous = previous.previousNamedSibling;
    const branch = previous?.type === "expression_statement" ? previous.firstNamedChild : previous;
    if (!branch || !ifs.test(branch.type) || /^(?:el|unless)/.test(branch.type)) break;
    if (hasDeclaration(first)) break;
    const hasNoElse =
      !branch.childForFieldName("alternative") &&
      !branch.children.some((child) => child !== null && /^(?:el)/.test(child.type));
    if (!hasNoElse || !endsInJump(bodyOrLastStatementOf(branch))) break;
    first = branch;
  }
  return first;
}

/** Returns the statement that consists of an expression, in grammars in which an `if` is one. */
function statementOf(node: Node): Node {
  return node.parent?.type === "expression_statement" ? node.parent : node;
}

/** Returns the body of a branch, or its last statement in grammars that have no node for the body. */
function bodyOrLastStatementOf(branch: Node): Node | undefined {
  const body = branch.childForFieldName("consequence") ?? branch.childForFieldName("body");
  return (
    body ??
    branch.namedChildren.findLast((child) => child !== null && !/comment/.test(child.type)) ??
    undefined
  );
}
