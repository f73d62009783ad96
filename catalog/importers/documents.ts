import { atOnce, type Slices } from "../model/slices.ts";
import { localize } from "../text/localized-text.ts";
import { type Column, columnsAmong, withHeader } from "./columns.ts";
import { aboutErrors, classifyTable } from "./error-table.ts";
import type { DocumentFormat, DocumentSource, DocumentTables } from "./formats/document-format.ts";
import { formatOf } from "./formats/index.ts";
import type { ColumnMapping, Doubt, ImportOptions, ImportResult } from "./imported.ts";
import { tidy } from "./inline-text.ts";
import { Lines } from "./lines.ts";
import { decideMapping } from "./mapping.ts";
import { missingColumns } from "./missing-columns.ts";
import { rowsOf, type TablePlace } from "./rows.ts";
import type { Table } from "./table.ts";
import { mappingFor } from "./written-columns.ts";

/** What a document states, and the name of its format. */
export interface ReadDocument extends ImportResult {
  format: string;
}

/**
 * Reads the error codes of a document in any format that is known, which its name and its text tell, in slices; every
 * guess is reported as a doubt. Returns undefined if the format is not known.
 */
export function* readDocument(
  text: string,
  name: string,
  options: ImportOptions = {},
  loaded?: DocumentTables,
): Slices<ReadDocument | undefined> {
  const format = formatOf(name, text);
  return format ? yield* readFormat(text, format, { name, ...options }, loaded) : undefined;
}

/** Reads a document whose format takes a library that answers later; returns undefined for those of other formats. */
export async function loadDocument(
  source: DocumentSource,
  name: string,
): Promise<DocumentTables | undefined> {
  return await formatOf(name, source.text)?.load?.(source);
}

/** Reads a document of a format; `loaded` is what {@link loadDocument} returned. */
export function* readFormat(
  source: string,
  format: DocumentFormat,
  options: ImportOptions = {},
  loaded?: DocumentTables,
): Slices<ReadDocument> {
  const { tables, problems, text = source } = loaded ?? (yield* format.read(source));
  const isNamed = format.isData === true && aboutErrors.test(nameOf(options.name ?? ""));
  const named = isNamed ? tables.map((table): Table => ({ ...table, isNamed })) : tables;
  const result = yield* importTables(named, text, options);
  const lines = new Lines(text);
  for (const { start, reason } of problems)
    result.skipped.push({
      kind: "part",
      table: -1,
      line: lines.lineAt(start),
      section: "",
      reason: localize(reason, "en"),
      localized: reason,
    });
  return { ...result, format: format.name };
}

/** Returns the name of a file without its folders and separators. */
function nameOf(path: string): string {
  return (/[^/\\]*$/.exec(path)?.[0] ?? "").replace(/[-_.]+/g, " ");
}

/** Returns the zero-based line on which each table of a document starts. */
export function tableLines(source: string, name: string, loaded?: DocumentTables): number[] {
  const format = formatOf(name, source);
  if (!format) return [];
  const { tables, text = source } = loaded ?? atOnce(format.read(source));
  const lines = new Lines(text);
  return tables.map(({ start }) => lines.lineAt(start));
}

/** Imports the error codes of tables that were found in `source`, a document of any format. */
function* importTables(
  tables: readonly Table[],
  source: string,
  options: ImportOptions = {},
): Slices<ImportResult> {
  const result: ImportResult = { rows: [], skipped: [], doubts: [], unused: [] };
  const lines = new Lines(source);
  const place = { source, lines };
  const tablesWithHeader = tables.map(printable).map(withHeader);
  const columnsOf = columnsAmong(tablesWithHeader);
  const asked = new Set<string>();
  const possible: PossibleTable[] = [];
  for (const [index, table] of tablesWithHeader.entries()) {
    const at = { table: index, line: lines.lineAt(table.start), section: table.section };
    const columns = yield* columnsOf(table);
    const choice = choose(table, columns, options, index);
    const imported = choice.mapping !== undefined;
    for (const { reason, mappings } of choice.doubts) {
      // One answer serves for all tables with the same header.
      const question = JSON.stringify([reason, table.header]);
      if (!imported || !asked.has(question)) result.doubts.push({ ...at, reason, imported, mappings });
      asked.add(question);
    }
    if (choice.mapping === undefined) {
      if (choice.possible && holdsCodes(columns[choice.possible.code]))
        possible.push({ ...at, content: table, mapping: choice.possible, columns });
      if (table.isImplied && !table.isNamed && !speaksOfErrors(table)) continue;
      result.skipped.push({ kind: "table", ...at, reason: choice.reason });
      continue;
    }
    yield* addTable(result, { ...at, content: table, mapping: choice.mapping, columns }, place);
  }
  // Whoever names a document in which no other table can be meant means that one.
  if (result.rows.length === 0) {
    for (const one of possible) yield* addTable(result, one, place);
    const isRead = ({ table }: { table: number }) => possible.some((one) => one.table === table);
    result.skipped = result.skipped.filter((one) => one.kind !== "table" || !isRead(one));
    result.doubts = result.doubts.map((doubt) => (isRead(doubt) ? { ...doubt, imported: true } : doubt));
  }
  result.skipped.push(...missingColumns(tablesWithHeader, options));
  return result;
}

