import type { Node } from "web-tree-sitter";
import { conditionWrappers, signsOf } from "./node-types.ts";

// What a condition requires besides a literal: the other operands of `and`, and the HTTP statuses among them.

/** Returns whether an operator requires both of its sides to hold. */
export function isAnd(sign: string): boolean {
  return /^(?:&&|and|-and)$/.test(sign);
}

/**
 * Returns the source texts of the operands that are joined by `and` in a condition, without those in the node `except`.
 * Operands of more than 1000 UTF-16 units are left out.
 */
export function operandsOf(node: Node, except: Node): string[] {
  if (node.id === except.id || node.endIndex - node.startIndex > 1000) return [];
  if (conditionWrappers.test(node.type) && node.namedChildCount === 1 && node.firstNamedChild)
    return operandsOf(node.firstNamedChild, except);
  if (!signsOf(node.children.filter((child) => child !== null)).some(isAnd)) return [node.text];
  return node.namedChildren.flatMap((child) => (child ? operandsOf(child, except) : []));
}

/** An expression whose name implies an HTTP status. */
const statusName = String.raw`[\w.$>()\[\]"'?!-]*?(?:status|http_?code)\w*["'\])]*(?:\(\))?`;
/** A comparison of a status with a number, for equality; the number is in the first or the second group. */
const statusComparison = new RegExp(
  String.raw`^(?!!)\(*(?:int\()?(?:${statusName}\s*(?:={1,3}|-eq)\s*["']?(\d{3})["']?|["']?(\d{3})["']?\s*={1,3}\s*${statusName})\)*$`,
  "i",
);

/** Returns the HTTP status that an operand requires, if it is such a comparison. */
export function statusesIn(operand: string): number[] {
  const match = statusComparison.exec(operand.trim().replace(/^\[\[?\s*|\s*\]\]?$/g, ""));
  return match ? [Number(match[1] ?? match[2])] : [];
}
