import { phraseOf } from "./cells.ts";
import type { Table } from "./table.ts";

/** How many numbers must follow one another: HTTP has gaps where vendors have none. */
const leastRun = 6;

/**
 * Whether the three-digit numbers in a column are a vendor's own, although HTTP knows them as well: they follow one
 * another, and nothing in the tables says what HTTP means by them.
 */
export function areOwnNumbers(tables: readonly Table[], column: number): boolean {
  const rows = tables.flatMap((table) => table.rows.filter(({ heading }) => heading === undefined));
  const numbers = rows.map(({ cells }) => Number(cells[column]?.text));
  if (longestRun(numbers) < leastRun || tables.some(speaksOfHttp)) return false;
  return !rows.some(({ cells }, row) => {
    const phrase = phraseOf(numbers[row] ?? Number.NaN);
    return phrase !== undefined && cells.some(({ text }) => text.toLowerCase().includes(phrase));
  });
}

function speaksOfHttp({ header, section, path }: Table): boolean {
  return [...header, section, ...path].some((text) => /http|status|状态|ステータス|상태/i.test(text));
}

/** Returns how many numbers follow one another at most. */
function longestRun(numbers: readonly number[]): number {
  let [longest, run] = [0, 0];
  for (const [index, number] of numbers.entries()) {
    run = number === (numbers[index - 1] ?? Number.NaN) + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}
