import { atOnce, type Slices } from "../../model/slices.ts";
import { codeLikeness } from "../cells.ts";
import { roleOf } from "../columns.ts";
import { type Cell, emptyCell, type Table } from "../table.ts";
import type { MapValue, Pair, Value } from "./value.ts";

/** How many columns a table has at most: the keys of thousands of different records are none. */
const maximumColumns = 40;

/** How deep records are looked for, and how deep the keys in a record are. */
const [maximumDepth, maximumRecordDepth] = [12, 3];

/**
 * Returns the tables in a value: lists of records, mappings from codes to records, to texts or to numbers, and lists of
 * codes. Their sections are the keys above them. A column of keys has no name.
 */
export function* dataTables(value: Value): Slices<Table[]> {
  const reader = new DataReader();
  yield* reader.read(value, []);
  if (reader.examples.length > 0) reader.tables.push(recordTable(reader.examples, []));
  const [only] = reader.tables;
  if (value.kind === "list" && only && reader.tables.length === 1) only.isWhole = true;
  return reader.tables.sort((one, other) => one.start - other.start);
}

/** Returns a table of the errors in some values as an API answers with them; undefined if there are none. */
export function exampleTable(values: readonly Value[], path: string[]): Table | undefined {
  const reader = new DataReader();
  for (const value of values) atOnce(reader.read(value, []));
  return reader.examples.length > 0 ? { ...recordTable(reader.examples, path), isImplied: true } : undefined;
}

/** A record, and the key that it stands behind. */
interface DataRecord {
  key?: Cell;
  value: MapValue;
}

class DataReader {
  readonly tables: Table[] = [];
  /** Single records with a code and a text: errors that are given as examples. */
  readonly examples: DataRecord[] = [];

  *read(value: Value, path: string[]): Slices<void> {
    yield;
    if (path.length > maximumDepth || value.kind === "scalar") return;
    if (value.kind === "map") yield* this.#readMap(value, path);
    else yield* this.#readList(value.items, path);
  }

  *#readList(items: readonly Value[], path: string[]): Slices<void> {
    const records = items.flatMap((item) => (item.kind === "map" && isRecord(item) ? [{ value: item }] : []));
    const described = records.filter(({ value }) => !isGroup(value));
    if (described.length > 0) this.tables.push(recordTable(described, path));
    const texts = items.filter((item) => item.kind === "scalar");
    if (texts.length > 1)
      this.tables.push(
        tableOf(
          path,
          [""],
          texts.map((text) => [text]),
          true,
        ),
      );
    const taken = new Set<Value>(records.map(({ value }) => value));
    for (const item of items) {
      if (!taken.has(item)) yield* this.read(item, path);
      else if (item.kind === "map") yield* this.#readLists(item, path);
    }
  }

  /** A record may hold a list of others, or others behind their codes. */
  *#readLists(record: MapValue, path: string[]): Slices<void> {
    for (const { key, value } of record.pairs)
      if (isByCode(value) || (value.kind === "list" && value.items.some(({ kind }) => kind === "map")))
        yield* this.read(value, [...path, key.text]);
  }

  *#readMap(map: MapValue, path: string[]): Slices<void> {
    if (isExample(map)) {
      this.examples.push({ value: map });
      return;
    }
    const records = map.pairs.flatMap(({ key, value }) =>
      value.kind === "map" && isRecord(value) ? [{ key, value }] : [],
    );
    const isTable = records.length * 2 >= map.pairs.length && areAlike(records);
    if (isTable) this.tables.push(recordTable(records, path));
    const scalars = map.pairs.filter(({ value }) => value.kind === "scalar");
    if (scalars.length > 1 && scalars.length * 2 >= map.pairs.length)
      this.tables.push(pairTable(scalars, path));
    const taken = new Set<Value>(isTable ? records.map(({ value }) => value) : []);
    for (const { key, value } of map.pairs) {
      if (!taken.has(value)) yield* this.read(value, [...path, key.text]);
      else if (value.kind === "map") yield* this.#readLists(value, [...path, key.text]);
    }
  }
}

/** Whether a mapping describes one thing: most of its values are texts and numbers, also in several languages. */
function isRecord({ pairs }: MapValue): boolean {
  // Keys that are codes are no names of fields.
  const codes = pairs.filter(
    ({ key }) =>
      /^[+-]?\d+$/.test(key.text) || (codeLikeness(key.text) === 1 && roleOf(key.text) === undefined),
  );
  if (codes.length === pairs.length) return false;
  const stated = pairs.filter(({ value }) => value.kind === "scalar" || isTranslated(value));
  return stated.length > 0 && stated.length * 2 >= pairs.length;
}

/** Whether a mapping holds records behind their codes, and has none itself: what else it says is not about errors. */
function isGroup({ pairs }: MapValue): boolean {
  const hasCode = pairs.some(({ key, value }) => value.kind === "scalar" && roleOf(key.text) === "code");
  return !hasCode && pairs.some(({ value }) => isByCode(value));
}

