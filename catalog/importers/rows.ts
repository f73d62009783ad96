import type { Slices } from "../model/slices.ts";
import { codesIn, isCodeOfWords, isNothing, statusesIn } from "./cells.ts";
import { headingText, standsAsHeading } from "./headings.ts";
import type { ColumnMapping, ImportedRow, Skipped, Span } from "./imported.ts";
import type { Lines } from "./lines.ts";
import type { Cell, Table, TableRow } from "./table.ts";

/** The document of a table, and the zero-based index of the table in it. */
export interface TablePlace {
  source: string;
  lines: Lines;
  table: number;
}

/** Converts the rows of a table by a mapping of its columns. */
export function* rowsOf(
  table: Table,
  mapping: ColumnMapping,
  place: TablePlace,
): Slices<{ rows: ImportedRow[]; skipped: Skipped[] }> {
  const rows: ImportedRow[] = [];
  const skipped: Skipped[] = [];
  let section = table.section;
  const areNumbers = holdsNumbers(table, mapping.code);
  for (const row of table.rows) {
    yield;
    const line = place.lines.lineAt(row.start);
    const heading = row.heading ?? headingAcross(row, areNumbers);
    const cell = row.cells[mapping.code];
    const codes = cell ? codesOf(cell) : [];
    if (heading !== undefined) section = heading;
    else if (cell && codes.length > 0) {
      const details = detailsOf(row, mapping);
      const isLinePerCode = codes.length > 1 && cell.text.split("\n").length === codes.length;
      const detailsOnLines = isLinePerCode ? detailsByLine(details, codes.length) : undefined;
      const spans = new CodeSpans(cell, place);
      for (const [index, code] of codes.entries()) {
        const ownDetails = detailsOnLines?.[index] ?? details;
        rows.push({ code, ...ownDetails, section, table: place.table, line, span: spans.spanOf(code) });
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

/** If every text beside several codes has one line for each code, returns the lines of each code; undefined otherwise. */
function detailsByLine(details: RowDetails, count: number): RowDetails[] | undefined {
  const texts = (["message", "description", "cause", "fix"] as const).flatMap((role) => {
    const lines = details[role]?.split("\n");
    return lines ? [{ role, lines }] : [];
  });
  // A text, such as a list of remedies, may have that many lines by chance; then the other texts do not.
  if (texts.some(({ lines }) => lines.length !== count)) return undefined;
  return Array.from({ length: count }, (_, index) => ({
    ...details,
    ...Object.fromEntries(texts.map(({ role, lines }) => [role, lines[index]])),
  }));
}

/** Whether the codes of a table are numbers. */
function holdsNumbers({ rows }: Table, column: number): boolean {
  const cells = rows.flatMap(({ cells }) => cells[column]?.text || []);
  return cells.filter((text) => /^[-+]?\d+$/.test(text)).length > cells.length * 0.8;
}

/**
 * Returns the text of a row that has only one text, which isn't a code: a heading for the rows below it. Among numbers, a
 * word is none.
 */
function headingAcross(row: TableRow, areNumbers: boolean): string | undefined {
  const filled = new Set(row.cells.map((cell) => cell.text).filter((text) => text !== ""));
  const [text] = filled;
  if (filled.size !== 1 || row.cells.length < 2 || text === undefined) return undefined;
  if (codesIn(text).length > 0 && !(areNumbers && !/\d/.test(text))) return undefined;
  if (row.cells[0]?.text !== text) return undefined;
  const bare = text.replace(/^\*\*(.*)\*\*$/, "$1");
  return standsAsHeading(bare) ? headingText(bare) : undefined;
}

/** The cells of a row other than the code. */
type RowDetails = Pick<
  ImportedRow,
  "name" | "httpStatus" | "message" | "description" | "cause" | "fix" | "wrongStatus"
>;

function detailsOf(row: TableRow, mapping: ColumnMapping): RowDetails {
  const details: RowDetails = { httpStatus: [] };
  const status = mapping.httpStatus === undefined ? undefined : row.cells[mapping.httpStatus];
  if (status) {
    details.httpStatus = statusesIn(status.text) ?? [];
    const isNumber = details.httpStatus.length === 0 && /^\d+$/.test(status.text);
    // Zero often stands for a status that the document leaves open.
    if (isNumber && Number(status.text) > 0) details.wrongStatus = status;
  }
  for (const role of ["name", "message", "description", "cause", "fix"] as const) {
    const index = mapping[role];
    const text = index === undefined ? "" : (row.cells[index]?.text ?? "");
    if (!isNothing(text)) details[role] = text;
  }
  // A number is no name of itself.
  if (details.name === row.cells[mapping.code]?.text) delete details.name;
  return details;
}

/** Finds the codes of one cell in the document, in the order in which the cell lists them. */
class CodeSpans {
  readonly #cell: Cell;
  readonly #place: TablePlace;
  readonly #written: string;
  /** The offset in the cell behind the code that was found last: the next one is most likely behind it. */
  #next = 0;

  constructor(cell: Cell, place: TablePlace) {
    this.#cell = cell;
    this.#place = place;
    this.#written = place.source.slice(cell.start, cell.end);
  }

  /** Returns the span of a code, possibly with escapes; if it isn't found, the first line of the cell. */
  spanOf(code: string): Span {
    const found = this.#written.includes("\\") ? this.#findEscaped(code) : this.#findPlain(code);
    const { lines } = this.#place;
    const { start } = this.#cell;
    if (found) {
      this.#next = found.index + found.length;
      return lines.span(start + found.index, start + this.#next);
    }
    const lead = /^\s*/.exec(this.#written)?.[0].length ?? 0;
    const rest = /^[^\r\n]*/.exec(this.#written.slice(lead))?.[0].trimEnd() ?? "";
    return lines.span(start + lead, start + lead + rest.length);
  }

  /** Finds a code as a word, else as a part of one. */
  #findPlain(code: string): Found | undefined {
    const written = this.#written;
    const isWordAt = (index: number) =>
      !/[\w.]/.test(written.charAt(index - 1)) && !/[\w.]/.test(written.charAt(index + code.length));
    for (const from of [this.#next, 0])
      for (let at = written.indexOf(code, from); at >= 0; at = written.indexOf(code, at + 1))
        if (isWordAt(at)) return { index: at, length: code.length };
    const index = written.indexOf(code);
    return index < 0 ? undefined : { index, length: code.length };
  }

  /** Finds a code likewise, with a backslash before any of its characters. */
  #findEscaped(code: string): Found | undefined {
    const spelling = [...code].map((character) => `\\\\?${character.replace(/[^\w]/g, "\\$&")}`).join("");
    const word = new RegExp(`(?<![\\w.])${spelling}(?![\\w.])`, "g");
    word.lastIndex = this.#next;
    // A search that finds nothing begins at the start of the cell the next time.
    const found =
      word.exec(this.#written) ?? word.exec(this.#written) ?? new RegExp(spelling).exec(this.#written);
    return found ? { index: found.index, length: found[0].length } : undefined;
  }
}

/** Where a code stands in a cell. */
interface Found {
  index: number;
  length: number;
}
