import { isMap, isNode, type Pair, type YAMLMap } from "yaml";
import { parseYaml } from "../../catalog/schema/yaml-document.ts";
import { toVisibleJson } from "../../catalog/text/visible-text.ts";
import type { Edit } from "./edit.ts";
import { isBlank, lineAt } from "./lines.ts";
import { endOfPair, followKeys, formatScalar, isAbsent, nameOf } from "./yaml-writing.ts";

/**
 * Returns the edit that sets the value at a path of keys in a YAML or JSON text. Missing keys are created, and
 * everything else keeps its formatting. Undefined if the text has syntax errors, or something else on the path.
 */
export function setInMapping(text: string, keys: readonly string[], value: string): Edit | undefined {
  const document = parseYaml(text);
  if (document.errors.length > 0) return undefined;
  const found = followKeys(text, document.contents, keys, { value });
  return "edit" in found ? found.edit : replaceValue(text, found.pair, found.map, value);
}

/** Returns the edit that replaces the value of a key. */
function replaceValue(text: string, pair: Pair, { flow }: YAMLMap, value: string): Edit | undefined {
  const written = flow ? toVisibleJson(value) : formatScalar(value);
  if (!isNode(pair.key) || !pair.key.range) return undefined;
  if (isAbsent(pair.value)) {
    const colon = text.indexOf(":", pair.key.range[1]);
    return colon < 0 ? undefined : { start: colon + 1, end: colon + 1, text: ` ${written}` };
  }
  const [start] = (isNode(pair.value) && pair.value.range) || [];
  const end = endOfPair(pair);
  if (start === undefined || end === undefined) return undefined;
  // A list on lines of its own is replaced by a value on the line of the key.
  const colon = text.lastIndexOf(":", start);
  const isOnOwnLine = text.slice(colon + 1, start).includes("\n");
  return isOnOwnLine ? { start: colon + 1, end, text: ` ${written}` } : { start, end, text: written };
}

/**
 * Returns the edit that removes the key at a path of keys, with its value and with the parents that would be empty
 * afterwards. Undefined if the text has syntax errors or has no such key.
 */
export function removeFromMapping(text: string, keys: readonly string[]): Edit | undefined {
  const document = parseYaml(text);
  if (document.errors.length > 0) return undefined;
  let node: unknown = document.contents;
  let removed: { map: YAMLMap; pair: Pair } | undefined;
  for (const key of keys) {
    const map: unknown = node;
    const pair: Pair | undefined = isMap(map) ? map.items.find((one) => nameOf(one) === key) : undefined;
    if (!isMap(map) || !pair) return undefined;
    // A parent with other members stays; one without is removed too.
    if (!removed || map.items.length > 1) removed = { map, pair };
    node = pair.value;
  }
  return removed && removePair(text, removed.map, removed.pair);
}

function removePair(text: string, { items, flow }: YAMLMap, pair: Pair): Edit | undefined {
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
