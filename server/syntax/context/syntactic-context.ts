import type { Node } from "web-tree-sitter";
import type { Span } from "../../documents/span.ts";
import type { Branch, BranchChain, SyntacticContext } from "../literal.ts";
import { Branches } from "./branches.ts";
import { Clauses, emptyIfLong } from "./clauses.ts";
import { Condition } from "./condition.ts";
import { GroupFinder } from "./groups.ts";
import { memoized } from "./node-memo.ts";
import { ancestor, boundaries, clauses, endsInJump, functions, ifs, labels, switches } from "./node-types.ts";
import { OperatorTable } from "./operators.ts";
import { TreePaths } from "./tree-paths.ts";

/** The maximum number of ancestors that are visited. */
const maximumDepth = 60;

/**
 * Finds the syntactic contexts of the literals of one tree. Literals with the same group, chain or branch get the same
 * object for it.
 */
export class ContextFinder {
  readonly #paths = new TreePaths();
  readonly #clauses = new Clauses(this.#paths);
  readonly #groups = new GroupFinder(this.#paths, this.#clauses);
  readonly #ifs = new Branches(this.#paths, this.#clauses);
  readonly #operators = new OperatorTable();
  readonly #chains = new Map<number, BranchChain>();
  readonly #branches = new Map<number, Branch["self"]>();
  /** The first branch of the run that each branch belongs to, by the id of the branch. */
  readonly #runs = new Map<number, Node>();
  /** Whether each clause that does not exclude the others leaves the switch, by its id. */
  readonly #exclusive = new Map<number, { isExclusive: boolean }>();

  /** Returns the context of the literal of a node; `start` and `end` are the offsets of the literal's content. */
  contextOf(node: Node, { start, end }: Span): SyntacticContext {
    const syntax: SyntacticContext = {};
    const group = this.#groups.groupOf(node);
    if (group) syntax.group = group;
    const condition = new Condition(this.#operators, this.#paths);
    let child = node;
    for (let depth = 0, at = this.#paths.parentOf(node); at && depth < maximumDepth; depth++) {
      if (functions.test(at.type))
        syntax.functionExtent = { before: start - at.startIndex, after: at.endIndex - end };
      else if (!syntax.functionExtent && !condition.isLeft)
        this.#visit(syntax, condition, { start, at, child, node });
      child = at;
      at = this.#paths.parentOf(at);
    }
    return Object.assign(syntax, condition.contextPart);
  }

  /** Adds a node to the condition, or ends the condition and sets the branch that it decides on. */
  #visit(syntax: SyntacticContext, condition: Condition, step: Step): void {
    const { start, at, child, node } = step;
    if (ifs.test(at.type)) {
      condition.isLeft = true;
      if (this.#ifs.isCondition(at, child)) syntax.branch = this.#branchOf(at, condition, start);
    } else if (clauses.test(at.type)) {
      condition.isLeft = true;
      const around = ancestor(at, switches, this.#paths);
      if (!around || this.#clauses.isBody(at, child)) return;
      if (this.#isLabel(node, at)) condition.addLabel(node);
      const { isExclusive } = memoized(this.#exclusive, at.id, () => ({
        isExclusive: isExclusiveClause(at),
      }));
      syntax.branch = {
        chain: this.#chain(around),
        self: memoized(this.#branches, at.id, () => ({})),
        offsetToLiteral: start - at.startIndex,
        isOnlyCondition: condition.isOnlyCondition && !this.#clauses.isGuarded(at) && isExclusive,
        body: this.#clauses.bodyOf(at, child),
      };
    } else if (boundaries.test(at.type) || this.#isRoot(at)) condition.isLeft = true;
    else if (!labels.test(at.type) || at.type === "expression_list") condition.add(at, child, node);
  }

  /** Returns the branch of an `if` node; its chain includes the branches of the run that it belongs to. */
  #branchOf(at: Node, condition: Condition, start: number): Branch {
    const top = this.#ifs.topOf(at);
    const body = this.#ifs.consequenceOf(at);
    return {
      chain: this.#chain(memoized(this.#runs, top.id, () => this.#ifs.firstOfRun(top))),
      self: memoized(this.#branches, at.id, () => ({})),
      offsetToLiteral: start - at.startIndex,
      isOnlyCondition: condition.isOnlyCondition,
      body: body ? emptyIfLong(body.text) : "",
    };
  }

  /**
   * Returns whether a node is the root. Where that is an error, the operators of the whole text are in it; they say
   * nothing of a literal, which only the statement around it tests.
   */
  #isRoot(node: Node): boolean {
    return !this.#paths.parentOf(node);
  }

  /** Returns whether a literal is a label of a clause, alone or as one of several, rather than a part of one. */
  #isLabel(literal: Node, clause: Node): boolean {
    for (let at = this.#paths.parentOf(literal); at; at = this.#paths.parentOf(at)) {
      if (at.id === clause.id) return true;
      if (at.childCount > 1 && !labels.test(at.type) && at.type !== "concatenation") return false;
    }
    return false;
  }

  #chain(node: Node): BranchChain {
    return memoized(this.#chains, node.id, () => ({}));
  }
}

/** A step of the walk up from the node of a literal: the literal's start and node, the current node and its child. */
interface Step {
  start: number;
  at: Node;
  child: Node;
  node: Node;
}

/**
 * Returns whether no other clause is tested if a clause matches. In PowerShell, the next clause is tested too, unless the
 * body of this one leaves the switch.
 */
function isExclusiveClause(clause: Node): boolean {
  return clause.type !== "switch_clause" || endsInJump(clause.lastNamedChild);
}
