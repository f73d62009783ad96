import type { Node } from "web-tree-sitter";
import type { Group } from "../literal.ts";
import { memoized } from "./node-memo.ts";
import {
  ancestor,
  argumentLists,
  calleeOf,
  clauses,
  isBody,
  isGuarded,
  labels,
  lists,
  maps,
  pairs,
  switches,
  tuples,
  wrappers,
} from "./node-types.ts";

/** Finds the groups of the literals of one tree; the members of a group get the same object. */
export class GroupFinder {
  readonly #groups = new Map<number, Group>();

  /** Returns the group of the literal of a node; undefined if it is a member of none. */
  groupOf(node: Node): Group | undefined {
    let child = node;
    for (let at = node.parent; at; at = at.parent) {
      const { type } = at;
      if (isPair(at)) {
        // The members of a map are its keys.
        if (at.firstNamedChild?.id !== child.id || !at.parent) return undefined;
        return this.#group(at.parent, "map");
      }
      if (clauses.test(type)) {
        // PowerShell runs every clause whose label matches, so its labels do not exclude one another.
        if (isBody(at, child) || isGuarded(at) || type === "switch_clause") return undefined;
        const around = ancestor(at, switches);
        return around && this.#group(around, "switch");
      }
      if (lists.test(type) && at.childCount > 1) return this.#groupOfList(at, child);
      if (type === "token_tree") {
        const isVector = at.parent?.firstNamedChild?.text === "vec" && at.parent.type === "macro_invocation";
        return isVector ? this.#group(at, "list") : undefined;
      }
      if (argumentLists.test(type)) return this.#group(at, "arguments");
      // In PowerShell, the lines of a list are statements.
      if (type === "statement_list" && at.parent?.type === "array_expression")
        return this.#group(at.parent, "list");
      if (at.childCount > 1 && !wrappers.test(type) && !labels.test(type)) return undefined;
      child = at;
    }
    return undefined;
  }

  /**
   * Returns the group of a member of a node that may be a list, a tuple, a row of a table or a pair of a map; undefined
   * for the value of a pair.
   */
  #groupOfList(list: Node, member: Node): Group | undefined {
    let outer = list.parent;
    while (outer && outer.childCount === 1) outer = outer.parent;
    const isInner =
      outer !== null &&
      (lists.test(outer.type) || outer.type === "token_tree") &&
      // In PowerShell, the commas inside the brackets of a list make a list of their own.
      outer.firstNamedChild?.type !== "statement_list" &&
      !isPair(outer);
    // In C#, the pairs of a dictionary are lists in a list.
    if (isInner && list.type === "initializer_expression" && list.namedChildCount === 2)
      return outer && list.firstNamedChild?.id === member.id ? this.#group(outer, "map") : undefined;
    return this.#group(list, isInner || tuples.test(list.type) ? "row" : "list");
  }

  #group(node: Node, kind: Group["kind"]): Group {
    return memoized(this.#groups, node.id, () => {
      const called =
        kind === "arguments" && node.parent
          ? calleeOf(node.parent.children.filter((child) => child !== null))
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

/** Returns whether a node is a key with its value, rather than a list element of the same node type. */
function isPair(node: Node): boolean {
  if (pairs.test(node.type)) return node.namedChildCount > 1;
  return node.type === "array_element_initializer" && node.namedChildCount > 1;
}
