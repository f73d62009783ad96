import stringWidth from "string-width";

/** A line of code as a terminal shows it, and what marks a part of it. */
export interface Frame {
  code: string;
  marks: string;
}

const tabWidth = 4;
const [ellipsis, narrowest] = ["…", 20];
const segmenter = new Intl.Segmenter();
/** What would move the cursor, turn the order of letters about or not be seen at all. */
const control = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A text in which nothing can play tricks on a terminal. */
export function plain(text: string): string {
  return text.replace(control, "\ufffd");
}

interface Cell {
  text: string;
  width: number;
  marked: boolean;
}

/**
 * A line with a part of it marked; offsets are UTF-16 units. What is wider than `width` columns is cut, so that the
 * beginning of the part stays in sight with something of what is around it.
 */
export function frame(line: string, start: number, end: number, width: number): Frame {
  const cells = cut(cellsOf(line, start, Math.max(end, start + 1)), Math.max(width, narrowest));
  const marks = cells.map((cell) => (cell.marked ? "^" : " ").repeat(cell.width)).join("");
  return { code: cells.map(({ text }) => text).join(""), marks: marks.trimEnd() };
}

/** What is seen as one character each; the place behind the last is one, too. */
function cellsOf(line: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  for (const { segment, index } of segmenter.segment(line)) {
    const text = segment === "\t" ? " ".repeat(tabWidth) : plain(segment);
    const marked = index < end && index + segment.length > start;
    cells.push({ text, width: stringWidth(text), marked });
  }
  if (start >= line.length) cells.push({ text: " ", width: 1, marked: true });
  const indent = cells.findIndex(({ text }) => text.trim() !== "");
  return cells.slice(
    Math.max(
      0,
      Math.min(
        indent,
        cells.findIndex(({ marked }) => marked),
      ),
    ),
  );
}

/** As many cells as there is room for: some before the marked ones, then all that follow. */
function cut(cells: Cell[], width: number): Cell[] {
  if (widthOf(cells) <= width) return cells;
  const dots: Cell = { text: ellipsis, width: 1, marked: false };
  const first = cells.findIndex(({ marked }) => marked);
  const marked = widthOf(cells.filter((one) => one.marked));
  // Of the room beside the marked part, half is for what stands before it.
  let room = Math.max(Math.floor((width - marked) / 2), Math.floor(width / 4)) - 1;
  let from = first;
  while (from > 0 && room >= (cells[from - 1]?.width ?? 0)) room -= cells[--from]?.width ?? 0;
  const shown: Cell[] = from > 0 ? [dots] : [];
  let used = widthOf(shown);
  for (const [at, cell] of cells.entries()) {
    if (at < from) continue;
    const isLast = at === cells.length - 1;
    if (used + cell.width > (isLast ? width : width - 1)) return [...shown, dots];
    shown.push(cell);
    used += cell.width;
  }
  return shown;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
