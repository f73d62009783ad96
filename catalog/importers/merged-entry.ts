import { type Document, isSeq, type Node, Scalar, type YAMLMap, YAMLSeq } from "yaml";
import type { Language, LocalizedText } from "../model/localized-text.ts";
import type { RawEntry } from "../model/schema.ts";
import { isChinese } from "./cells.ts";
import type { ImportedRow } from "./imported.ts";

type RawRow = NonNullable<RawEntry["rows"]>[number];

/** A row as a catalog file has it, with the texts that its document says beside. */
export interface StatedRow extends RawRow {
  summary?: string | undefined;
  cause?: string | undefined;
  fix?: string | undefined;
}

/** No text of a catalog file may be longer. */
const maximum = 2000;

/** An imported row as rows of a file, one for each of its statuses; texts that are too long are left out and told. */
export function statedRows(
  row: ImportedRow,
  table: string,
  leaveOut: (what: string, length: number) => void,
): StatedRow[] {
  const fitting = (what: string, text: string | undefined) => {
    if (text === undefined || text.length <= maximum) return text;
    leaveOut(what, text.length);
    return undefined;
  };
  const said = {
    message: fitting("message", row.message),
    summary: fitting("description", row.description),
    cause: fitting("cause", row.cause),
    fix: fitting("fix", row.fix),
  };
  const statuses = row.httpStatus.length === 0 ? [undefined] : row.httpStatus;
  return statuses.map((httpStatus) => ({ table, httpStatus, ...said }));
}

/** What a row states, as one line: rows are the same if their lines are. */
export function rowKey({ table, httpStatus, message }: RawRow): string {
  return JSON.stringify([table, httpStatus ?? null, message?.trim() ?? null]);
}

/** For each language the first of the texts that is in it, on one line. */
export function fill(...texts: (string | undefined)[]): LocalizedText {
  const text: LocalizedText = {};
  for (const one of texts) {
    if (one !== undefined) text[languageOf(one)] ??= one.replace(/\s*\n\s*/g, " ");
  }
  return text;
}

/** What is neither Chinese nor English, such as Japanese, stands where it is seen by all. */
function languageOf(text: string): Language {
  return isChinese(text) && !/[\u3040-\u30ff\uac00-\ud7af]/.test(text) ? "zh-CN" : "en";
}

/** A new entry. */
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

/** Puts rows in the place of those that `isReplaced` says; a row that is there already stays, comments and all. */
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
  const kept = new Map<string, Node[]>();
  for (const [index, row] of old.entries()) {
    const item = nodes[index];
    if (item && isReplaced(row.table)) kept.set(rowKey(row), [...(kept.get(rowKey(row)) ?? []), item]);
  }
  const first = old.findIndex(({ table }) => isReplaced(table));
  const stays = (row: RawRow) => !isReplaced(row.table);
  const before = first < 0 ? old : old.slice(0, first);
  const after = first < 0 ? [] : old.slice(first).filter(stays);
  const nodeOf = (row: RawRow) => nodes[old.indexOf(row)] ?? rowNode(file, row);
  const merged = rowsNode(
    file,
    [...before, ...rows, ...after],
    [
      ...before.map(nodeOf),
      ...rows.map((row) => kept.get(rowKey(row))?.shift() ?? rowNode(file, row)),
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
  seq.items.push(...nodes);
  seq.flow = rows.every(({ httpStatus, message }) => httpStatus === undefined && message === undefined);
  return seq;
}

/** A row that states nothing is but the name of its table. */
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