/** Whether a value has records behind keys that are codes. */
function isByCode(value: Value): value is MapValue {
  if (value.kind !== "map" || value.pairs.length === 0) return false;
  return value.pairs.every(
    ({ key, value: one }) =>
      codeLikeness(key.text) >= 0.9 && roleOf(key.text) === undefined && one.kind === "map" && isRecord(one),
  );
}

function isTranslated(value: Value): boolean {
  return (
    value.kind === "map" &&
    value.pairs.length > 0 &&
    value.pairs.every(
      ({ key, value: text }) => /^[a-z]{2}(?:[-_]\w+)?$/i.test(key.text) && text.kind === "scalar",
    )
  );
}

/** Whether some records are of one kind: at least half of them have a key in common, or a single one describes an error. */
function areAlike(records: readonly DataRecord[]): boolean {
  if (records.some(({ value }) => isExample(value))) return false;
  const counts = new Map<string, number>();
  for (const { value } of records)
    for (const { key } of value.pairs) counts.set(key.text, (counts.get(key.text) ?? 0) + 1);
  if (records.length > 1) return Math.max(...counts.values()) * 2 >= records.length;
  return [...counts.keys()].some((key) => !/^(?:other)?$/.test(roleOf(key) ?? ""));
}

/** Whether a mapping is an error as an API answers with it: it has a code, and a text beside it. */
function isExample({ pairs }: MapValue): boolean {
  const textOf = (role: string) =>
    pairs.find(({ key, value }) => roleOf(key.text) === role && value.kind === "scalar");
  const code = (textOf("code") ?? typeOfProblem(pairs))?.value;
  if (code?.kind !== "scalar" || isNoError(code.text)) return false;
  return codeLikeness(code.text) >= 0.6 && (textOf("message") ?? textOf("description")) !== undefined;
}

/** Returns the type beside a title, as an answer may state both instead of a code and a message. */
function typeOfProblem(pairs: readonly Pair[]): Pair | undefined {
  if (!pairs.some(({ key, value }) => key.text === "title" && value.kind === "scalar")) return undefined;
  return pairs.find(
    ({ key, value }) => key.text === "type" && value.kind === "scalar" && codeLikeness(value.text) === 1,
  );
}

/** Whether the code of an example says that nothing failed, or stands for any code. */
function isNoError(code: string): boolean {
  return /^(?:0|200|ok|success|(?:your_|some_)?(?:error_?)?code(?:_?(?:name|here))?)$/i.test(code);
}

function recordTable(records: readonly DataRecord[], path: string[]): Table {
  const flat = records.map(({ key, value }) => ({
    key,
    start: key?.start ?? value.start,
    fields: fieldsOf(value),
  }));
  const names = columnNames(flat.map(({ fields }) => fields));
  const hasKeys = flat.some(({ key }) => key);
  const rows = flat.map(({ key, start, fields }) => [
    ...(hasKeys ? [key ?? emptyCell(start)] : []),
    ...names.map((name) => fields.get(name) ?? emptyCell(start)),
  ]);
  return tableOf(path, [...(hasKeys ? [""] : []), ...names], rows);
}

/** Returns the names of the most frequent keys, in the order in which they first occur. */
function columnNames(records: readonly ReadonlyMap<string, Cell>[]): string[] {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const name of record.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const frequent = [...counts].sort(([, one], [, other]) => other - one).slice(0, maximumColumns);
  const kept = new Set(frequent.map(([name]) => name));
  return [...counts.keys()].filter((name) => kept.has(name));
}

/** Returns the texts of a record by their keys; those in mappings have dotted ones. */
function fieldsOf(record: MapValue, prefix = "", depth = 0): Map<string, Cell> {
  const fields = new Map<string, Cell>();
  for (const { key, value } of record.pairs) {
    const name = prefix + key.text;
    if (value.kind === "scalar") fields.set(name, value);
    else if (value.kind === "map" && depth < maximumRecordDepth && !isByCode(value))
      for (const [inner, cell] of fieldsOf(value, `${name}.`, depth + 1)) fields.set(inner, cell);
    else if (value.kind === "list" && value.items.every(({ kind }) => kind === "scalar"))
      fields.set(name, {
        text: value.items.map((item) => (item as Cell).text).join("\n"),
        start: value.start,
        end: value.end,
      });
  }
  return fields;
}

function pairTable(pairs: readonly Pair[], path: string[]): Table {
  const rows = pairs.map(({ key, value }) => [key, value as Value & Cell]);
  // Numbers as keys do not just count.
  const areNumbers = pairs.every(({ key }) => /^[+-]?\d+$/.test(key.text));
  return tableOf(path, [areNumbers ? "code" : "", ""], rows, true);
}

function tableOf(path: string[], header: string[], cells: Cell[][], isImplied = false): Table {
  const rows = cells.map((row) => ({
    cells: row,
    start: row.find(({ text }) => text !== "")?.start ?? row[0]?.start ?? 0,
  }));
  const [section, above] = [path.at(-1) ?? "", path.slice(0, -1)];
  return {
    start: rows[0]?.start ?? 0,
    section,
    path: above,
    header,
    rows,
    ...(isImplied ? { isImplied } : {}),
  };
}