/** Adds the rows of a table to a result, and what is to be told of them. */
function* addTable(
  result: ImportResult,
  { mapping, columns, content, ...at }: PossibleTable,
  place: Pick<TablePlace, "source" | "lines">,
): Slices<void> {
  const unused = unusedColumns(columns, mapping, content.unspoken);
  if (unused.length > 0) result.unused.push({ ...at, columns: unused });
  const read = yield* rowsOf(content, mapping, { ...place, table: at.table });
  for (const row of read.rows) result.rows.push(row);
  for (const skipped of read.skipped) result.skipped.push(skipped);
}

/** A table that can be read. */
interface PossibleTable {
  table: number;
  line: number;
  section: string;
  content: Table;
  mapping: ColumnMapping;
  columns: readonly Column[];
}

/** Whether a column is headed as one of codes, and holds what looks like them. */
function holdsCodes(column: Column | undefined): boolean {
  return column !== undefined && column.named === "code" && column.code >= 0.9;
}

/** Whether the headings above a list say that it is one of errors; that any other list is not read needs no word. */
function speaksOfErrors({ section, path }: Table): boolean {
  return [section, ...path].some((heading) => aboutErrors.test(heading));
}

/** Returns a table with texts on tidy lines: those of data formats can hold anything. */
function printable(table: Table): Table {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, text: tidy(cell.text) })),
  }));
  return { ...table, section: tidy(table.section), header: table.header.map(tidy), rows };
}

/** Returns the headers of the columns that hold something and have no role; their numbers where they have no header. */
function unusedColumns(
  columns: readonly Column[],
  mapping: ColumnMapping,
  unspoken: readonly number[] = [],
): string[] {
  const used = new Set<number>([...Object.values(mapping), ...unspoken]);
  const unused = columns.filter(({ index, filled }) => filled > 0 && !used.has(index));
  return unused.map(({ header, index }) => header || `${index}`);
}

type Choice = { doubts: Pick<Doubt, "reason" | "mappings">[] } & (
  | { mapping: ColumnMapping }
  | { mapping?: undefined; reason: string; possible?: ColumnMapping }
);

/** Returns the columns to read a table by, or why it isn't read. */
function choose(table: Table, columns: readonly Column[], options: ImportOptions, index: number): Choice {
  const ofTable = options.tables?.[index];
  if (ofTable === "skip") return { reason: "left out by the mapping", doubts: [] };
  const stated = ofTable && mappingFor(ofTable, table.header);
  if (ofTable) {
    return stated && columns[stated.code]
      ? { mapping: stated, doubts: [] }
      : { reason: `there is no column ${ofTable.code}`, doubts: [] };
  }
  const general = options.columns && mappingFor(options.columns, table.header);
  if (table.mapping && !general) {
    const reason = "too little evidence that these are error codes";
    if (table.isDoubtful) return { reason, doubts: [{ reason, mappings: [table.mapping] }] };
    return { mapping: table.mapping, doubts: [] };
  }
  const decision = general ? { mapping: general, doubts: [] } : decideMapping(columns);
  if (!("mapping" in decision)) {
    const { reason, other } = decision;
    return { reason, doubts: other ? [{ reason, mappings: [other] }] : [] };
  }
  const { mapping } = decision;
  const verdict = classifyTable(table, columns, mapping);
  if (verdict.is === "no") return { reason: verdict.reason, doubts: [] };
  // A user who names the columns has stated that these are codes.
  if (verdict.is === "unsure" && !general) {
    const { reason } = verdict;
    return { reason, doubts: [{ reason, mappings: [mapping] }], possible: mapping };
  }
  return {
    mapping,
    doubts: decision.doubts.map(({ reason, other }) => ({
      reason,
      mappings: other ? [mapping, other] : [mapping],
    })),
  };
}
