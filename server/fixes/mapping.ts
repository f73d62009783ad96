import { isMap, isNode, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { Edit } from "./edit.ts";
import { isBlank, lineAt } from "./lines.ts";
import { atEnd, behind, below, endOfPair, inFlow, isNothing, nameOf, scalar } from "./yaml-writing.ts";

/**
 * The edit that gives the key that some keys lead to a value, in a text of YAML or JSON; what is not there yet is
 * made, and all else stays as it is written. Undefined where the text is broken, or has something else there.
 */
export function setInMapping(text: string, keys: readonly string[], value: string): Edit | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const [depth, key] of keys.entries()) {
    const rest = keys.slice(depth);
    if (isNothing(node)) return pair ? below(text, pair, rest, { value }) : atEnd(text, rest, { value });
    if (!isMap(node)) return undefined;
    const found: Pair | undefined = node.items.find((one) => nameOf(one) === key);
    if (!found) return node.flow ? inFlow(text, node, rest, { value }) : behind(text, node, rest, { value });
    if (rest.length === 1) return inPlace(text, found, node, value);
    pair = found;
    node = found.value;
  }
  return undefined;
}

/** Another value in the place of what a key has now. */
function inPlace(text: string, pair: Pair, { flow }: YAMLMap, value: string): Edit | undefined {
  const written = flow ? JSON.stringify(value) : scalar(value);
  if (!isNode(pair.key) || !pair.key.range) return undefined;
  if (isNothing(pair.value)) {
    const colon = text.indexOf(":", pair.key.range[1]);
    return colon < 0 ? undefined : { start: colon + 1, end: colon + 1, text: ` ${written}` };
  }
  const [start] = (isNode(pair.value) && pair.value.range) || [];
  const end = endOfPair(pair);
  if (start === undefined || end === undefined) return undefined;
  // A list in lines of its own gives way to a value beside the key.
  const colon = text.lastIndexOf(":", start);
  const isOnOwnLine = text.slice(colon + 1, start).includes("\n");
  return isOnOwnLine ? { start: colon + 1, end, text: ` ${written}` } : { start, end, text: written };
}

/**
 * The edit that takes away the key that some keys lead to, with its value and with what would hold nothing then.
 * Undefined where the text is broken or has no such key.
 */
export function removeFromMapping(text: string, keys: readonly string[]): Edit | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  let node: unknown = document.contents;
  let gone: { map: YAMLMap; pair: Pair } | undefined;
  for (const key of keys) {
    const map: unknown = node;
    const pair: Pair | undefined = isMap(map) ? map.items.find((one) => nameOf(one) === key) : undefined;
    if (!isMap(map) || !pair) return undefined;
    // What holds more than this stays; what holds nothing else goes with it.
    if (!gone || map.items.length > 1) gone = { map, pair };
    node = pair.value;
  }
  return gone && without(text, gone.map, gone.pair);
}

function without(text: string, { items, flow }: YAMLMap, pair: Pair): Edit | undefined {
  const start = startOf(pair);
  const end = endOfPair(pair);
  if (start === undefined || end === undefined) return undefined;
  if (!flow) {
    const line = lineAt(text, start);
    if (!isBlank(text, line.start, start)) return undefined;
    return { start: line.start, end: lineAt(text, Math.max(start, end - 1)).next, text: "" };
  }
  const at = items.indexOf(pair);
  const [before, after] = [items[at - 1], items[at + 1]];
  const next = after && startOf(after);
  if (next !== undefined) return { start, end: next, text: "" };
  return { start: (before && endOfPair(before)) ?? start, end, text: "" };
}

function startOf({ key }: Pair): number | undefined {
  return isNode(key) ? key.range?.[0] : undefined;
}
