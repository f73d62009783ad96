import { atOnce, type Slices } from "../../model/slices.ts";
import { fencedExamples } from "../fenced-examples.ts";
import { HeadingPath, headingText, standsAsHeading } from "../headings.ts";
import { endOfTable, htmlHeadings, readHtmlTable } from "../html-tables.ts";
import { tidy } from "../inline-text.ts";
import { moved } from "../moved-tables.ts";
import { recordTables } from "../records.ts";
import type { Table, TableRow } from "../table.ts";
import { markdownBlocks, type Node, type Tree } from "./blocks.ts";
import { titleIn, withBlanks } from "./front-matter.ts";
import { type Inline, InlineMarkdown, textOf } from "./inline.ts";
import { LinkLabels } from "./links.ts";
import { type MarkdownSource, markdownOutline } from "./outline.ts";

/** Parses every table of a Markdown document, pipe tables and HTML tables, in document order. */
export function markdownTables(source: string): Table[] {
  return atOnce(readMarkdownTables(source));
}

/** Does the same in slices: a table can have tens of thousands of rows. */
export function* readMarkdownTables(source: string): Slices<Table[]> {
  const text = withBlanks(source.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd"));
  const tree = yield* markdownBlocks(text);
  const reader = new TableReader(text, tree, titleIn(source));
  yield* reader.read(tree.topNode);
  const outline = yield* markdownOutline(tree.topNode, reader.source);
  const described = yield* recordTables(outline, reader.title);
  const examples = fencedExamples(outline, reader.title);
  const tables = [...reader.tables, ...described, ...examples].sort((one, other) => one.start - other.start);
  return text.length === source.length ? tables : moved(tables, text, source);
}

/** Returns the labels of all link references that a document defines. */
function definedLabels(tree: Tree, text: string): LinkLabels {
  const labels = new LinkLabels();
  if (!text.includes("]:")) return labels;
  tree.iterate({
    enter({ name, from, to }) {
      if (name === "LinkLabel") labels.add(text.slice(from + 1, to - 1));
    },
  });
  return labels;
}

class TableReader {
  readonly tables: Table[] = [];
  /** The title of the document, which stands above all its headings. */
  readonly title: string;
  readonly #text: string;
  readonly #inline: InlineMarkdown;
  readonly #hasNoHeadings: boolean;
  readonly #headings = new HeadingPath();
  /** The paragraph directly before the current node. */
  #previousParagraph: Node | undefined;
  /** HTML tables that contain empty lines are split into several nodes: nodes that start before this offset are done. */
  #readUpTo = 0;

  constructor(text: string, tree: Tree, title: string) {
    this.title = title;
    if (title) this.#headings.open(0, title);
    this.#text = text;
    this.#inline = new InlineMarkdown(definedLabels(tree, text));
    this.#hasNoHeadings = !children(tree.topNode).some((node) => headingDepth(node) !== undefined);
  }

  /** What is needed of the document to read its outline. */
  get source(): MarkdownSource {
    const partsOf = (markdown: string) => this.#inline.parts(markdown);
    return { text: this.#text, contentOf: (node) => this.#content(node), partsOf };
  }

  *read(parent: Node): Slices<void> {
    for (const node of children(parent)) {
      if (node.from < this.#readUpTo) continue;
      const depth = headingDepth(node);
      if (depth !== undefined) this.#headings.open(depth, this.#inline.text(this.#content(node)));
      if (node.name === "Table") yield* this.#readPipes(node);
      if (node.name === "HTMLBlock") this.#readHtml(node.from, node.to);
      // An anchor before `<table>` on the same line turns both into a paragraph.
      const tableTag = node.name === "Paragraph" ? this.#tableTag(node) : undefined;
      if (tableTag !== undefined) this.#readHtml(tableTag, node.to);
      this.#previousParagraph = node.name === "Paragraph" ? node : undefined;
      if (/^(?:BulletList|OrderedList|ListItem|Blockquote)$/.test(node.name)) yield* this.read(node);
    }
  }

  /** Returns the inline Markdown of a block, at the same length: marks of its containers and its own become blanks. */
  #content(node: Node): string {
    const end = node.name.startsWith("Setext") ? this.#text.lastIndexOf("\n", node.to - 1) : node.to;
    const marks = [...node.getChildren("QuoteMark"), ...node.getChildren("HeaderMark")];
    const parts: string[] = [];
    let at = node.from;
    for (const { from, to } of marks.sort((a, b) => a.from - b.from)) {
      if (from < at || to > end) continue;
      parts.push(this.#text.slice(at, from), " ".repeat(to - from));
      at = to;
    }
    return parts.join("") + this.#text.slice(at, end);
  }

  #tableTag(paragraph: Node): number | undefined {
    const content = this.#content(paragraph);
    if (!/<table\b/i.test(content)) return undefined;
    const tag = this.#inline.parts(content).find(({ name, from, to }) => {
      return name === "HTMLTag" && /^<table\b/i.test(content.slice(from, to));
    });
    return tag && paragraph.from + tag.from;
  }

  *#readPipes(node: Node): Slices<void> {
    let table: Table = {
      start: node.from,
      header: [],
      rows: [],
      ...this.#sectionBelow(this.#bareHeading(node)),
    };
    const read = [table];
    const rows: TableRow[] = [];
    for (const row of node.getChildren("TableRow")) {
      rows.push(this.#row(row));
      yield;
    }
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
    for (const each of read) this.tables.push(each);
  }

  #row(node: Node): TableRow {
    const cells = node.getChildren("TableCell").map(({ from, to }) => {
      // In a cell, a bar is escaped in code too.
      const markdown = this.#text.slice(from, to).replaceAll("\\|", "|");
      return { text: tidy(this.#inline.text(markdown)), start: from, end: to };
    });
    const row = { cells, start: node.from };
    const line = this.#text.slice(node.from, node.to);
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
  #bareHeading(table: Node | undefined): string | undefined {
    const paragraph = this.#previousParagraph;
    if (paragraph === undefined) return undefined;
    const content = this.#content(paragraph);
    const line = content.split("\n").at(-1) ?? "";
    const isAdjacent = table !== undefined && lineBreaks(this.#text.slice(paragraph.to, table.from)) === 1;
    const parts = this.#inline.parts(content);
    const isBold = parts.every((part) => part.name === "StrongEmphasis" || isPunctuation(part));
    if (!isAdjacent && !isBold && !this.#hasNoHeadings) return undefined;
    const text = tidy(textOf(parts)).split("\n").at(-1) ?? "";
    return standsAsHeading(line.replace(/[*_]{2}/g, "")) ? headingText(text) : undefined;
  }
}

/** Returns the children of a node, without the marks of lists and quotes. */
function children(parent: Node): Node[] {
  const found: Node[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (!node.name.endsWith("Mark")) found.push(node);
  return found;
}

function headingDepth({ name }: Node): number | undefined {
  const depth = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
  return depth === undefined ? undefined : Number(depth);
}

function lineBreaks(text: string): number {
  return text.split("\n").length - 1;
}

function isPunctuation({ name, text }: Inline): boolean {
  return /^(?:Text|Escape|Entity)$/.test(name) && /^[\s:：]*$/.test(text);
}

function isDelimiter(row: TableRow): boolean {
  return row.cells.length > 0 && row.cells.every((cell) => /^:?-+:?$/.test(cell.text));
}

function texts(row: TableRow): string[] {
  return row.cells.map((cell) => cell.text);
}
