import type { Slices } from "../../model/slices.ts";
import { codeLikeness } from "../cells.ts";
import { roleOf } from "../columns.ts";
import type { Cell, Table, TableRow } from "../table.ts";
import type { DocumentFormat } from "./document-format.ts";

/** Values with commas, semicolons, tabs or bars between them (RFC 4180), below a line of names. */
export const csv: DocumentFormat = {
  name: "CSV",
  isData: true,
  extensions: [".csv", ".tsv", ".tab"],
  *read(text) {
    const table = yield* tableOf(text);
    return { tables: table ? [table] : [], problems: [] };
  },
};

/** What can stand between values. */
const separators = [",", "\t", ";", "|"];

/** How many values of a line are read: no table of codes has more. */
const maximumColumns = 200;

/** How many blanks may stand behind a value in quotes. */
const longestBlank = 100;

/** How many lines are looked at to find the separator. */
const sampleLines = 50;

function* tableOf(text: string): Slices<Table | undefined> {
  const [statement, stated] = /^\ufeff?sep=(.)(?:\r\n|\r|\n|$)/i.exec(text) ?? [];
  const separator = stated ?? separatorOf(text);
  const rows: TableRow[] = [];
  const from = statement?.length ?? (text.startsWith("\ufeff") ? 1 : 0);
  for (const row of rowsIn(text, separator, from)) {
    yield;
    if (row.cells.some((cell) => cell.text !== "") && !isComment(text, row)) rows.push(row);
  }
  const [first, ...rest] = withoutTitle(rows);
  if (!first) return undefined;
  const isHeader = !isRowOfCodes(first, rest);
  return {
    start: first.start,
    section: "",
    path: [],
    header: isHeader ? first.cells.map((cell) => cell.text) : [],
    rows: isHeader ? rest : [first, ...rest],
    isWhole: true,
  };
}

/** Whether the first row states a code, as the rows below it do, rather than the names of columns. */
function isRowOfCodes({ cells }: TableRow, rows: readonly TableRow[]): boolean {
  if (cells.some(({ text }) => roleOf(text) !== undefined && text.split(/\s+/).length <= 4)) return false;
  return cells.some(({ text }, column) => {
    const isNumber = /^[+-]?\d+$/.test(text);
    const isCode = isNumber || codeLikeness(text) >= 0.9;
    const alike = rows.filter(({ cells: others }) => {
      const other = others[column]?.text ?? "";
      return isNumber ? /^[+-]?\d+$/.test(other) : codeLikeness(other) >= 0.9;
    });
    return isCode && rows.length > 0 && alike.length >= rows.length * 0.8;
  });
}

/** Returns the separator that splits the most lines into the same number of values. */
function separatorOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/, sampleLines).map((line) => line.replace(/"[^"]*"/g, ""));
  const scoreOf = (separator: string) => {
    const counts = lines.map((line) => line.split(separator).length).filter((count) => count > 1);
    const [most = 0] = [...Map.groupBy(counts, (count) => count).values()]
      .map(({ length }) => length)
      .sort((a, b) => b - a);
    return most;
  };
  const scored = separators.map((separator) => ({ separator, score: scoreOf(separator) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

function* rowsIn(text: string, separator: string, from: number): Generator<TableRow> {
  let cells: Cell[] = [];
  let start = from;
  for (let at = from; at <= text.length; ) {
    const cell = cellAt(text, at, separator);
    if (cells.length < maximumColumns) cells.push(cell.value);
    at = cell.next;
    const end = text[at];
    if (end === separator) {
      at += 1;
      continue;
    }
    yield { cells, start };
    if (end === undefined) return;
    at += end === "\r" && text[at + 1] === "\n" ? 2 : 1;
    [cells, start] = [[], at];
  }
}

/** Reads a value; `next` is the offset of the separator or line break behind it. */
function cellAt(text: string, start: number, separator: string): { value: Cell; next: number } {
  const quoted = quotedAt(text, start, separator);
  const ends = quoted?.next ?? start;
  const next = endOfValue(text, ends, separator);
  if (quoted) return { value: quoted.value, next };
  const written = text.slice(start, next);
  const lead = written.length - written.trimStart().length;
  const value = written.trim();
  return { value: { text: value, start: start + lead, end: start + lead + value.length }, next };
}

function endOfValue(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === separator || character === "\n" || character === "\r") return at;
  }
  return text.length;
}

/** Reads a value in quotes, in which a quote is written twice; undefined if there is none that ends a value. */
function quotedAt(text: string, start: number, separator: string): { value: Cell; next: number } | undefined {
  const quotes = /[ \t]*"/y;
  quotes.lastIndex = start;
  if (!quotes.test(text)) return undefined;
  const open = quotes.lastIndex;
  for (let close = text.indexOf('"', open); close >= 0; close = text.indexOf('"', close + 2)) {
    if (text[close + 1] === '"') continue;
    // What follows a value in quotes is a separator or the end of the line; else the quote is one of the text.
    const behind = text.slice(close + 1, close + 1 + longestBlank).search(/[^ \t]/);
    const isTab = separator === "\t" && text[close + 1] === "\t";
    const end = isTab ? "\t" : behind < 0 ? undefined : text[close + 1 + behind];
    if (end !== undefined && end !== separator && end !== "\n" && end !== "\r") return undefined;
    const written = text.slice(open, close).replaceAll('""', '"').replace(/\r\n?/g, "\n");
    return { value: { text: written.trim(), start: open, end: close }, next: close + 1 };
  }
  return undefined;
}

function isComment(text: string, { start, cells }: TableRow): boolean {
  return text[start] === "#" && cells.length === 1;
}

/** Leaves out what stands above the names of the columns: lines with a single value, where others have several. */
function withoutTitle(rows: TableRow[]): TableRow[] {
  const widthOf = ({ cells }: TableRow) => cells.filter((cell) => cell.text !== "").length;
  const isTable = rows.filter((row) => widthOf(row) > 1).length * 2 >= rows.length;
  return isTable
    ? rows.slice(
        Math.max(
          0,
          rows.findIndex((row) => widthOf(row) > 1),
        ),
      )
    : rows;
}
