import type { Paragraph, RootContent, Table as TableNode } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { HeadingPath, headingText, standsAsHeading } from "./headings.ts";
import { endOfTable, htmlHeadings, readHtmlTable } from "./html-tables.ts";
import { inlineText, tidy } from "./inline-text.ts";
import type { Table, TableRow } from "./table.ts";

/** Parses every table of a Markdown document, pipe tables and HTML tables, in document order. */
export function markdownTables(source: string): Table[] {
  const text = withMatchingDelimiters(blankFrontMatter(source));
  const root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const reader = new TableReader(text, !root.children.some((node) => node.type === "heading"));
  reader.read(root.children);
  return reader.tables;
}

/** Front matter would be parsed as a heading, and a byte order mark would shift every offset: both are replaced by blanks. */
function blankFrontMatter(source: string): string {
  return source
    .replace(/^\ufeff/, " ")
    .replace(/^( ?)(---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*)(?=\r?\n|$)/, (_, first: string, matter: string) => {
      return first + matter.replace(/[^\r\n]/g, " ");
    });
}

const delimiterLine = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * A delimiter row with more or fewer cells than the header does not make a table in Markdown, although authors expect
 * one. It is rewritten at the same length, so that offsets stay valid.
 */
function withMatchingDelimiters(text: string): string {
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    const header = lines[index - 1]?.replace(/^[ \t>]+/, "").trimEnd() ?? "";
    const body = line.trimEnd();
    const indent = /^[ \t>]*/.exec(body)?.[0] ?? "";
    if (!body.includes("|") || !header.includes("|") || !delimiterLine.test(body)) continue;
    const wanted = cellCount(header);
    const padding = body.length - indent.length - (wanted * 2 + 1);
    if (wanted === cellCount(body.slice(indent.length)) || wanted < 2 || padding < 0) continue;
    lines[index] = `${indent}${"|-".repeat(wanted)}${"-".repeat(padding)}|${line.slice(body.length)}`;
  }
  return lines.join("\n");
}

function cellCount(row: string): number {
  return row
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/).length;
}

class TableReader {
  readonly tables: Table[] = [];
  readonly #text: string;
  readonly #hasNoHeadings: boolean;
  readonly #headings = new HeadingPath();
  /** The paragraph directly before the current node. */
  #previousParagraph: Paragraph | undefined;
  /** HTML tables that contain empty lines are split into several nodes: nodes that start before this offset are done. */
  #readUpTo = 0;

  constructor(text: string, hasNoHeadings: boolean) {
    this.#text = text;
    this.#hasNoHeadings = hasNoHeadings;
  }

  read(nodes: readonly RootContent[]): void {
    for (const node of nodes) {
      if (startOf(node) < this.#readUpTo) continue;
      if (node.type === "heading") this.#headings.open(node.depth, inlineText(node.children));
      if (node.type === "table") this.#readPipes(node);
      if (node.type === "html" && !node.value.startsWith("<!--")) this.#readHtml(startOf(node), endOf(node));
      // An anchor before `<table>` on the same line turns both into a paragraph.
      const tableTag = node.type === "paragraph" ? node.children.find(isTableTag) : undefined;
      if (tableTag) this.#readHtml(startOf(tableTag), endOf(node));
      this.#previousParagraph = node.type === "paragraph" ? node : undefined;
      if (node.type === "list" || node.type === "listItem" || node.type === "blockquote")
        this.read(node.children);
    }
  }

  #readPipes(node: TableNode): void {
    let table: Table = {
      start: startOf(node),
      header: [],
      rows: [],
      ...this.#sectionBelow(this.#bareHeading(node)),
    };
    const read = [table];
    const rows = node.children.map((row) => this.#row(row));
    for (const [index, row] of rows.entries()) {
      if (index === 0) table.header = texts(row);
      else if (!isDelimiter(row)) table.rows.push(row);
      else {
        // A second table without an empty line before it: the parser treats its header as one more row.
        const header = table.rows.pop();
        const bareHeading = table.rows.at(-1)?.heading === undefined ? undefined : table.rows.pop()?.heading;
        table = {
          start: header?.start ?? row.start,
          header: header ? texts(header) : [],
          rows: [],
          ...this.#sectionBelow(bareHeading),
        };
        read.push(table);
      }
    }
    for (const each of read) each.rows = each.rows.filter((row) => row.heading !== "");
    this.tables.push(...read);
  }

  #row(node: TableNode["children"][number]): TableRow {
    const cells = node.children.map((cell) => {
      const first = cell.children[0];
      const last = cell.children.at(-1);
      const start = first ? startOf(first) : startOf(cell);
      return { text: tidy(inlineText(cell.children)), start, end: last ? endOf(last) : start };
    });
    const row = { cells, start: startOf(node) };
    const line = this.#text.slice(startOf(node), endOf(node));
    if (/(^|[^\\])\|/.test(line)) return row;
    // Text directly below a table is parsed as a row of it: a heading for what follows, or a note to leave out.
    return { ...row, heading: standsAsHeading(line) ? headingText(cells[0]?.text ?? "") : "" };
  }

