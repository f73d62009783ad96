import { isMap, isNode, isScalar, isSeq, type Node, type Pair, stringify } from "yaml";
import type { Edit } from "./edit.ts";
import { indentUnit, lineAt } from "./lines.ts";

// What is new in a text of YAML or JSON, written as the text around it is.

/** What is added to a list: a text, or texts by their keys. */
export type Item = string | Readonly<Record<string, string>>;

/** What some keys lead to: an item of the last one's list, or its value. */
export type Leaf = { item: Item } | { value: string };

/** The name of a key. */
export function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

/** Whether there is no value, and no word that says so. */
export function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null && !node.source);
}

/** A text as YAML writes it. */
export function scalar(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

/** The lines of a leaf under its keys. */
function lines([key, ...rest]: readonly string[], leaf: Leaf, indent: string): string[] {
  if (key !== undefined && rest.length === 0 && "value" in leaf)
    return [`${indent}${scalar(key)}: ${scalar(leaf.value)}`];
  if (key !== undefined) return [`${indent}${scalar(key)}:`, ...lines(rest, leaf, `${indent}  `)];
  if ("value" in leaf) return [];
  const { item } = leaf;
  if (typeof item === "string") return [`${indent}- ${scalar(item)}`];
  return Object.entries(item).map(
    ([name, value], index) => `${indent}${index === 0 ? "- " : "  "}${name}: ${scalar(value)}`,
  );
}

/** At the end of a text, under keys of its own. */
export function atEnd(text: string, keys: readonly string[], leaf: Leaf): Edit {
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  return { start: text.length, end: text.length, text: `${gap}${lines(keys, leaf, "").join("\n")}\n` };
}

/** Below a key without a value. */
export function below(text: string, { key }: Pair, keys: readonly string[], leaf: Leaf): Edit | undefined {
  if (!isNode(key) || !key.range) return undefined;
  const column = key.range[0] - lineAt(text, key.range[0]).start;
  const { end } = lineAt(text, key.range[1]);
  return { start: end, end, text: `\n${lines(keys, leaf, " ".repeat(column + 2)).join("\n")}` };
}

/** Behind the last member of a block, on lines of its own. */
export function behind(text: string, node: Node, keys: readonly string[], leaf: Leaf): Edit | undefined {
  const first = startOf(node);
  const last = endOf(node);
  if (first === undefined || last === undefined) return undefined;
  const column = first - lineAt(text, first).start;
  const { end } = lineAt(text, Math.max(first, last - 1));
  return { start: end, end, text: `\n${lines(keys, leaf, " ".repeat(column)).join("\n")}` };
}

function startOf(node: Node): number | undefined {
  if (isMap(node)) return isNode(node.items[0]?.key) ? node.items[0].key.range?.[0] : undefined;
  return node.range?.[0];
}

/** Where a node ends, without the blanks and comments that the library counts to a block. */
function endOf(node: unknown): number | undefined {
  if (isSeq(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  if (isMap(node) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1);
    return last && endOfPair(last);
  }
  return isNode(node) ? node.range?.[1] : undefined;
}

/** Where a key with its value ends. */
export function endOfPair({ key, value }: Pair): number | undefined {
  return (isNothing(value) ? undefined : endOf(value)) ?? endOf(key);
}

/** Behind the last member of what stands in brackets or braces, as JSON. */
export function inFlow(text: string, node: Node, keys: readonly string[], leaf: Leaf): Edit | undefined {
  if (!(isMap(node) || isSeq(node)) || !node.range) return undefined;
  const [start, end] = node.range;
  const [key, ...inner] = keys;
  const content = "value" in leaf ? leaf.value : key === undefined ? leaf.item : [leaf.item];
  const value = inner.reduceRight<unknown>((all, one) => ({ [one]: all }), content);
  const last = node.items.at(-1);
  const from = last === undefined ? undefined : isNode(last) ? endOf(last) : endOfPair(last as Pair);
  const opening = lineAt(text, start);
  const isLong = from !== undefined && from > opening.end;
  const indent = isLong ? lineAt(text, from).indent : opening.indent + indentUnit(text);
  const isSpread = isLong || (from === undefined && isMap(node) && key !== undefined);
  const written = JSON.stringify(value, undefined, isSpread ? unitOf(indent, opening.indent) : undefined);
  const member = `${key === undefined ? "" : `${JSON.stringify(key)}: `}${written.replaceAll("\n", `\n${indent}`)}`;
  if (from === undefined) {
    const body = isSpread ? `\n${indent}${member}\n${opening.indent}` : member;
    return { start: start + 1, end: end - 1, text: body };
  }
  return { start: from, end: from, text: isSpread ? `,\n${indent}${member}` : `, ${member}` };
}

/** One level of indentation, by two lines of which the one is a level deeper. */
function unitOf(inner: string, outer: string): string {
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : "  ";
}
