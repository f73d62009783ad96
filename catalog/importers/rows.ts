import { codesIn, isCodeOfWords, isNothing, statusesIn } from "./cells.ts";
import { headingText, standsAsHeading } from "./headings.ts";
import type { ColumnMapping, ImportedRow, Skipped, Span } from "./imported.ts";
import type { Lines } from "./lines.ts";
import type { Cell, Table, TableRow } from "./table.ts";

/** Where a table stands among the others, and the document around it. */
export interface TablePlace {
  source: string;
  lines: Lines;
  table: number;
}

/** Reads a table's rows by a mapping of its columns. */
export function rowsOf(
  table: Table,
  mapping: ColumnMapping,
  place: TablePlace,
): { rows: ImportedRow[]; skipped: Skipped[] } {
  const rows: ImportedRow[] = [];
  const skipped: Skipped[] = [];
  let section = table.section;
  for (const row of table.rows) {
    const line = place.lines.lineAt(row.start);
    const heading = row.heading ?? headingAcross(row);
    const cell = row.cells[mapping.code];
    const codes = cell ? codesOf(cell) : [];
    if (heading !== undefined) section = heading;
    else if (cell && codes.length > 0) {
      const beside = readBeside(row, mapping);
      const inLines = codes.length > 1 && cell.text.split("\n").length === codes.length;
      for (const [index, code] of codes.entries()) {
        const own = inLines ? lineOf(beside, index, codes.length) : beside;
        rows.push({ code, ...own, section, table: place.table, line, span: spanOf(code, cell, place) });
      }
    } else if (row.cells.some((other) => other.text !== "")) {
      const reason = cell && !isNothing(cell.text) ? `no error code: “${cell.text}”` : "no error code";
      skipped.push({ kind: "row", table: place.table, line, section, reason });
    }
  }
  return { rows, skipped };
}

function codesOf({ text }: Cell): string[] {
  const codes = codesIn(text);
  return codes.length === 0 && isCodeOfWords(text) ? [text] : codes;
}

/** Where each text beside several codes has one line for each of them: the lines of one code. */
function lineOf(beside: Beside, index: number, count: number): Beside {
  const texts = (["message", "description", "cause", "fix"] as const).flatMap((role) => {
    const lines = beside[role]?.split("\n");
    return lines ? [{ role, lines }] : [];
  });
  // A text of as many lines by chance, such as a list of remedies, stands beside others that aren't.
  if (texts.some(({ lines }) => lines.length !== count)) return beside;
  return { ...beside, ...Object.fromEntries(texts.map(({ role, lines }) => [role, lines[index]])) };
}

/** A row with one text all across, which isn't a code, names the rows below it. */
function headingAcross(row: TableRow): string | undefined {
  const filled = new Set(row.cells.map((cell) => cell.text).filter((text) => text !== ""));
  const [text] = filled;
  if (filled.size !== 1 || row.cells.length < 2 || text === undefined || codesIn(text).length > 0)
    return undefined;
  if (row.cells[0]?.text !== text) return undefined;
  return standsAsHeading(text) ? headingText(text) : undefined;
}

type Beside = Pick<ImportedRow, "httpStatus" | "message" | "description" | "cause" | "fix">;

function readBeside(row: TableRow, mapping: ColumnMapping): Beside {
  const beside: Beside = { httpStatus: [] };
  if (mapping.httpStatus !== undefined)
    beside.httpStatus = statusesIn(row.cells[mapping.httpStatus]?.text ?? "") ?? [];
  for (const role of ["message", "description", "cause", "fix"] as const) {
    const index = mapping[role];
    const text = index === undefined ? "" : (row.cells[index]?.text ?? "");
    if (!isNothing(text)) beside[role] = text;
  }
  return beside;
}

/** Finds the code in its cell as the document spells it: with escapes, or, failing that, all of the cell's first line. */
function spanOf(code: string, cell: Cell, place: TablePlace): Span {
  const written = place.source.slice(cell.start, cell.end);
  const spelling = [...code].map((character) => `\\\\?${character.replace(/[^\w]/g, "\\$&")}`).join("");
  const found =
    new RegExp(`(?<![\\w.])${spelling}(?![\\w.])`).exec(written) ?? new RegExp(spelling).exec(written);
  if (found) return place.lines.span(cell.start + found.index, cell.start + found.index + found[0].length);
  const lead = /^\s*/.exec(written)?.[0].length ?? 0;
  const rest = /^[^\r\n]*/.exec(written.slice(lead))?.[0].trimEnd() ?? "";
  return place.lines.span(cell.start + lead, cell.start + lead + rest.length);
}
