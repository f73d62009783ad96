import { readDocument } from "../../catalog/importers/documents.ts";
import type { ImportedRow } from "../../catalog/importers/imported.ts";
import { isOwnFormat } from "../../catalog/importers/yaml-catalog.ts";
import { atOnce } from "../../catalog/model/slices.ts";
import type { Edit } from "./edit.ts";
import { addToList } from "./listing.ts";

/** A row that is added to a catalog, and the part of its text that is to be written next. */
export interface NewRow {
  edit: Edit;
  /** The summary in the text of the edit. */
  summary: string | undefined;
}

/** Returns whether rows can be added to a catalog with a name and text: in our own format, or a document in Markdown. */
export function canAddRows(path: string, text: string): boolean {
  return isOwnFormat(path, text) || isMarkdown(path);
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|mdx)$/i.test(path);
}

/** Returns the row that adds a code to a catalog; undefined if its text has errors, or no table to add it to. */
export function newRowIn(
  path: string,
  text: string,
  code: string,
  summary: string | undefined,
): NewRow | undefined {
  if (isOwnFormat(path, text)) {
    const edit = addToList(text, ["entries"], { code, ...(summary === undefined ? {} : { summary }) });
    return edit && { edit, summary };
  }
  return isMarkdown(path) ? newTableRow(path, text, code, summary ?? "") : undefined;
}

/** Adds a row below the last one of the last table of codes, with the code and the text in its own columns. */
function newTableRow(path: string, text: string, code: string, summary: string): NewRow | undefined {
  const { rows = [] } = atOnce(readDocument(text, path)) ?? {};
  const lines = text.split("\n");
  const last = rows.findLast(({ line }) => isTableRow(lines[line] ?? ""));
  const line = last && (lines[last.line] ?? "").replace(/\r$/, "");
  if (!last || line === undefined || !/^[\w.:/-]+$/.test(code)) return undefined;
  const cells = cellsOf(line);
  const start = lines.slice(0, last.line).reduce((sum, one) => sum + one.length + 1, 0);
  const codeCell = cells.findIndex(({ from, to }) => from <= last.span.start && last.span.end <= to);
  if (codeCell < 0) return undefined;
  const textCell = textCellOf(cells, codeCell, last);
  // The columns of some tables are padded to one width.
  const above = cellsOf((lines[last.line - 1] ?? "").replace(/\r$/, ""));
  const isAligned = above.length === cells.length && above.every(({ to }, index) => to === cells[index]?.to);
  const written = cells.map(({ text: cell }, index) => {
    const wrapped = /^\s*(`?).*?\1\s*$/.exec(cell)?.[1] ?? "";
    const content = index === codeCell ? `${wrapped}${code}${wrapped}` : index === textCell ? summary : "";
    return ` ${content} `.padEnd(isAligned ? cell.length : 0);
  });
  const [lead = ""] = /^\s*\|?/.exec(line) ?? [];
  const row = `${lead}${written.join("|")}${/\|\s*$/.test(line) ? "|" : ""}`;
  const end = start + line.length;
  return {
    edit: { start: end, end, text: `\n${row.trimEnd()}` },
    summary: textCell < 0 ? undefined : summary,
  };
}

function isTableRow(line: string): boolean {
  return cellsOf(line).length > 1;
}

/** A cell of a line of a table, and its columns in UTF-16 units. */
interface LineCell {
  text: string;
  from: number;
  to: number;
}

/** Returns the cells between the bars of a line. */
function cellsOf(line: string): LineCell[] {
  const cells: LineCell[] = [];
  const begin = /^\s*\|?/.exec(line)?.[0].length ?? 0;
  let from = begin;
  for (let at = begin; at <= line.length; at++) {
    if (line.charAt(at) === "\\") at++;
    else if (at === line.length || line.charAt(at) === "|") {
      cells.push({ text: line.slice(from, at), from, to: at });
      from = at + 1;
    }
  }
  const last = cells.at(-1);
  if (last && last.text.trim() === "" && cells.length > 1) cells.pop();
  return cells;
}

/** Returns the index of the cell that says what a code means; -1 if none does. */
function textCellOf(cells: readonly LineCell[], codeCell: number, row: ImportedRow): number {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
  const said = [row.description, row.message, row.cause].flatMap((text) => (text ? plain(text) : []));
  const found = said
    .map((text) => cells.findIndex((cell, index) => index !== codeCell && plain(cell.text) === text))
    .find((index) => index >= 0);
  if (found !== undefined) return found;
  return cells.findLastIndex(({ text }, index) => index !== codeCell && !/^\s*\d{3}\b/.test(text));
}
