import type { Node, Tree } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import { TreePaths } from "../syntax/context/tree-paths.ts";
import type { Literal } from "../syntax/literal.ts";

/** The node of a literal in the syntax tree, and its quotes. */
export interface QuotedLiteral {
  /** The outermost node with the span of the literal and its quotes. */
  node: Node;
  /** The types of all nodes with that span, innermost first, and of their parent. */
  types: readonly string[];
  /** The source text before the content, including a string prefix, and after it. */
  open: string;
  close: string;
}

/** Finds the node of a literal; undefined if the literal is only a part of a node. */
export function quotedLiteralAt(root: Node, text: string, { start, end }: Span): QuotedLiteral | undefined {
  const paths = pathsOf(root);
  let node: Node | null | undefined = paths.nodeAround(root, start, end);
  const isQuoted = /["'`]/.test(text.charAt(start - 1)) && text.charAt(end) === text.charAt(start - 1);
  while (isQuoted && node && (node.startIndex >= start || node.endIndex <= end)) node = paths.parentOf(node);
  if (!node) return undefined;
  const open = text.slice(node.startIndex, start);
  const close = text.slice(end, node.endIndex);
  if (isQuoted ? !/^[A-Za-z@$]{0,3}["'`]$/.test(open) || close.length !== 1 : open + close !== "")
    return undefined;
  const outer = outermostWithSameSpan(node);
  const types: string[] = [];
  const parent = paths.parentOf(outer);
  for (let at: Node | undefined = node; at && at.id !== parent?.id; at = paths.parentOf(at))
    types.push(at.type);
  return { node: outer, types: [...types, parent?.type ?? ""], open, close };
}

const pathsOfTrees = new WeakMap<Tree, TreePaths>();

/** Returns the paths of the tree of a root: fixes look for many literals of one tree. */
function pathsOf({ tree }: Node): TreePaths {
  const paths = pathsOfTrees.get(tree) ?? new TreePaths();
  pathsOfTrees.set(tree, paths);
  return paths;
}

/** Whether a literal is in ordinary quotes, without a string prefix. */
export function isPlainQuoted({ open, close }: QuotedLiteral): boolean {
  return /^["'`]$/.test(open) && open === close;
}

/** Returns the outermost node with the same span. */
export function outermostWithSameSpan(node: Node): Node {
  const paths = pathsOf(node);
  let outermost = node;
  for (let up = paths.parentOf(node); up && hasSameSpan(up, outermost); up = paths.parentOf(up))
    outermost = up;
  return outermost;
}

function hasSameSpan(a: Node, b: Node): boolean {
  return a.startIndex === b.startIndex && a.endIndex === b.endIndex;
}

/** Quotes a code like a literal. */
export function quoteLike({ open, close }: QuotedLiteral, code: string): string {
  return open + code + close;
}

/** Whether a literal is the value of a constant. */
export function isConstantValue({ relations }: Literal): boolean {
  return relations.some(({ kind }) => kind === "constant");
}
