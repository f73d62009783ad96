import type { Tree } from "web-tree-sitter";

/** From this depth on, comparing trees takes long: the time grows with the square of the depth. */
const maximumDepth = 500;

/** Returns whether the leaf at an offset in UTF-16 units is so deep in a tree that the tree is not to be compared. */
export function isDeepAt(tree: Tree, offset: number): boolean {
  const cursor = tree.walk();
  let depth = 0;
  while (depth <= maximumDepth && cursor.gotoFirstChildForIndex(offset)) depth++;
  cursor.delete();
  return depth > maximumDepth;
}