  #readHtml(start: number, end: number): void {
    let from = start;
    for (;;) {
      const found = this.#text.slice(from, end).search(/<table\b/i);
      for (const heading of htmlHeadings(this.#text.slice(from, found < 0 ? end : from + found))) {
        this.#headings.open(heading.depth, heading.text);
      }
      if (found < 0) return;
      const tableStart = from + found;
      from = endOfTable(this.#text, tableStart) ?? end;
      const grid = readHtmlTable(this.#text, tableStart, from);
      this.tables.push({ start: tableStart, ...grid, ...this.#sectionBelow(this.#bareHeading(undefined)) });
      this.#previousParagraph = undefined;
      this.#readUpTo = from;
      if (from >= end) return;
    }
  }

  /** Returns the section and its path for a table below a bare heading, or below the headings that are open. */
  #sectionBelow(bareHeading: string | undefined): { section: string; path: string[] } {
    const path = this.#headings.texts();
    const section = bareHeading ?? path.pop() ?? "";
    return { section, path };
  }

  /**
   * Returns the line before a table that serves as its heading: the last line of a paragraph directly above a pipe table,
   * or of one all in bold; in a document without headings, of any paragraph.
   */
  #bareHeading(table: TableNode | undefined): string | undefined {
    const paragraph = this.#previousParagraph;
    if (paragraph === undefined) return undefined;
    const line =
      this.#text
        .slice(startOf(paragraph), endOf(paragraph))
        .split(/\r\n|\r|\n/)
        .at(-1) ?? "";
    const isAdjacent = table !== undefined && paragraph.position?.end.line === lineOf(table) - 1;
    const isBold = paragraph.children.every((child) => child.type === "strong" || isPunctuation(child));
    if (!isAdjacent && !isBold && !this.#hasNoHeadings) return undefined;
    const text = tidy(inlineText(paragraph.children)).split("\n").at(-1) ?? "";
    return standsAsHeading(line.replace(/[*_]{2}/g, "")) ? headingText(text) : undefined;
  }
}

function isTableTag(node: { type: string; value?: string }): boolean {
  return node.type === "html" && /^<table\b/i.test(node.value ?? "");
}

function isPunctuation(node: { type: string; value?: string }): boolean {
  return node.type === "text" && /^[\s:：]*$/.test(node.value ?? "");
}

function isDelimiter(row: TableRow): boolean {
  return row.cells.length > 0 && row.cells.every((cell) => /^:?-+:?$/.test(cell.text));
}

function texts(row: TableRow): string[] {
  return row.cells.map((cell) => cell.text);
}

function startOf(
  node: RootContent | TableNode["children"][number] | TableNode["children"][number]["children"][number],
) {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Parameters<typeof startOf>[0]): number {
  return node.position?.end.offset ?? 0;
}

function lineOf(node: TableNode): number {
  return node.position?.start.line ?? 0;
}
