import { atOnce, type Slices } from "../model/slices.ts";
import { type Column, columnsAmong, withHeader } from "./columns.ts";
import { classifyTable } from "./error-table.ts";
import type { ColumnMapping, Doubt, ImportOptions, ImportResult } from "./imported.ts";
import { Lines } from "./lines.ts";
import { decideMapping } from "./mapping.ts";
import { markdownTables, readMarkdownTables } from "./markdown-tables.ts";
import { rowsOf } from "./rows.ts";
import type { Table } from "./table.ts";

/** Imports the error codes of a Markdown document as vendors publish them; every guess is reported as a doubt. */
export function importMarkdown(source: string, options: ImportOptions = {}): ImportResult {
  return atOnce(readMarkdown(source, options));
}

/** Does the same in slices. */
export function* readMarkdown(source: string, options: ImportOptions = {}): Slices<ImportResult> {
  return yield* importTables(yield* readMarkdownTables(source), source, options);
}

/** Returns the zero-based line on which each table of a Markdown document starts. */
export function tableLines(source: string): number[] {
  const lines = new Lines(source);
  return markdownTables(source).map(({ start }) => lines.lineAt(start));
}

/** Imports the error codes of tables that were found in `source`, a document of any format. */
function* importTables(
  tables: readonly Table[],
  source: string,
  options: ImportOptions = {},
): Slices<ImportResult> {
  const result: ImportResult = { rows: [], skipped: [], doubts: [] };
  const lines = new Lines(source);
  const tablesWithHeader = tables.map(withHeader);
  const columnsOf = columnsAmong(tablesWithHeader);
  for (const [index, table] of tablesWithHeader.entries()) {
    const at = { table: index, line: lines.lineAt(table.start), section: table.section };
    const choice = choose(table, yield* columnsOf(table), options, index);
    const imported = choice.mapping !== undefined;
    for (const { reason, mappings } of choice.doubts)
      result.doubts.push({ ...at, reason, imported, mappings });
    if (choice.mapping === undefined) {
      result.skipped.push({ kind: "table", ...at, reason: choice.reason });
      continue;
    }
    const read = yield* rowsOf(table, choice.mapping, { source, lines, table: index });
    for (const row of read.rows) result.rows.push(row);
    for (const skipped of read.skipped) result.skipped.push(skipped);
  }
  return result;
}

type Choice = { doubts: Pick<Doubt, "reason" | "mappings">[] } & (
  | { mapping: ColumnMapping }
  | { mapping?: undefined; reason: string }
);

/** Returns the columns to read a table by, or why it isn't read. */
function choose(table: Table, columns: readonly Column[], options: ImportOptions, index: number): Choice {
  const mappingOfTable = options.tables?.[index];
  if (mappingOfTable === "skip") return { reason: "left out by the mapping", doubts: [] };
  if (mappingOfTable !== undefined) {
    return columns[mappingOfTable.code]
      ? { mapping: mappingOfTable, doubts: [] }
      : { reason: `there is no column ${mappingOfTable.code}`, doubts: [] };
  }
  const decision = options.columns ? { mapping: options.columns, doubts: [] } : decideMapping(columns);
  if (!("mapping" in decision)) {
    const { reason, other } = decision;
    return { reason, doubts: other ? [{ reason, mappings: [other] }] : [] };
  }
  const { mapping } = decision;
  const verdict = classifyTable(table, columns, mapping);
  if (verdict.is === "no") return { reason: verdict.reason, doubts: [] };
  // A user who names the columns has stated that these are codes.
  if (verdict.is === "unsure" && !options.columns) {
    return { reason: verdict.reason, doubts: [{ reason: verdict.reason, mappings: [mapping] }] };
  }
  return {
    mapping,
    doubts: decision.doubts.map(({ reason, other }) => ({
      reason,
      mappings: other ? [mapping, other] : [mapping],
    })),
  };
}
