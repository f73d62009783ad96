import { isScalar, isSeq } from "yaml";
import { parseYaml } from "../../catalog/schema/yaml-document.ts";
import { toVisibleJson } from "../../catalog/text/visible-text.ts";
import type { Edit } from "./edit.ts";
import { followKeys, type Item, insertBelow, insertInto, isAbsent } from "./yaml-writing.ts";

/**
 * Returns the edit that adds an item to the list at a path of keys in a YAML or JSON text. Missing keys are created,
 * and everything else keeps its formatting. Undefined if the text has syntax errors, or something else at the path.
 */
export function addToList(text: string, keys: readonly string[], item: Item): Edit | undefined {
  const document = parseYaml(text);
  if (document.errors.length > 0) return undefined;
  const found = followKeys(text, document.contents, keys, { item });
  if ("edit" in found) return found.edit;
  const node = found.pair.value;
  if (isAbsent(node)) return insertBelow(text, found.pair, [], { item });
  if (isSeq(node)) return insertInto(text, node, [], { item });
  if (!isScalar(node) || node.value === null || !node.range) return undefined;
  const [start, end] = node.range;
  return { start, end, text: `[${text.slice(start, end)}, ${toVisibleJson(item)}]` };
}
