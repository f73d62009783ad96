import { Lines } from "./lines.ts";
import type { Table } from "./table.ts";

/** Moves tables from where they are in a text to where they are in its source, which only has other line endings. */
export function moved(tables: readonly Table[], text: string, source: string): Table[] {
  const [from, to] = [new Lines(text), new Lines(source)];
  const move = (offset: number) => {
    const { line, start } = from.span(offset, offset);
    return to.offsetOf(line) + start;
  };
  return tables.map((table) => ({
    ...table,
    start: move(table.start),
    rows: table.rows.map((row) => ({
      ...row,
      start: move(row.start),
      cells: row.cells.map((cell) => ({ ...cell, start: move(cell.start), end: move(cell.end) })),
    })),
  }));
}
