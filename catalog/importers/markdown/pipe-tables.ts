import type {
  BlockContext,
  Element,
  LeafBlock,
  LeafBlockParser,
  Line,
  MarkdownConfig,
} from "@lezer/markdown";
import { isOnlyTag } from "./html-blocks.ts";
import { isLazy, isListItem } from "./lazy-lines.ts";

/**
 * Pipe tables as GitHub reads them, with a node for every cell. The parser's own extension has none for empty cells,
 * takes a line below a table for the underline of a heading, and finds no table below a paragraph with a bar in it.
 */
export const pipeTables: MarkdownConfig = {
  defineNodes: [{ name: "Table", block: true }, "TableRow", "TableCell"],
  parseBlock: [{ name: "Table", before: "SetextHeading", leaf: () => new PipeTable() }],
};

/** Reads a paragraph whose last line turns out to be the header of a table, and the rows of that table. */
class PipeTable implements LeafBlockParser {
  /** Header and rows; empty until the delimiter row. */
  readonly #rows: Element[] = [];
  /** The marks of quotes in the lines before the delimiter row. */
  readonly #marks: Element[] = [];
  /** Whether the previous line is indented like code, which no header is. */
  #isIndented = false;

  nextLine(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
    const text = line.text.slice(line.pos);
    const isIndented = line.indent >= line.baseIndent + 4;
    const isOutside = isIndented || isLazy(cx, line);
    if (this.#rows.length > 0) {
      if (isOutside || beginsBlock(text)) return this.finish(cx, leaf);
      this.#rows.push(rowOf(cx, text, cx.lineStart + line.pos));
      return false;
    }
    // The paragraph is not looked at for each of its lines, which would copy it as often.
    const mayDelimit = !isOutside && !this.#isIndented && delimiters.test(text);
    const header = mayDelimit
      ? leaf.content.slice(leaf.content.lastIndexOf("\n") + 1).replace(/^[ \t]+/, "")
      : "";
    if (!mayDelimit || !isDelimiterRow(text, header)) {
      this.#marks.push(...line.markers);
      this.#isIndented = isIndented;
      return false;
    }
    this.#rows.push(rowOf(cx, header, leaf.start + leaf.content.length - header.length));
    // From here on it can't become a heading.
    leaf.parsers = [this];
    return false;
  }

  finish(cx: BlockContext, { start, content }: LeafBlock): boolean {
    const [header] = this.#rows;
    if (!header) return false;
    const above = start + content.lastIndexOf("\n", header.from - start);
    if (above > start) {
      const marks = this.#marks.filter(({ to }) => to <= above);
      cx.addElement(cx.elt("Paragraph", start, above, marks));
    }
    cx.addElement(cx.elt("Table", header.from, start + content.length, this.#rows));
    return true;
  }
}

/** Whether a line begins another block below a table, although it would continue a paragraph. */
function beginsBlock(line: string): boolean {
  return /^(?:-[ \t]*){3,}$/.test(line) || isListItem(line) || isOnlyTag(line);
}

/** Matches a line of bars, colons and dashes that can be a delimiter row. */
const delimiters = /^(?=.*[|:])\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Whether a line that can be a delimiter row is that of a table with this header. */
function isDelimiterRow(line: string, header: string): boolean {
  const [wanted, found] = [cellsIn(header).length, cellsIn(line).length];
  if (wanted === found) return header.trimEnd() !== "|";
  // Markdown wants as many cells as the header has. Authors expect a table all the same, unless the line is far too short.
  return wanted >= 2 && line.includes("|") && line.trimEnd().length > 2 * wanted;
}

function rowOf(cx: BlockContext, text: string, start: number): Element {
  const cells = cellsIn(text).map(({ from, to }) => cx.elt("TableCell", start + from, start + to));
  return cx.elt("TableRow", start, start + text.length, cells);
}

/** Returns the ranges of the cells of a row without the blanks around them; an empty cell is at the bar before it. */
function cellsIn(row: string): { from: number; to: number }[] {
  const cells = [...row.matchAll(/\|?(?:\\[\\|]|[^|])+|\|/g)].map(({ 0: cell, index }) => {
    const before = /^\|?[ \t]*/.exec(cell)?.[0].length ?? 0;
    if (before === cell.length) return { from: index, to: index };
    return { from: index + before, to: index + cell.replace(/[ \t]+$/, "").length };
  });
  const last = cells.at(-1);
  if (last && last.from === last.to && cells.length > 1) cells.pop();
  return cells;
}
