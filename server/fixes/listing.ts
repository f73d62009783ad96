import { isMap, isScalar, isSeq, type Pair, parseDocument } from "yaml";
import type { Edit } from "./edit.ts";
import {
  appendAtEnd,
  type Item,
  insertAfterBlock,
  insertBelow,
  insertInFlow,
  isAbsent,
  nameOf,
} from "./yaml-writing.ts";

/**
 * Returns the edit that adds an item to the list at a path of keys in a YAML or JSON text. Missing keys are created,
 * and everything else keeps its formatting. Undefined if the text has syntax errors, or something else at the path.
 */
export function addToList(text: string, keys: readonly string[], item: Item): Edit | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const [depth, key] of keys.entries()) {
    const rest = keys.slice(depth);
    if (isAbsent(node))
      return pair ? insertBelow(text, pair, rest, { item }) : appendAtEnd(text, rest, { item });
    if (!isMap(node)) return undefined;
    const found: Pair | undefined = node.items.find((one) => nameOf(one) === key);
    if (!found)
      return node.flow
        ? insertInFlow(text, node, rest, { item })
        : insertAfterBlock(text, node, rest, { item });
    pair = found;
    node = found.value;
  }
  if (isAbsent(node)) return pair && insertBelow(text, pair, [], { item });
  if (isSeq(node))
    return node.flow ? insertInFlow(text, node, [], { item }) : insertAfterBlock(text, node, [], { item });
  if (!isScalar(node) || node.value === null || !node.range) return undefined;
  const [start, end] = node.range;
  return { start, end, text: `[${text.slice(start, end)}, ${JSON.stringify(item)}]` };
}
