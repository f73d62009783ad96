import type { Node } from "web-tree-sitter";
import type { Span } from "../documents/span.ts";
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
  let node = root.descendantForIndex(start, end);
  const isQuoted = /["'`]/.test(text.charAt(start - 1)) && text.charAt(end) === text.charAt(start - 1);
  while (isQuoted && node && (node.startIndex >= start || node.endIndex <= end)) node = node.parent;
  if (!node) return undefined;
  const open = text.slice(node.startIndex, start);
  const close = text.slice(end, node.endIndex);
  if (isQuoted ? !/^[A-Za-z@$]{0,3}["'`]$/.test(open) || close.length !== 1 : open + close !== "")
    return undefined;
  const outer = outermostWithSameSpan(node);
  const types: string[] = [];
  for (let at: Node | null = node; at && at.id !== outer.parent?.id; at = at.parent) types.push(at.type);
  return { node: outer, types: [...types, outer.parent?.type ?? ""], open, close };
}

/** Whether a literal is in ordinary quotes, without a string prefix. */
export function isPlainQuoted({ open, close }: QuotedLiteral): boolean {
  return /^["'`]$/.test(open) && open === close;
}

/** Returns the outermost node with the same span. */
export function outermostWithSameSpan(node: Node): Node {
  let outermost = node;
  for (let up = node.parent; up && hasSameSpan(up, outermost); up = up.parent) outermost = up;
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
