import type { Node } from "web-tree-sitter";
import type { Span } from "../../documents/span.ts";
import type { Branch, BranchChain, SyntacticContext } from "../literal.ts";
import { consequenceOf, firstOfRun, hasDeclaration, isCondition, isElse } from "./branches.ts";
import { Condition } from "./condition.ts";
import { GroupFinder } from "./groups.ts";
import { memoized } from "./node-memo.ts";
import {
  ancestor,
  boundaries,
  clauses,
  endsInJump,
  functions,
  ifs,
  isBody,
  isGuarded,
  labels,
  switches,
} from "./node-types.ts";

/** The maximum length of a body in UTF-16 units: longer ones do more than one thing, so their words say little. */
const maximumBody = 300;
/** The maximum number of ancestors that are visited. */
const maximumDepth = 60;

/**
 * Finds the syntactic contexts of the literals of one tree. Literals with the same group, chain or branch get the same
 * object for it.
 */
export class ContextFinder {
  readonly #groups = new GroupFinder();
  readonly #chains = new Map<number, BranchChain>();
  readonly #branches = new Map<number, Branch["self"]>();
  /** The first branch of the run that each branch belongs to, by the id of the branch. */
  readonly #runs = new Map<number, Node>();

  /** Returns the context of the literal of a node; `start` and `end` are the offsets of the literal's content. */
  contextOf(node: Node, { start, end }: Span): SyntacticContext {
    const syntax: SyntacticContext = {};
    const group = this.#groups.groupOf(node);
    if (group) syntax.group = group;
    const condition = new Condition();
    let child = node;
    for (let depth = 0, at = node.parent; at && depth < maximumDepth; depth++) {
      if (functions.test(at.type))
        syntax.functionExtent = { before: start - at.startIndex, after: at.endIndex - end };
      else if (!syntax.functionExtent && !condition.isLeft)
        this.#visit(syntax, condition, { start, at, child, node });
      child = at;
      at = at.parent;
    }
    return Object.assign(syntax, condition.contextPart);
  }

  /** Adds a node to the condition, or ends the condition and sets the branch that it decides on. */
  #visit(syntax: SyntacticContext, condition: Condition, step: Step): void {
    const { start, at, child, node } = step;
    if (ifs.test(at.type)) {
      condition.isLeft = true;
      if (isCondition(at, child)) syntax.branch = this.#branchOf(at, condition, start);
    } else if (clauses.test(at.type)) {
      condition.isLeft = true;
      const around = ancestor(at, switches);
      if (!around || isBody(at, child)) return;
      if (isLabel(node, at)) condition.addLabel(node);
      // In PowerShell, the next clause is tested too, unless the body of this one leaves the switch.
      const isExclusive = at.type !== "switch_clause" || endsInJump(at.lastNamedChild);
      syntax.branch = {
        chain: this.#chain(around),
        self: memoized(this.#branches, at.id, () => ({})),
        offsetToLiteral: start - at.startIndex,
        isOnlyCondition: condition.isOnlyCondition && !isGuarded(at) && isExclusive,
        body: bodyOf(at, child),
      };
    } else if (boundaries.test(at.type)) condition.isLeft = true;
    else if (!labels.test(at.type) || at.type === "expression_list") condition.add(at, child, node);
  }

  /** Returns the branch of an `if` node; its chain includes the branches of the run that it belongs to. */
  #branchOf(at: Node, condition: Condition, start: number): Branch {
    let top = at;
    for (
      let parent = at.parent;
      parent && isElse(top, parent) && !hasDeclaration(top);
      parent = parent.parent
    )
      top = parent;
    const body = consequenceOf(at);
    return {
      chain: this.#chain(memoized(this.#runs, top.id, () => firstOfRun(top))),
      self: memoized(this.#branches, at.id, () => ({})),
      offsetToLiteral: start - at.startIndex,
      isOnlyCondition: condition.isOnlyCondition,
      body: body ? emptyIfLong(body.text) : "",
    };
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

/** Returns whether a literal is a label of a clause, alone or as one of several, rather than a part of one. */
function isLabel(literal: Node, clause: Node): boolean {
  for (let at = literal.parent; at; at = at.parent) {
    if (at.id === clause.id) return true;
    if (at.childCount > 1 && !labels.test(at.type) && at.type !== "concatenation") return false;
  }
  return false;
}

/** Returns the source text of a clause's body; if the clause falls through, that of the next one that has a body. */
function bodyOf(clause: Node, label: Node): string {
  for (
    let at: Node | null = clause, from = label.endIndex - clause.startIndex;
    at;
    at = at.nextNamedSibling
  ) {
    const text = at.text.slice(from).replace(/^["'`)\s]*(?::|=>|->|then\b)?/, "");
    if (at.id === clause.id ? text.trim() !== "" : at.namedChildCount > 1) return emptyIfLong(text);
    from = 0;
  }
  return "";
}

function emptyIfLong(text: string): string {
  return text.length > maximumBody ? "" : text;
}
