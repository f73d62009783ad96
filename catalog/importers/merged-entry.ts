import { type Document, isSeq, type Node, Scalar, type YAMLMap, YAMLSeq } from "yaml";
import { maximumText, type RawEntry } from "../schema/schema.ts";
import { type LocalizedText, languageOfText } from "../text/localized-text.ts";
import type { ImportedRow } from "./imported.ts";

type RawRow = NonNullable<RawEntry["rows"]>[number];

/** A row of a catalog file, with the further texts of its row in the document. */
export interface StatedRow extends RawRow {
  summary?: string | undefined;
  cause?: string | undefined;
  fix?: string | undefined;
}

/** Converts an imported row to rows of a file, one for each status; texts that are too long are left out and reported to `leaveOut`. */
export function statedRows(
  row: ImportedRow,
  table: string,
  leaveOut: (what: string, length: number) => void,
): StatedRow[] {
  const fitting = (what: string, text: string | undefined) => {
    if (text === undefined || text.length <= maximumText) return text;
    leaveOut(what, text.length);
    return undefined;
  };
  const texts = {
    message: fitting("message", row.message),
    summary: fitting(
      "description",
      row.name ? [row.name, row.description].filter(Boolean).join(": ") : row.description,
    ),
    cause: fitting("cause", row.cause),
    fix: fitting("fix", row.fix),
  };
  const statuses = row.httpStatus.length === 0 ? [undefined] : row.httpStatus;
  return statuses.map((httpStatus) => ({ table, httpStatus, ...texts }));
}

/** Returns a key for what a row states: rows are the same if their keys are. */
export function rowKey({ table, httpStatus, message }: RawRow): string {
  return JSON.stringify([table, httpStatus ?? null, message?.trim() ?? null]);
}

/** Returns for each language the first of the texts in that language, on one line. */
export function fill(...texts: (string | undefined)[]): LocalizedText {
  const text: LocalizedText = {};
  for (const one of texts) {
    if (one !== undefined) text[languageOfText(one)] ??= one.replace(/\s*\n\s*/g, " ");
  }
  return text;
}

/** Creates the node of a new entry. */
export function entryNode(file: Document, code: string, rows: readonly StatedRow[]): YAMLMap {
  const node = file.createNode({ code }) as YAMLMap;
  for (const key of ["summary", "cause", "fix"] as const) {
    const text = fill(...rows.map((row) => row[key]));
    if (Object.keys(text).length > 0) node.set(key, file.createNode(text));
  }
  const nodes = rows.map((row) => rowNode(file, row));
  node.set("rows", rowsNode(file, rows, nodes));
  return node;
}

/** Replaces the rows of the tables for which `isReplaced` is true; rows that are there already keep their nodes and comments. */
export function setRows(
  file: Document,
  node: YAMLMap,
  entry: RawEntry,
  rows: readonly StatedRow[],
  isReplaced: (table: string) => boolean,
): void {
  const old = entry.rows ?? [];
  const seq = node.get("rows", true);
  const nodes = isSeq(seq) ? (seq.items as Node[]) : [];
  const reusable = new Map<string, Node[]>();
  for (const [index, row] of old.entries()) {
    const item = nodes[index];
    if (!item || !isReplaced(row.table)) continue;
    const same = reusable.get(rowKey(row));
    if (same) same.push(item);
    else reusable.set(rowKey(row), [item]);
  }
  // They are taken from the first one on.
  for (const same of reusable.values()) same.reverse();
  const nodesOfRows = new Map(
    old.map((row, index) => [row, nodes[index]]).reverse() as [RawRow, Node | undefined][],
  );
  const first = old.findIndex(({ table }) => isReplaced(table));
  const isKept = (row: RawRow) => !isReplaced(row.table);
  const before = first < 0 ? old : old.slice(0, first);
  const after = first < 0 ? [] : old.slice(first).filter(isKept);
  const nodeOf = (row: RawRow) => nodesOfRows.get(row) ?? rowNode(file, row);
  const merged = rowsNode(
    file,
    [...before, ...rows, ...after],
    [
      ...before.map(nodeOf),
      ...rows.map((row) => reusable.get(rowKey(row))?.pop() ?? rowNode(file, row)),
      ...after.map(nodeOf),
    ],
  );
  if (isSeq(seq)) {
    merged.comment = seq.comment ?? null;
    merged.commentBefore = seq.commentBefore ?? null;
  }
  node.set("rows", merged);
}

function rowsNode(file: Document, rows: readonly RawRow[], nodes: readonly Node[]): YAMLSeq {
  const seq = new YAMLSeq(file.schema);
  for (const node of nodes) seq.items.push(node);
  seq.flow = rows.every(({ httpStatus, message }) => httpStatus === undefined && message === undefined);
  return seq;
}

/** Creates the node of a row; a row that states nothing is only the id of its table. */
function rowNode(file: Document, { table, httpStatus, message }: RawRow): Node {
  if (httpStatus === undefined && message === undefined) return file.createNode(table);
  const node = file.createNode({ table, ...(httpStatus === undefined ? {} : { httpStatus }) }) as YAMLMap;
  node.flow = true;
  if (message !== undefined) {
    const text = new Scalar(message);
    text.type = Scalar.QUOTE_DOUBLE;
    node.set("message", text);
  }
  return node;
}
