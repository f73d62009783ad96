import type { Node } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
import type { Literal } from "../syntax/literal.ts";

/** A literal as it stands in the tree, and what it is quoted with. */
export interface Quoted {
  /** The largest node that is the literal and nothing else. */
  node: Node;
  /** The types of the nodes that are, and that of the one around them. */
  types: readonly string[];
  /** What stands before its content, the prefix of the string included, and behind it. */
  open: string;
  close: string;
}

/** Finds the node of a literal; undefined where it is only a part of what the tree has there. */
export function quotedAt(root: Node, text: string, { start, end }: Span): Quoted | undefined {
  let node = root.descendantForIndex(start, end);
  const isQuoted = /["'`]/.test(text.charAt(start - 1)) && text.charAt(end) === text.charAt(start - 1);
  while (isQuoted && node && (node.startIndex >= start || node.endIndex <= end)) node = node.parent;
  if (!node) return undefined;
  const open = text.slice(node.startIndex, start);
  const close = text.slice(end, node.endIndex);
  if (isQuoted ? !/^[A-Za-z@$]{0,3}["'`]$/.test(open) || close.length !== 1 : open + close !== "")
    return undefined;
  const outer = widest(node);
  const types: string[] = [];
  for (let at: Node | null = node; at && at.id !== outer.parent?.id; at = at.parent) types.push(at.type);
  return { node: outer, types: [...types, outer.parent?.type ?? ""], open, close };
}

/** Whether a literal stands between its quotes alone, without any mark of a special string. */
export function isPlainly({ open, close }: Quoted): boolean {
  return /^["'`]$/.test(open) && open === close;
}

/** The outermost node of the same stretch. */
export function widest(node: Node): Node {
  let widest = node;
  for (let up = node.parent; up && isSameStretch(up, widest); up = up.parent) widest = up;
  return widest;
}

function isSameStretch(a: Node, b: Node): boolean {
  return a.startIndex === b.startIndex && a.endIndex === b.endIndex;
}

/** Another code in the manner in which a literal is quoted. */
export function inSameQuotes({ open, close }: Quoted, code: string): string {
  return open + code + close;
}

/** Whether a literal's evidence is that it is what a constant stands for. */
export function isConstant({ relations }: Literal): boolean {
  return relations.some(({ kind }) => kind === "constant");
}
