import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { toVisible, toVisibleJson } from "../../catalog/text/visible-text.ts";
import type { Edit } from "./edit.ts";
import { indentUnit, lineAt } from "./lines.ts";

// Edits that insert into a YAML or JSON text, in the style of the surrounding text.

/** An item to add to a list: a string, or a mapping of strings. */
export type Item = string | Readonly<Record<string, string>>;

/** What is inserted at a path of keys: an item of a list, or a value. */
export type Leaf = { item: Item } | { value: string };

/** Returns the key of a pair as text. */
export function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

/** Whether a value is absent; an explicit `null` or `~` is not. */
export function isAbsent(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null && !node.source);
}

/** Formats a string as a YAML scalar on one line, quoted if necessary. */
export function formatScalar(value: string): string {
  const isVisible = toVisible(value) === value;
  return isVisible ? stringify(value, { lineWidth: 0 }).trimEnd() : toVisibleJson(value);
}

/** Where a path of keys leads: to the pair of its last key, or to the edit that adds what is missing. */
type Destination = { pair: Pair; map: YAMLMap } | { edit: Edit | undefined };

/**
 * Follows a path of keys, at least one, in the content of a YAML or JSON text. Where it ends early, the edit adds the
 * missing keys with the leaf; it is undefined if something else than a mapping is on the path.
 */
export function followKeys(
  text: string,
  contents: unknown,
  keys: readonly string[],
  leaf: Leaf,
): Destination {
  let node = contents;
  let pair: Pair | undefined;
  for (const [depth, key] of keys.entries()) {
    const rest = keys.slice(depth);
    if (isAbsent(node))
      return { edit: pair ? insertBelow(text, pair, rest, leaf) : appendAtEnd(text, rest, leaf) };
    if (!isMap(node)) return { edit: undefined };
    const map = node;
    pair = map.items.find((one) => nameOf(one) === key);
    if (!pair) return { edit: insertInto(text, map, rest, leaf) };
    if (rest.length === 1) return { pair, map };
    node = pair.value;
  }
  return { edit: undefined };
}

/** Returns the edit that inserts a leaf and its keys after the last member of a collection, in the collection's style. */
export function insertInto(
  text: string,
  node: YAMLMap | YAMLSeq,
  keys: readonly string[],
  leaf: Leaf,
): Edit | undefined {
  return node.flow ? insertInFlow(text, node, keys, leaf) : insertAfterBlock(text, node, keys, leaf);
}

/** Returns the lines of a leaf in block style, nested under its keys. */
function blockLines([key, ...rest]: readonly string[], leaf: Leaf, indent: string): string[] {
  if (key !== undefined && rest.length === 0 && "value" in leaf)
    return [`${indent}${formatScalar(key)}: ${formatScalar(leaf.value)}`];
  if (key !== undefined) return [`${indent}${formatScalar(key)}:`, ...blockLines(rest, leaf, `${indent}  `)];
  if ("value" in leaf) return [];
  const { item } = leaf;
  if (typeof item === "string") return [`${indent}- ${formatScalar(item)}`];
  return Object.entries(item).map(
    ([name, value], index) => `${indent}${index === 0 ? "- " : "  "}${name}: ${formatScalar(value)}`,
  );
}

/** Returns the edit that appends a leaf and its keys at the end of a text. */
function appendAtEnd(text: string, keys: readonly string[], leaf: Leaf): Edit {
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  return { start: text.length, end: text.length, text: `${gap}${blockLines(keys, leaf, "").join("\n")}\n` };
}

/** Returns the edit that inserts a leaf and its keys below a key without a value. */
export function insertBelow(
  text: string,
  { key }: Pair,
  keys: readonly string[],
  leaf: Leaf,
): Edit | undefined {
  if (!isNode(key) || !key.range) return undefined;
  const column = key.range[0] - lineAt(text, key.range[0]).start;
  const { end } = lineAt(text, key.range[1]);
  return { start: end, end, text: `\n${blockLines(keys, leaf, " ".repeat(column + 2)).join("\n")}` };
}

/** Returns the edit that inserts a leaf and its keys after the last member of a block collection, on new lines. */
function insertAfterBlock(text: string, node: Node, keys: readonly string[], leaf: Leaf): Edit | undefined {
  const first = startOf(node);
  const last = endOf(node);
  if (first === undefined || last === undefined) return undefined;
  const column = first - lineAt(text, first).start;
  const { end } = lineAt(text, Math.max(first, last - 1));
  return { start: end, end, text: `\n${blockLines(keys, leaf, " ".repeat(column)).join("\n")}` };
}

function startOf(node: Node): number | undefined {
  if (isMap(node)) return isNode(node.items[0]?.key) ? node.items[0].key.range?.[0] : undefined;
  return node.range?.[0];
}

/** Returns the end offset of a node, without the blanks and comments that the library includes in a block's range. */
function endOf(node: unknown): number | undefined {
  if (isSeq(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  if (isMap(node) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1);
    return last && endOfPair(last);
  }
  return isNode(node) ? node.range?.[1] : undefined;
}

/** Returns the end offset of a key with its value. */
export function endOfPair({ key, value }: Pair): number | undefined {
  return (isAbsent(value) ? undefined : endOf(value)) ?? endOf(key);
}

/** Returns the edit that inserts a leaf and its keys after the last member of a flow collection, as JSON. */
function insertInFlow(text: string, node: Node, keys: readonly string[], leaf: Leaf): Edit | undefined {
  if (!(isMap(node) || isSeq(node)) || !node.range) return undefined;
  const [start, end] = node.range;
  const [key, ...inner] = keys;
  const content = "value" in leaf ? leaf.value : key === undefined ? leaf.item : [leaf.item];
  const value = inner.reduceRight<unknown>((all, one) => ({ [one]: all }), content);
  const last = node.items.at(-1);
  const previousEnd = last === undefined ? undefined : isNode(last) ? endOf(last) : endOfPair(last as Pair);
  const opening = lineAt(text, start);
  const isMultiLine = previousEnd !== undefined && previousEnd > opening.end;
  const indent = isMultiLine ? lineAt(text, previousEnd).indent : opening.indent + indentUnit(text);
  const isOnOwnLine = isMultiLine || (previousEnd === undefined && isMap(node) && key !== undefined);
  const json = toVisibleJson(value, isOnOwnLine ? unitOf(indent, opening.indent) : undefined);
  const member = `${key === undefined ? "" : `${toVisibleJson(key)}: `}${json.replaceAll("\n", `\n${indent}`)}`;
  if (previousEnd === undefined) {
    const body = isOnOwnLine ? `\n${indent}${member}\n${opening.indent}` : member;
    return { start: start + 1, end: end - 1, text: body };
  }
  return {
    start: previousEnd,
    end: previousEnd,
    text: isOnOwnLine ? `,\n${indent}${member}` : `, ${member}`,
  };
}

/** Returns one level of indentation: what the indentation `inner` adds to `outer`, else two spaces. */
function unitOf(inner: string, outer: string): string {
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : "  ";
}
