/** One line of the table: a figure, and the same of a peer or a floor in the same run. */
export interface Row {
  what: string;
  value: number;
  unit: "ms" | "µs" | "MB";
  /** What it is measured beside; undefined if there is nothing to compare with. */
  beside?: { name: string; value: number };
  /** What is aimed at, in words. */
  goal: string;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Returns the value that a share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Returns how long a function takes, in milliseconds. */
export function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/**
 * Measures several things in turn, round by round, so that what else the machine does touches all of them; returns the
 * median of each.
 */
export async function interleaved(
  rounds: number,
  measures: readonly (() => number | Promise<number>)[],
): Promise<number[]> {
  const values = measures.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, measure] of measures.entries()) values[index]?.push(await measure());
  return values.map(median);
}

/** Returns the table of rows as Markdown. */
export function toTable(rows: readonly Row[]): string {
  const lines = rows.map(({ what, value, unit, beside, goal }) => {
    const peer = beside ? `${beside.name} ${shown(beside.value)} ${unit}` : "–";
    const ratio = beside ? `${shown(value / beside.value)} ×` : "–";
    return `| ${what} | ${shown(value)} ${unit} | ${peer} | ${ratio} | ${goal} |`;
  });
  return ["| what | here | beside | ratio | goal |", "|---|---|---|---|---|", ...lines].join("\n");
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toPrecision(2);
}
