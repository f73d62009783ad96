import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { DocumentProblem } from "../formats/document-format.ts";
import type { Cell } from "../table.ts";
import type { MapValue, Value } from "./value.ts";

/** Reads TOML. A text with an error of syntax gives nothing. */
export function tomlValue(text: string): { value: Value | undefined; problems: DocumentProblem[] } {
  try {
    return { value: new Tables(text).valueOf(parseTOML(text).body[0]), problems: [] };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    // What is missing at the end of a line is missed on the next one.
    const start = text.slice(0, error.index).trimEnd().length;
    const reason = { en: "The syntax is not valid here.", "zh-CN": "此处语法有误。" };
    return { value: undefined, problems: [{ start, reason }] };
  }
}

/** Puts what stands below the headers of tables where the headers say. */
class Tables {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  valueOf(top: AST.TOMLTopLevelTable): MapValue {
    const root: MapValue = { kind: "map", pairs: [], start: 0, end: this.#text.length };
    for (const node of top.body) {
      if (node.type === "TOMLKeyValue") this.#add(root, node);
      else {
        const table = this.#tableAt(root, node);
        for (const pair of node.body) this.#add(table, pair);
      }
    }
    return root;
  }

  /** Returns the mapping that a header opens: the next item of its list, for one in double brackets. */
  #tableAt(root: MapValue, { key, kind, range }: AST.TOMLTable): MapValue {
    const keys = key.keys.map((one) => this.#keyOf(one));
    const last = keys.pop();
    const parent = keys.reduce((at, one) => mapAt(at, one), root);
    if (!last) return root;
    if (kind === "standard") return mapAt(parent, last);
    const table: MapValue = { kind: "map", pairs: [], start: range[0], end: range[1] };
    const list = valueOrNew(parent, last, { kind: "list", items: [], start: last.start, end: last.end });
    if (list.kind === "list") list.items.push(table);
    return table;
  }

  #add(table: MapValue, { key, value }: AST.TOMLKeyValue): void {
    const keys = key.keys.map((one) => this.#keyOf(one));
    const last = keys.pop();
    const parent = keys.reduce((at, one) => mapAt(at, one), table);
    if (last) parent.pairs.push({ key: last, value: this.#converted(value) });
  }

  #converted(node: AST.TOMLContentNode): Value {
    const [start, end] = node.range;
    if (node.type === "TOMLArray")
      return { kind: "list", items: node.elements.map((one) => this.#converted(one)), start, end };
    if (node.type === "TOMLValue") {
      const text = node.kind === "string" ? node.value : this.#text.slice(start, end);
      return { kind: "scalar", text, start, end };
    }
    const map: MapValue = { kind: "map", pairs: [], start, end };
    for (const pair of node.body) this.#add(map, pair);
    return map;
  }

  #keyOf(key: AST.TOMLBare | AST.TOMLQuoted): Cell {
    const [start, end] = key.range;
    return { text: key.type === "TOMLBare" ? key.name : key.value, start, end };
  }
}

/** Returns the mapping behind a key: the last one, if a list stands there. */
function mapAt(parent: MapValue, key: Cell): MapValue {
  const empty: MapValue = { kind: "map", pairs: [], start: key.start, end: key.end };
  const found = valueOrNew(parent, key, empty);
  const last = found.kind === "list" ? found.items.at(-1) : found;
  return last?.kind === "map" ? last : empty;
}

function valueOrNew(parent: MapValue, key: Cell, value: Value): Value {
  const found = parent.pairs.findLast((pair) => pair.key.text === key.text)?.value;
  if (!found) parent.pairs.push({ key, value });
  return found ?? value;
}
