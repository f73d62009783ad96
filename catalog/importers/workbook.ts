import { strFromU8, unzip } from "fflate";
import readSheets from "read-excel-file/universal";
import type { LocalizedText } from "../text/localized-text.ts";
import type { DocumentTables } from "./formats/document-format.ts";
import type { Cell, Table, TableRow } from "./table.ts";

/** In bytes, of all parts of a workbook once they are unpacked. */
const maximumUnpacked = 100_000_000;

const unreadable: LocalizedText = {
  en: "The workbook cannot be read: it is damaged, or protected by a password.",
  "zh-CN": "无法读取工作簿：文件已损坏，或受密码保护。",
};

const tooLarge: LocalizedText = {
  en: "The workbook is too large to be read.",
  "zh-CN": "工作簿过大，无法读取。",
};

/**
 * Reads the sheets of a workbook. Positions are those in a text that has a line for each row, and tabs between its cells:
 * the lines of the first sheet have the numbers of its rows.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<DocumentTables> {
  const failed = (reason: LocalizedText) => ({ tables: [], problems: [{ start: 0, reason }] });
  if (unpackedSize(bytes) > maximumUnpacked) return failed(tooLarge);
  const sheetTexts = await textsOfSheets(bytes).catch(() => []);
  if (sheetTexts.some(hasTooManyCells)) return failed(tooLarge);
  // A buffer of Node is part of a larger one, and so are its slices.
  const { buffer } = new Uint8Array(bytes);
  // The library throws errors of its own and of others for what is no workbook.
  const sheets = await readSheets(buffer).catch(() => undefined);
  if (!sheets) return failed(unreadable);
  const writer = new TextWriter();
  const tables = sheets.map(({ sheet, data }) => writer.table(sheet, data));
  return { tables: tables.filter(({ rows }) => rows.length > 0), problems: [], text: writer.text };
}

/**
 * Returns how large the parts of a ZIP archive say they are. More than a part says is not unpacked: the library gives it
 * that much room.
 */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [entry, sizeAt, headerLength] = [0x02014b50, 24, 46];
  let size = 0;
  for (
    let at = directoryOf(view);
    at + headerLength <= view.byteLength && view.getUint32(at, true) === entry;
  ) {
    size += view.getUint32(at + sizeAt, true);
    at +=
      headerLength +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return size;
}

/** How many rows and columns of a sheet are read. The library gives each row as many cells as the widest one has. */
const [maximumRows, maximumColumns] = [100_000, 200];

/** Whether a sheet, in XML, has more cells than a table of codes would have. */
function hasTooManyCells(sheet: string): boolean {
  for (const [, letters = "", digits = ""] of sheet.matchAll(/\br\s*=\s*["']([A-Za-z]*)(\d+)["']/g))
    if (columnOf(letters) > maximumColumns || Number(digits) > maximumRows) return true;
  return false;
}

/** Returns the number of a column: 1 for `A`, 27 for `AA`. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Unpacks the sheets of a workbook. */
function textsOfSheets(bytes: Uint8Array): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const isSheet = ({ name }: { name: string }) => /worksheets\/[^/]*\.xml$/i.test(name);
    unzip(bytes, { filter: isSheet }, (error, files) => {
      if (error) reject(error);
      else resolve(Object.values(files).map((file) => strFromU8(file)));
    });
  });
}

/** Returns where the directory of an archive starts; its end if there is none. */
function directoryOf(view: DataView): number {
  const [end, endLength, longestComment] = [0x06054b50, 22, 65_535];
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at--)
    if (view.getUint32(at, true) === end) return view.getUint32(at + 16, true);
  return view.byteLength;
}

/** Writes rows as lines of a text. */
class TextWriter {
  readonly #parts: string[] = [];
  #length = 0;

  get text(): string {
    return this.#parts.join("");
  }

  /** Returns the table of a sheet below its first row that has several cells. */
  table(section: string, data: readonly (readonly unknown[])[]): Table {
    const rows = data.map((row) => this.#row(row.map(written)));
    const isWide = ({ cells }: TableRow) => cells.filter(({ text }) => text !== "").length > 1;
    const header = Math.max(0, rows.findIndex(isWide));
    const below = rows.slice(header + 1).filter(({ cells }) => cells.some(({ text }) => text !== ""));
    return {
      start: rows[header]?.start ?? 0,
      section,
      path: [],
      header: rows[header]?.cells.map(({ text }) => text) ?? [],
      rows: below,
      isWhole: true,
    };
  }

  #row(texts: readonly string[]): TableRow {
    const start = this.#length;
    const cells = texts.map((text, index): Cell => {
      const at = this.#length;
      this.#add(text.replace(/\s+/g, " "));
      const cell = { text, start: at, end: this.#length };
      this.#add(index < texts.length - 1 ? "\t" : "");
      return cell;
    });
    this.#add("\n");
    return { cells, start };
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

function written(value: unknown): string {
  return value === null || value === undefined ? "" : String(value).trim();
}
