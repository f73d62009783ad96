import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { breaksLine, isHtmlElement, tidy } from "./inline-text.ts";
import type { Cell, TableRow } from "./table.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** The header and rows of an HTML table. */
export interface HtmlGrid {
  header: string[];
  rows: TableRow[];
}

/** Returns the offset after the table that starts at `from`, allowing for nested tables; undefined if it is never closed. */
export function endOfTable(source: string, from: number): number | undefined {
  const tags = /<(\/?)table\b[^>]*>/gi;
  tags.lastIndex = from;
  let depth = 0;
  for (let tag = tags.exec(source); tag !== null; tag = tags.exec(source)) {
    depth += tag[1] === "/" ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return undefined;
}

/** How many columns of a table are read: spans can make more of them than anyone could write. */
const maximumColumns = 200;

/** Parses the HTML table at `source.slice(start, end)`; merged cells are repeated in each position that they cover. */
export function readHtmlTable(source: string, start: number, end: number): HtmlGrid {
  const html = source.slice(start, end);
  const fragment = parseFragment(html, { sourceCodeLocationInfo: true });
  const tableRows = elements(fragment.childNodes, "tr").map((row) => ({
    row,
    cells: elements(row.childNodes, "td", "th"),
  }));
  const rows: TableRow[] = [];
  const pending: { cell: Cell; left: number }[] = [];
  for (const { row, cells } of tableRows) {
    if (cells.length === 0) continue;
    const ownCells = cells.map((cell) => ({ cell: cellOf(cell, html, start), ...spans(cell) }));
    rows.push({
      cells: withMergedCells(ownCells, pending),
      start: start + (row.sourceCodeLocation?.startOffset ?? 0),
    });
  }
  const written = tableRows.filter(({ cells }) => cells.length > 0);
  const [first] = written;
  if (!first?.cells.every((cell) => cell.tagName === "th" || isIn(cell, "thead")))
    return { header: [], rows };
  // A header of several rows stands in an element of its own, or spans rows.
  const isHeader = ({ cells }: { cells: Element[] }) => cells.every((cell) => isIn(cell, "thead"));
  const inHead = written.findIndex((row) => !isHeader(row));
  const spanned = Math.max(...first.cells.map((cell) => spans(cell).down));
  const areHeaders = written
    .slice(0, spanned)
    .every(({ cells }) => cells.every((cell) => cell.tagName === "th"));
  const count = Math.min(Math.max(1, inHead < 0 ? 1 : inHead, areHeaders ? spanned : 1), rows.length);
  return { header: joinedHeader(rows.splice(0, count)), rows };
}

/** Joins the texts of a header of several rows in each column. */
function joinedHeader(rows: readonly TableRow[]): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, index) => {
    const texts = new Set(rows.map(({ cells }) => cells[index]?.text ?? "").filter((text) => text !== ""));
    return [...texts].join(" ");
  });
}

/** Returns the depth and text of the headings in HTML between Markdown blocks. */
export function htmlHeadings(html: string): { depth: number; text: string }[] {
  return elements(parseFragment(html).childNodes, "h1", "h2", "h3", "h4", "h5", "h6").map((heading) => ({
    depth: Number(heading.tagName[1]),
    text: tidy(heading.childNodes.map((node) => textOf(node, html)).join("")),
  }));
}

/** Returns the cells of a row with those repeated that span several columns, or that reach into it from rows above. */
function withMergedCells(
  ownCells: { cell: Cell; across: number; down: number }[],
  pending: { cell: Cell; left: number }[],
) {
  const cells: Cell[] = [];
  const fillFromAbove = () => {
    for (
      let above = pending[cells.length];
      above !== undefined && above.left > 0;
      above = pending[cells.length]
    ) {
      above.left -= 1;
      cells.push(above.cell);
    }
  };
  for (const { cell, across, down } of ownCells) {
    fillFromAbove();
    for (let copy = 0; copy < across && cells.length < maximumColumns; copy += 1) {
      pending[cells.length] = { cell, left: down - 1 };
      cells.push(cell);
    }
  }
  fillFromAbove();
  return cells;
}

function spans(cell: Element): { across: number; down: number } {
  const span = (name: string) => {
    const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value);
    return Number.isInteger(value) && value > 0 ? Math.min(value, 1000) : 1;
  };
  return { across: span("colspan"), down: span("rowspan") };
}

function cellOf(cell: Element, html: string, base: number): Cell {
  const at = cell.sourceCodeLocation;
  const start = at?.startTag?.endOffset ?? at?.startOffset ?? 0;
  const end = at?.endTag?.startOffset ?? at?.endOffset ?? start;
  const text = tidy(cell.childNodes.map((node) => textOf(node, html)).join(""));
  return { text: withoutMarkdown(text), start: base + start, end: base + end };
}

/** Markdown inside an HTML table isn't parsed, but authors leave code marks and escapes in it. */
function withoutMarkdown(text: string): string {
  return text.replace(/`([^`\n]+)`/g, "$1").replace(/\\([_*<>|[\]])/g, "$1");
}

export function textOf(node: Node, html: string): string {
  if (node.nodeName === "#text" && "value" in node) return node.value.replace(/\s+/g, " ");
  if (!("tagName" in node)) return "";
  const inside = node.childNodes.map((child) => textOf(child, html)).join("");
  if (breaksLine(node.tagName)) return `\n${inside}\n`;
  if (isHtmlElement(node.tagName)) return inside;
  const tag = node.sourceCodeLocation?.startTag;
  return tag ? html.slice(tag.startOffset, tag.endOffset) + inside : inside;
}

function isIn(node: Element, name: string): boolean {
  for (let parent = node.parentNode; parent && "tagName" in parent; parent = parent.parentNode) {
    if (parent.tagName === name) return true;
  }
  return false;
}

/** Returns the outermost elements with one of these names. */
function elements(nodes: readonly Node[], ...names: string[]): Element[] {
  return nodes.flatMap((node) => {
    if (!("tagName" in node)) return [];
    return names.includes(node.tagName) ? [node] : elements(node.childNodes, ...names);
  });
}
