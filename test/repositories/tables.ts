/** Formats a share as a percentage. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

/** Prints rows in groups, the largest first; `print` prints one group. */
export function printGroups<Row>(
  title: string,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  print: (key: string, group: readonly Row[]) => void,
): void {
  console.log(`\n${title}`);
  const groups = [...Map.groupBy(rows, keyOf)].sort(([, a], [, b]) => b.length - a.length);
  for (const [key, group] of groups) print(key, group);
}
