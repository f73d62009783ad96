import { isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument, stringify } from "yaml";
import type { Edit } from "./fix.ts";
import { indentUnit, lineAt } from "./lines.ts";

/** What is added to a list: a text, or texts by their keys. */
export type Item = string | Readonly<Record<string, string>>;

/**
 * The edit that adds an item to the list that some keys lead to, in a text of YAML or JSON; what is not there yet is
 * made, and all else stays as it is written. Undefined where the text is broken, or has something else there.
 */
export function addToList(text: string, keys: readonly string[], item: Item): Edit | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const [depth, key] of keys.entries()) {
    const rest = keys.slice(depth);
    if (isNothing(node)) return pair ? below(text, pair, rest, item) : atEnd(text, rest, item);
    if (!isMap(node)) return undefined;
    const found: Pair | undefined = node.items.find((one) => nameOf(one) === key);
    if (!found) return node.flow ? inFlow(text, node, rest, item) : behind(text, node, rest, item);
    pair = found;
    node = found.value;
  }
  if (isNothing(node)) return pair && below(text, pair, [], item);
  if (isSeq(node)) return node.flow ? inFlow(text, node, [], item) : behind(text, node, [], item);
  if (!isScalar(node) || node.value === null || !node.range) return undefined;
  const [start, end] = node.range;
  return { start, end, text: `[${text.slice(start, end)}, ${JSON.stringify(item)}]` };
}

function nameOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

/** Whether there is no value, and no word that says so. */
function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null && !node.source);
}

/** The lines of a list under its keys. */
function lines(keys: readonly string[], item: Item, indent: string): string[] {
  const [key, ...rest] = keys;
  if (key !== undefined) return [`${indent}${scalar(key)}:`, ...lines(rest, item, `${indent}  `)];
  if (typeof item === "string") return [`${indent}- ${scalar(item)}`];
  return Object.entries(item).map(
    ([name, value], index) => `${indent}${index === 0 ? "- " : "  "}${name}: ${scalar(value)}`,
  );
}

function scalar(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function atEnd(text: string, keys: readonly string[], item: Item): Edit {
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  return { start: text.length, end: text.length, text: `${gap}${lines(keys, item, "").join("\n")}\n` };
}

/** Below a key without a value. */
function below(text: string, { key }: Pair, keys: readonly string[], item: Item): Edit | undefined {
  if (!isNode(key) || !key.range) return undefined;
  const column = key.range[0] - lineAt(text, key.range[0]).start;
  const { end } = lineAt(text, key.range[1]);
  return { start: end, end, text: `\n${lines(keys, item, " ".repeat(column + 2)).join("\n")}` };
}

/** Behind the last member of a block, on lines of its own. */
function behind(text: string, node: Node, keys: readonly string[], item: Item): Edit | undefined {
  const first = startOf(node);
  const last = endOf(node);
  if (first === undefined || last === undefined) return undefined;
  const column = first - lineAt(text, first).start;
  const { end } = lineAt(text, Math.max(first, last - 1));
  return { start: end, end, text: `\n${lines(keys, item, " ".repeat(column)).join("\n")}` };
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
    return (isNothing(last?.value) ? undefined : endOf(last?.value)) ?? endOf(last?.key);
  }
  return isNode(node) ? node.range?.[1] : undefined;
}

/** Behind the last member of what stands in brackets or braces, as JSON. */
function inFlow(text: string, node: Node, keys: readonly string[], item: Item): Edit | undefined {
  if (!(isMap(node) || isSeq(node)) || !node.range) return undefined;
  const [start, end] = node.range;
  const [key, ...inner] = keys;
  const value = inner.reduceRight<unknown>((all, one) => ({ [one]: all }), key === undefined ? item : [item]);
  const last = node.items.at(-1);
  const from =
    last === undefined
      ? undefined
      : endOf(isNode(last) ? last : ((last as Pair).value ?? (last as Pair).key));
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
