import type { Node } from "web-tree-sitter";
import type { Clauses } from "./clauses.ts";
import { memoized } from "./node-memo.ts";
import { endsInJump, ifs } from "./node-types.ts";
import type { TreePaths } from "./tree-paths.ts";

/** The maximum number of preceding branches in a run: longer runs are data in the form of code. */
const maximumRun = 50;

/**
 * The branches of one tree (an `if`, an `else if`, a modifier such as Ruby's `x if y`): their conditions, the code that
 * runs if the condition holds, and what comes next in a chain of branches. Each branch is looked at once, however long
 * its chain is.
 */
export class Branches {
  readonly #paths: TreePaths;
  readonly #clauses: Clauses;
  /** The outermost branch of the chain that each branch belongs to, by the id of the branch. */
  readonly #tops = new Map<number, Node>();
  /** The branch before each branch in its run, by the id of the branch. */
  readonly #previous = new Map<number, { branch: Node | undefined }>();

  constructor(paths: TreePaths, clauses: Clauses) {
    this.#paths = paths;
    this.#clauses = clauses;
  }

  /**
   * Returns whether a child of a branch is its condition: the grammar has a field for it, or the child stands before the
   * body. Never true of `unless`, which runs its body if the condition does not hold.
   */
  isCondition(branch: Node, child: Node): boolean {
    if (/^unless/.test(branch.type)) return false;
    const condition = branch.childForFieldName("condition");
    return condition ? condition.id === child.id : !this.#clauses.isBody(branch, child);
  }

  /** Returns the outermost branch of the chain of `else if` that a branch belongs to. */
  topOf(branch: Node): Node {
    const passed: Node[] = [];
    let top = branch;
    for (;;) {
      const known = this.#tops.get(top.id);
      if (known) {
        top = known;
        break;
      }
      passed.push(top);
      const parent = this.#paths.parentOf(top);
      if (!parent || !isElse(top, parent) || hasDeclaration(top)) break;
      top = parent;
    }
    for (const { id } of passed) this.#tops.set(id, top);
    return top;
  }

  /** Returns the node of the code that runs if the condition of a branch holds; undefined if there is none. */
  consequenceOf(branch: Node): Node | undefined {
    const body = branch.childForFieldName("consequence") ?? branch.childForFieldName("body");
    if (body) return body;
    const at = branch.namedChildren.findIndex((child) => child && this.isCondition(branch, child));
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
  firstOfRun(top: Node): Node {
    let first = top;
    for (let length = 0; length < maximumRun; length++) {
      const current = first;
      const { branch } = memoized(this.#previous, current.id, () => ({ branch: this.#previousOf(current) }));
      if (!branch) break;
      first = branch;
    }
    return first;
  }

  /** Returns the branch directly before another one in a run; undefined if the run begins with that one. */
  #previousOf(branch: Node): Node | undefined {
    let previous = this.#paths.namedSibling(this.#statementOf(branch), "before");
    while (previous && /comment/.test(previous.type)) previous = this.#paths.namedSibling(previous, "before");
    const found = previous?.type === "expression_statement" ? previous.firstNamedChild : previous;
    if (!found || !ifs.test(found.type) || /^(?:el|unless)/.test(found.type)) return undefined;
    if (hasDeclaration(branch)) return undefined;
    const hasNoElse =
      !found.childForFieldName("alternative") &&
      !found.children.some((child) => child !== null && /^(?:el)/.test(child.type));
    return hasNoElse && endsInJump(bodyOrLastStatementOf(found)) ? found : undefined;
  }

  /** Returns the statement that consists of an expression, in grammars in which an `if` is one. */
  #statementOf(node: Node): Node {
    const parent = this.#paths.parentOf(node);
    return parent?.type === "expression_statement" ? parent : node;
  }
}

/** Returns whether a node is the `else` or `else if` part of its parent: reached if no condition before it holds. */
function isElse(node: Node, parent: Node): boolean {
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
function hasDeclaration(branch: Node): boolean {
  const condition = branch.childForFieldName("condition");
  return [branch, condition].some((node) => node?.childForFieldName("initializer"));
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
