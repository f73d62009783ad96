import type { Node } from "web-tree-sitter";

/** How many children of a node the parser searches for; after that, all its children are listed once. */
const maximumSearches = 8;

/**
 * Finds the parents and siblings of the nodes of one tree. The parser searches for each of them from the root, through
 * all children of every node on the way, which takes quadratic time in a long list and in a deep chain. It is fastest
 * for nodes that are asked for in text order.
 */
export class TreePaths {
  readonly #parents = new Map<number, Node>();
  readonly #children = new Map<number, readonly Node[]>();
  readonly #searches = new Map<number, number>();
  /** The nodes from the root down to the one that was found last. */
  #path: Node[] = [];

  /** Returns the parent of a node; undefined for the root. */
  parentOf(node: Node): Node | undefined {
    if (!this.#parents.has(node.id)) this.#findPathTo(node);
    // An empty node, which the parser adds where something is missing, may not be found on the way down.
    return this.#parents.get(node.id) ?? node.parent ?? undefined;
  }

  /** Returns the siblings directly before and after a node. */
  adjacentTo(node: Node): { previous: Node | undefined; next: Node | undefined } {
    const parent = this.parentOf(node);
    const siblings = parent ? this.#childrenOf(parent) : [];
    const at = indexOf(siblings, node);
    return at < 0
      ? { previous: undefined, next: undefined }
      : { previous: siblings[at - 1], next: siblings[at + 1] };
  }

  /** Returns the nearest named sibling before or after a node; undefined if there is none. */
  namedSibling(node: Node, direction: "before" | "after"): Node | undefined {
    const parent = this.parentOf(node);
    if (!parent) return undefined;
    const found = this.#isListed(parent)
      ? this.#namedSiblingIn(parent, node, direction)
      : (node[direction === "before" ? "previousNamedSibling" : "nextNamedSibling"] ?? undefined);
    if (found) this.#parents.set(found.id, parent);
    return found;
  }

  #namedSiblingIn(parent: Node, node: Node, direction: "before" | "after"): Node | undefined {
    const siblings = this.#childrenOf(parent);
    const step = direction === "before" ? -1 : 1;
    const own = indexOf(siblings, node);
    let at = own + step;
    while (own >= 0 && siblings[at] && !siblings[at]?.isNamed) at += step;
    return own < 0 ? undefined : siblings[at];
  }

  /** Returns the smallest node below a root around a span that is not empty; the root if there is none. */
  nodeAround(root: Node, start: number, end: number): Node | null {
    for (let at = root; ; ) {
      if (start === end || !this.#isListed(at)) return at.descendantForIndex(start, end);
      const siblings = this.#childrenOf(at);
      const child = siblings[lastStartingAt(siblings, start)];
      if (!child || child.endIndex < end) return at;
      at = child;
    }
  }

  #findPathTo(node: Node): void {
    const path = this.#path;
    if (path.length === 0) path.push(node.tree.rootNode);
    while (path.length > 1 && !isAround(path.at(-1), node)) path.pop();
    for (let at = path.at(-1); at && at.id !== node.id; ) {
      const child = this.#childTowards(at, node);
      if (!child) return;
      this.#parents.set(child.id, at);
      path.push(child);
      at = child;
    }
  }

  /** Returns the child of a node that is another node or contains it. */
  #childTowards(parent: Node, node: Node): Node | undefined {
    const child = this.#isListed(parent) ? childAround(this.#childrenOf(parent), node) : undefined;
    return child ?? parent.childWithDescendant(node) ?? undefined;
  }

  /** Returns whether the children of a node are listed, after it was asked for a few of them. */
  #isListed({ id }: Node): boolean {
    const searches = (this.#searches.get(id) ?? 0) + 1;
    this.#searches.set(id, searches);
    return searches > maximumSearches;
  }

  #childrenOf(parent: Node): readonly Node[] {
    let children = this.#children.get(parent.id);
    if (!children) {
      children = parent.children.filter((child) => child !== null);
      this.#children.set(parent.id, children);
    }
    return children;
  }
}

/** Returns whether a node contains another one and is not that node. */
function isAround(outer: Node | undefined, node: Node): boolean {
  return (
    outer !== undefined &&
    outer.id !== node.id &&
    outer.startIndex <= node.startIndex &&
    node.endIndex <= outer.endIndex
  );
}

/** Returns the index of the last of some siblings that starts at or before an offset; -1 if none does. */
function lastStartingAt(siblings: readonly Node[], offset: number): number {
  let [low, high] = [0, siblings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((siblings[middle]?.startIndex ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Returns the index of a node among its siblings; several of them may start at one offset if some are empty. */
function indexOf(siblings: readonly Node[], node: Node): number {
  let at = lastStartingAt(siblings, node.startIndex);
  while (at >= 0 && siblings[at]?.id !== node.id && siblings[at]?.startIndex === node.startIndex) at--;
  return siblings[at]?.id === node.id ? at : -1;
}

/** Returns the one of some siblings that is a node or contains it; undefined if that is not certain. */
function childAround(siblings: readonly Node[], node: Node): Node | undefined {
  const own = indexOf(siblings, node);
  if (own >= 0) return siblings[own];
  const last = siblings[lastStartingAt(siblings, node.startIndex)];
  // Where a node is empty, it may belong to either of two siblings.
  return node.endIndex > node.startIndex && last && node.endIndex <= last.endIndex ? last : undefined;
}
