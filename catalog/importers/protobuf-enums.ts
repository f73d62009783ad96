import type { Slices } from "../model/slices.ts";
import { type Cell, emptyCell, type Table, type TableRow } from "./table.ts";

/** White space, comments, strings, names, numbers and single signs. */
const tokens =
  /\s+|\/\/[^\r\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*)|"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*'|[\w.]+|[\s\S]/g;

interface Token {
  text: string;
  start: number;
}

/**
 * Returns a table for each enum of a file: name, number and comment of each value. The value 0 whose name ends in
 * `UNSPECIFIED` says that no error is stated, and is left out.
 */
export function* protobufEnums(text: string): Slices<Table[]> {
  const reader = new EnumReader(text);
  for (const { 0: token, index } of text.matchAll(tokens)) {
    reader.read({ text: token, start: index });
    yield;
  }
  return reader.tables;
}

class EnumReader {
  readonly tables: Table[] = [];
  readonly #text: string;
  #words: Token[] = [];
  #comments: Token[] = [];
  /** The enum that is being read, and how many brackets are open in it. */
  #open: { table: Table; depth: number } | undefined;
  #last: { row: TableRow; end: number } | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  read(token: Token): void {
    if (/^\s/.test(token.text)) return;
    if (/^\/[/*]/.test(token.text)) this.#readComment(token);
    else if (token.text === "{") this.#openBlock();
    else if (token.text === "}") this.#closeBlock();
    else if (token.text === ";") this.#endStatement(token);
    else if (this.#words.length < longestStatement) this.#words.push(token);
  }

  #readComment(token: Token): void {
    const before = this.#text.slice(Math.max(0, token.start - 200), token.start);
    const isAlone = /(?:^|[\r\n])[ \t]*$/.test(before);
    // A comment behind a value on its line belongs to it.
    if (!isAlone && this.#last) this.#addComment(this.#last.row, commentText([token]), token);
    else this.#comments.push(token);
  }

  #addComment(row: TableRow, text: string, { start }: Token): void {
    const cell = row.cells[2];
    if (cell && cell.text === "") row.cells[2] = { text, start, end: start + text.length };
  }

  #openBlock(): void {
    const [keyword, name] = this.#words;
    if (this.#open) this.#open.depth += 1;
    else if (keyword?.text === "enum" && name) {
      const comment = commentText(this.#comments);
      const table = {
        start: keyword.start,
        section: name.text,
        path: comment ? [comment] : [],
        header,
        rows: [],
        mapping: { code: 0, description: 2, httpStatus: 3 },
      };
      this.#open = { table, depth: 0 };
    }
    this.#endBlockOrStatement();
  }

  #closeBlock(): void {
    if (this.#open?.depth) this.#open.depth -= 1;
    else if (this.#open) {
      if (speaksOfErrors(this.#open.table)) this.tables.push(this.#open.table);
      this.#open = undefined;
    }
    this.#endBlockOrStatement();
  }

  #endStatement({ start }: Token): void {
    const [name, equals, sign, digits] = this.#words;
    const value = sign?.text === "-" ? digits : sign;
    const isValue =
      this.#open?.depth === 0 &&
      name &&
      equals?.text === "=" &&
      value &&
      /^(?:\d+|0x[\da-f]+)$/i.test(value.text);
    const status = statusIn(this.#words);
    const comment = commentText(this.#comments);
    const at = this.#comments[0]?.start ?? start;
    this.#endBlockOrStatement();
    if (!isValue || !this.#open || (value.text === "0" && /UNSPECIFIED$/.test(name.text))) return;
    const number = {
      text: (sign?.text === "-" ? "-" : "") + value.text,
      start: value.start,
      end: value.start + value.text.length,
    };
    const text = comment ? { text: comment, start: at, end: start } : emptyCell(start);
    const row = { cells: [cellOf(name), number, text, status ?? emptyCell(start)], start: name.start };
    this.#open.table.rows.push(row);
    this.#last = { row, end: start };
  }

  #endBlockOrStatement(): void {
    this.#words = [];
    this.#comments = [];
    this.#last = undefined;
  }
}

const header = ["name", "number", "comment", "status"];

/** Returns the HTTP status that an option of a value states: `[(errors.code) = 404]`. */
function statusIn(words: readonly Token[]): Cell | undefined {
  const at = words.findIndex(
    ({ text }, index) =>
      /(?:^|[._])(?:code|status|http)$/i.test(text) &&
      words[index - 1]?.text === "(" &&
      words[index + 1]?.text === ")" &&
      words[index + 2]?.text === "=",
  );
  const value = at < 0 ? undefined : words[at + 3];
  return value && /^[45]\d\d$/.test(value.text) ? cellOf(value) : undefined;
}

/** In tokens; what is longer is no value of an enum. */
const longestStatement = 100;

/** Whether an enum lists errors: its name, its comment or most of its values say so. */
function speaksOfErrors({ section, path, rows }: Table): boolean {
  if (
    /err|fault|fail|reason|status|code/i.test(section) &&
    /err|fault|fail|reason|exception/i.test([section, ...path].join(" "))
  )
    return true;
  const failing = rows.filter(({ cells }) =>
    /ERR|FAIL|INVALID|NOT_|DENIED|EXCEED|EXPIRED|TIMEOUT|UNAVAILABLE|FORBIDDEN|UNAUTH|CONFLICT|ALREADY|MISSING/i.test(
      cells[0]?.text ?? "",
    ),
  );
  return failing.length * 3 >= rows.length && failing.length > 1;
}

function cellOf({ text, start }: Token): Cell {
  return { text, start, end: start + text.length };
}

/** Returns the text of comments without their signs. */
function commentText(comments: readonly Token[]): string {
  const lines = comments.flatMap(({ text }) => text.replace(/^\/\*+|\*+\/$/g, "").split(/\r\n|\r|\n/));
  return lines
    .map((line) => line.replace(/^\s*(?:\/\/+|\*+)?\s?/, "").trim())
    .filter((line) => line !== "")
    .join("\n");
}
