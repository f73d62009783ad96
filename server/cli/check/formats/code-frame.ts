import { toVisible } from "../../../../catalog/text/visible-text.ts";
import { isPlain, widthOf } from "../../terminal/text-width.ts";

/** A line of code for the terminal, and the line of carets below it. */
export interface CodeFrame {
  code: string;
  marks: string;
}

const tabWidth = 4;
const ellipsis = "…";
/** In columns. */
const minimumWidth = 20;
/** How much of a line on either side of the start of a finding is considered, in UTF-16 units. */
const longestContext = 2000;
/** It is created when it is needed: that takes longer than to find the codes of a file. */
let segmenter: Intl.Segmenter | undefined;

/** A grapheme; `width` is in terminal columns. */
interface Cell {
  text: string;
  width: number;
  isMarked: boolean;
}

/**
 * Formats a line with the span from `start` to `end` marked; offsets are UTF-16 code units. A line wider than `width`
 * columns is cut so that the beginning of the span stays visible together with some context.
 */
export function codeFrameOf(line: string, start: number, end: number, width: number): CodeFrame {
  const near = partAround(line, start, end);
  const cells = fitToWidth(
    cellsOf(near.line, near.start, Math.max(near.end, near.start + 1)),
    Math.max(width, minimumWidth),
  );
  const marks = cells.map((cell) => (cell.isMarked ? "^" : " ").repeat(cell.width)).join("");
  return { code: cells.map(({ text }) => text).join(""), marks: marks.trimEnd() };
}

/** Returns the part of a line that can be shown: dividing a line of megabytes into graphemes would take minutes. */
function partAround(line: string, start: number, end: number): { line: string; start: number; end: number } {
  if (line.length <= 2 * longestContext) return { line, start, end };
  const cut = Math.max(0, start - longestContext);
  const before = cut > 0 ? ellipsis : "";
  const shift = before.length - cut;
  const part = before + line.slice(cut, start + longestContext);
  return { line: part, start: start + shift, end: Math.min(end + shift, part.length) };
}

function graphemesOf(line: string): Iterable<{ segment: string; index: number }> {
  if (isPlain(line.replaceAll("\t", " "))) return Array.from(line, (segment, index) => ({ segment, index }));
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(line);
}

/** Splits a line into cells, without the indentation; a span at the end of the line gets a cell of its own. */
function cellsOf(line: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  for (const { segment, index } of graphemesOf(line)) {
    const text = segment === "\t" ? " ".repeat(tabWidth) : toVisible(segment);
    const isMarked = index < end && index + segment.length > start;
    cells.push({ text, width: widthOf(text), isMarked });
  }
  if (start >= line.length) cells.push({ text: " ", width: 1, isMarked: true });
  const indent = cells.findIndex(({ text }) => text.trim() !== "");
  return cells.slice(
    Math.max(
      0,
      Math.min(
        indent,
        cells.findIndex(({ isMarked }) => isMarked),
      ),
    ),
  );
}

/** Returns the cells that fit into `width` columns: some before the marked ones, then as many as possible. */
function fitToWidth(cells: Cell[], width: number): Cell[] {
  if (widthOfAll(cells) <= width) return cells;
  const dots: Cell = { text: ellipsis, width: 1, isMarked: false };
  const first = cells.findIndex(({ isMarked }) => isMarked);
  const markedWidth = widthOfAll(cells.filter(({ isMarked }) => isMarked));
  // Half of the room that the marked cells leave is for the cells before them.
  let room = Math.max(Math.floor((width - markedWidth) / 2), Math.floor(width / 4)) - 1;
  let from = first;
  while (from > 0 && room >= (cells[from - 1]?.width ?? 0)) room -= cells[--from]?.width ?? 0;
  const shown: Cell[] = from > 0 ? [dots] : [];
  let used = widthOfAll(shown);
  for (const [index, cell] of cells.entries()) {
    if (index < from) continue;
    const isLast = index === cells.length - 1;
    if (used + cell.width > (isLast ? width : width - 1)) return [...shown, dots];
    shown.push(cell);
    used += cell.width;
  }
  return shown;
}

function widthOfAll(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
