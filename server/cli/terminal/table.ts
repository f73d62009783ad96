import { toVisible } from "../../../catalog/text/visible-text.ts";
import { colors } from "./colors.ts";
import { formatColumns } from "./output.ts";
import { widthOf } from "./text-width.ts";

/** How a table is shown. */
interface TableOptions {
  /** The number of the column that is in bold; those before the last one are pale otherwise. */
  strong: number;
  /** In columns; undefined if the output is no terminal, so that every row is one line. */
  width?: number | undefined;
}

/** The last column has a line of its own where fewer columns than these are left for it. */
const narrowest = 30;
const gap = 2;

/** Formats rows as aligned columns, in colours on a terminal, and with the last column wrapped to its width. */
export function formatTable(
  rows: readonly (readonly string[])[],
  { strong, width = process.stdout.isTTY ? process.stdout.columns : undefined }: TableOptions,
): string {
  const texts = rows.map((row) => row.map(toVisible));
  if (width === undefined) return formatColumns(texts);
  const widths = texts.reduce<number[]>(
    (most, row) => row.slice(0, -1).map((cell, index) => Math.max(most[index] ?? 0, widthOf(cell))),
    [],
  );
  const indent = widths.reduce((sum, one) => sum + one + gap, 0);
  const isBeside = width - indent >= narrowest;
  const paint = (cell: string, column: number) => (column === strong ? colors.bold(cell) : colors.dim(cell));
  return texts
    .map((row) => {
      const cells = row.slice(0, -1).map((cell, column) => {
        const pad = " ".repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
        return paint(cell, column) + pad;
      });
      const lines = wrap(row.at(-1) ?? "", isBeside ? width - indent : Math.max(narrowest, width - gap));
      const [first = "", ...others] = lines;
      const margin = " ".repeat(isBeside ? indent : gap);
      const head = cells.join(" ".repeat(gap)).trimEnd();
      if (!isBeside) return [head, ...lines.map((line) => margin + line)].join("\n");
      return [[...cells, first].join(" ".repeat(gap)).trimEnd(), ...others.map((line) => margin + line)].join(
        "\n",
      );
    })
    .join("\n");
}

/** Divides a text into lines of a width in columns, at spaces and between Chinese characters. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let [line, used] = ["", 0];
  // No line begins with a mark of punctuation.
  for (const part of text.match(/[\p{Script=Han}][\p{P}]*|[^\s\p{Script=Han}]+|\s+/gu) ?? []) {
    const size = widthOf(part);
    if (used + size > width && line.trim() !== "") {
      lines.push(line.trimEnd());
      [line, used] = ["", 0];
    }
    if (line === "" && part.trim() === "") continue;
    line += part;
    used += size;
  }
  return line === "" ? lines : [...lines, line.trimEnd()];
}
