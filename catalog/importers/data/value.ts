import type { Cell } from "../table.ts";

/** A value of a data format such as JSON, YAML or TOML; offsets are UTF-16 units. */
export type Value = ScalarValue | ListValue | MapValue;

/** A string, number, boolean or date, as its text. */
interface ScalarValue extends Cell {
  kind: "scalar";
}

interface ListValue {
  kind: "list";
  items: Value[];
  start: number;
  end: number;
}

export interface MapValue {
  kind: "map";
  pairs: Pair[];
  start: number;
  end: number;
}

export interface Pair {
  key: Cell;
  value: Value;
}

/** Returns the value of a key, undefined if a value is no mapping or has no such key. */
export function valueAt(value: Value | undefined, ...path: string[]): Value | undefined {
  let at = value;
  for (const name of path) {
    if (at?.kind !== "map") return undefined;
    at = at.pairs.find(({ key }) => key.text === name)?.value;
  }
  return at;
}
