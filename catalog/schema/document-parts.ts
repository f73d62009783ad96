import { type Document, isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from "yaml";
import type { KeyPath } from "./schema-fault.ts";

/** The start and end of a part of a text, in UTF-16 units. */
export type OffsetPair = readonly [from: number, to: number];

/** Finds the parts of a YAML or JSON document by their keys; each of its mappings is searched once. */
export class DocumentParts {
  readonly #document: Document.Parsed;
  readonly #pairs = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();
  readonly #pairsByText = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(document: Document.Parsed) {
    this.#document = document;
  }

  /**
   * Returns the offsets of the part that `keys` lead to, or of its key if `atKey` is true; falls back to the nearest part
   * around it.
   */
  spanOf(keys: KeyPath, atKey: boolean): OffsetPair {
    const nodes = this.#nodesAlong(keys);
    const keySpan =
      atKey && nodes.length >= keys.length ? this.#keySpan(nodes[keys.length - 1], keys) : undefined;
    if (keySpan) return keySpan;
    const node = nodes.findLast((one) => isNode(one) && one.range);
    // The third offset of a node's range includes the blanks and comments that follow it.
    return isNode(node) && node.range ? [node.range[0], node.range[1]] : [0, 0];
  }

  /** Returns the root and the nodes that each of the keys leads to, as far as there are any. */
  #nodesAlong(keys: KeyPath): unknown[] {
    const nodes: unknown[] = [this.#document.contents];
    for (const key of keys) {
      const node = nodes.at(-1);
      const next = isMap(node)
        ? indexed(this.#pairs, node, keyOf).get(key)?.value
        : isSeq(node) && typeof key === "number"
          ? node.items[key]
          : undefined;
      if (next === undefined) break;
      nodes.push(next);
    }
    return nodes;
  }

  #keySpan(map: unknown, keys: KeyPath): OffsetPair | undefined {
    if (!isMap(map)) return undefined;
    const key = indexed(this.#pairsByText, map, textOfKey).get(String(keys.at(-1)))?.key;
    return isNode(key) && key.range ? [key.range[0], key.range[1]] : undefined;
  }
}

/** Returns the pairs of a mapping by their keys; of equal ones, the first counts. */
function indexed<K>(
  pairs: WeakMap<YAMLMap, ReadonlyMap<K, Pair>>,
  map: YAMLMap,
  keyFor: (pair: Pair) => K,
): ReadonlyMap<K, Pair> {
  let found = pairs.get(map);
  if (!found) {
    found = new Map(map.items.toReversed().map((pair) => [keyFor(pair), pair]));
    pairs.set(map, found);
  }
  return found;
}

function keyOf({ key }: Pair): unknown {
  return isScalar(key) ? key.value : key;
}

function textOfKey({ key }: Pair): string {
  return String(isNode(key) ? key.toJSON() : key);
}
