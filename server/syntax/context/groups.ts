import type { Node } from "web-tree-sitter";
import type { Group } from "../literal.ts";
import type { Clauses } from "./clauses.ts";
import { memoized } from "./node-memo.ts";
import {
  ancestor,
  argumentLists,
  calleeOf,
  clauses,
  labels,
  lists,
  maps,
  pairs,
  switches,
  tuples,
  wrappers,
} from "./node-types.ts";
import type { TreePaths } from "./tree-paths.ts";

/** The group of a node, or what a node between a literal and its group tells about it. */
type Membership = { group: Group | undefined } | "further up";

/** Finds the groups of the literals of one tree; the members of a group get the same object. */
export class GroupFinder {
  readonly #paths: TreePaths;
  readonly #clauses: Clauses;
  readonly #groups = new Map<number, Group>();
  /** The group of the nodes that were passed on the way up, by their ids: patterns are nested as deeply as they are long. */
  readonly #found = new Map<number, { group: Group | undefined }>();

  constructor(paths: TreePaths, clauses: Clauses) {
    this.#paths = paths;
    this.#clauses = clauses;
  }

  /** Returns the group of the literal of a node; undefined if it is a member of none. */
  groupOf(node: Node): Group | undefined {
    const passed: Node[] = [];
    let membership: Membership = "further up";
    for (let child: Node | undefined = node; child && membership === "further up"; ) {
      passed.push(child);
      const parent = this.#paths.parentOf(child);
      membership =
        this.#found.get(child.id) ?? (parent ? this.#membershipOf(child, parent) : { group: undefined });
      child = parent;
    }
    const found = membership === "further up" ? { group: undefined } : membership;
    for (const { id } of passed) this.#found.set(id, found);
    return found.group;
  }

  /** Returns what the parent of a node tells about the group of the node. */
  #membershipOf(child: Node, at: Node): Membership {
    const { type } = at;
    if (isPair(at)) {
      const map = this.#paths.parentOf(at);
      // The members of a map are its keys.
      return { group: at.firstNamedChild?.id === child.id && map ? this.#group(map, "map") : undefined };
    }
    if (clauses.test(type)) {
      // PowerShell runs every clause whose label matches, so its labels do not exclude one another.
      if (this.#clauses.isBody(at, child) || this.#clauses.isGuarded(at) || type === "switch_clause")
        return { group: undefined };
      const around = ancestor(at, switches, this.#paths);
      return { group: around && this.#group(around, "switch") };
    }
    if (lists.test(type) && at.childCount > 1) return { group: this.#groupOfList(at, child) };
    if (type === "token_tree") {
      const macro = this.#paths.parentOf(at);
      const isVector = macro?.firstNamedChild?.text === "vec" && macro.type === "macro_invocation";
      return { group: isVector ? this.#group(at, "list") : undefined };
    }
    if (argumentLists.test(type)) return { group: this.#group(at, "arguments") };
    // In PowerShell, the lines of a list are statements.
    const list = type === "statement_list" ? this.#paths.parentOf(at) : undefined;
    if (list?.type === "array_expression") return { group: this.#group(list, "list") };
    const isWrapper = at.childCount === 1 || wrappers.test(type) || labels.test(type);
    return isWrapper ? "further up" : { group: undefined };
  }

  /**
   * Returns the group of a member of a node that may be a list, a tuple, a row of a table or a pair of a map; undefined
   * for the value of a pair.
   */
  #groupOfList(list: Node, member: Node): Group | undefined {
    let outer = this.#paths.parentOf(list);
    while (outer && outer.childCount === 1) outer = this.#paths.parentOf(outer);
    const isInner =
      outer !== undefined &&
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
      const call = kind === "arguments" ? this.#paths.parentOf(node) : undefined;
      const called = call
        ? calleeOf(call.children.filter((child) => child !== null))
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
