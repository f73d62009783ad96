import type { Node } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import { consequenceOf, declares, firstOfRun, isCondition, isElse } from "./branches.ts";
import { Condition } from "./condition.ts";
import type { Branch, BranchChain, Group, SyntacticContext } from "./literal.ts";
import {
  ancestor,
  boundaries,
  calledBy,
  calls,
  clauses,
  functions,
  ifs,
  isBody,
  isGuarded,
  labels,
  leaves,
  lists,
  maps,
  pairs,
  switches,
  tuples,
  wrappers,
} from "./node-types.ts";

/** Longer bodies do more than one thing, so that their words say little. */
const maximumBody = 300;
const maximumDepth = 60;

/** Tells what literals of one tree stand in; what several of them share is one object. */
export class ContextFinder {
  readonly #groups = new Map<number, Group>();
  readonly #chains = new Map<number, BranchChain>();
  readonly #branches = new Map<number, Branch["self"]>();
  readonly #runs = new Map<number, Node>();

  /** What the string of a node stands in; `start` and `end` are those of its content. */
  contextOf(node: Node, { start, end }: Span): SyntacticContext {
    const syntax: SyntacticContext = {};
    const group = this.#groupOf(node);
    if (group) syntax.group = group;
    const condition = new Condition();
    let below = node;
    for (let depth = 0, at = node.parent; at && depth < maximumDepth; depth++) {
      if (functions.test(at.type)) syntax.scope = { before: start - at.startIndex, after: at.endIndex - end };
      else if (!syntax.scope && !condition.over) this.#decide(syntax, condition, { start, at, below, node });
      below = at;
      at = at.parent;
    }
    return Object.assign(syntax, condition.syntax);
  }

  /** Takes in one node on the way up: a part of the condition, or the branch that it decides on. */
  #decide(syntax: SyntacticContext, condition: Condition, step: Step): void {
    const { start, at, below, node } = step;
    if (ifs.test(at.type)) {
      condition.over = true;
      if (isCondition(at, below)) syntax.branch = this.#branchOf(at, condition, start);
    } else if (clauses.test(at.type)) {
      condition.over = true;
      const around = ancestor(at, switches);
      if (!around || isBody(at, below)) return;
      if (isLabel(node, at)) condition.addLabel(node);
      // In PowerShell, what a clause does not leave goes on to the next one.
      const isLast = at.type !== "switch_clause" || leaves(at.lastNamedChild);
      syntax.branch = {
        chain: this.#chain(around),
        self: shared(this.#branches, at.id, () => ({})),
        before: start - at.startIndex,
        isOnlyCondition: condition.alone && !isGuarded(at) && isLast,
        body: bodyOf(at, below),
      };
    } else if (boundaries.test(at.type)) condition.over = true;
    else if (!labels.test(at.type) || at.type === "expression_list") condition.add(at, below, node);
  }

  #branchOf(at: Node, condition: Condition, start: number): Branch {
    let top = at;
    for (let up = at.parent; up && isElse(top, up) && !declares(top); up = up.parent) top = up;
    const body = consequenceOf(at);
    return {
      chain: this.#chain(shared(this.#runs, top.id, () => firstOfRun(top))),
      self: shared(this.#branches, at.id, () => ({})),
      before: start - at.startIndex,
      isOnlyCondition: condition.alone,
      body: body ? short(body.text) : "",
    };
  }

  #chain(node: Node): BranchChain {
    return shared(this.#chains, node.id, () => ({}));
  }

  #groupOf(node: Node): Group | undefined {
    let below = node;
    for (let at = node.parent; at; at = at.parent) {
      const { type } = at;
      if (isPair(at)) {
        // Of a map, the keys are the members.
        if (at.firstNamedChild?.id !== below.id || !at.parent) return undefined;
        return this.#group(at.parent, "map");
      }
      if (clauses.test(type)) {
        // In PowerShell, every label that fits is taken.
        if (isBody(at, below) || isGuarded(at) || type === "switch_clause") return undefined;
        const around = ancestor(at, switches);
        return around && this.#group(around, "switch");
      }
      if (lists.test(type) && at.childCount > 1) return this.#listOf(at, below);
      if (type === "token_tree") {
        const isList = at.parent?.firstNamedChild?.text === "vec" && at.parent.type === "macro_invocation";
        return isList ? this.#group(at, "list") : undefined;
      }
      if (calls.test(type)) return this.#group(at, "arguments");
      // In PowerShell, the lines of a list are statements.
      if (type === "statement_list" && at.parent?.type === "array_expression")
        return this.#group(at.parent, "list");
      if (at.childCount > 1 && !wrappers.test(type) && !labels.test(type)) return undefined;
      below = at;
    }
    return undefined;
  }

  /** The list that a node of many meanings is, unless it is a row of a table. */
  #listOf(list: Node, member: Node): Group | undefined {
    let up = list.parent;
    while (up && up.childCount === 1) up = up.parent;
    const isInner =
      up !== null &&
      (lists.test(up.type) || up.type === "token_tree") &&
      // In PowerShell, commas make a list inside the brackets of one.
      up.firstNamedChild?.type !== "statement_list" &&
      !isPair(up);
    // In C#, the pairs of a dictionary are lists in a list.
    if (isInner && list.type === "initializer_expression" && list.namedChildCount === 2)
      return up && list.firstNamedChild?.id === member.id ? this.#group(up, "map") : undefined;
    return this.#group(list, isInner || tuples.test(list.type) ? "row" : "list");
  }

  #group(node: Node, kind: Group["kind"]): Group {
    return shared(this.#groups, node.id, () => {
      const called =
        kind === "arguments" && node.parent
          ? calledBy(node.parent.children.filter((child) => child !== null))
              ?.trim()
              .slice(-100)
          : undefined;
      return {
        kind: kind === "map" && !maps.test(node.type) ? "list" : kind,
        ...(called ? { callee: called } : {}),
      };
    });
  }
}

/** A node on the way up from a literal's. */
interface Step {
  start: number;
  at: Node;
  below: Node;
  node: Node;
}

function isPair(node: Node): boolean {
  if (pairs.test(node.type)) return node.namedChildCount > 1;
  return node.type === "array_element_initializer" && node.namedChildCount > 1;
}

/** Whether a literal is a label of a clause by itself, or one of several. */
function isLabel(literal: Node, clause: Node): boolean {
  for (let at = literal.parent; at; at = at.parent) {
    if (at.id === clause.id) return true;
    if (at.childCount > 1 && !labels.test(at.type) && at.type !== "concatenation") return false;
  }
  return false;
}

/** What is done in a clause, or in the next that does anything where it falls through to it. */
function bodyOf(clause: Node, label: Node): string {
  for (
    let at: Node | null = clause, from = label.endIndex - clause.startIndex;
    at;
    at = at.nextNamedSibling
  ) {
    const text = at.text.slice(from).replace(/^["'`)\s]*(?::|=>|->|then\b)?/, "");
    if (at.id === clause.id ? text.trim() !== "" : at.namedChildCount > 1) return short(text);
    from = 0;
  }
  return "";
}

function short(text: string): string {
  return text.length > maximumBody ? "" : text;
}

function shared<T>(all: Map<number, T>, id: number, make: () => T): T {
  let one = all.get(id);
  if (!one) {
    one = make();
    all.set(id, one);
  }
  return one;
}
