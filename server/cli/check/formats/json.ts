import type { Report } from "../check-result.ts";

/** Findings as an array of objects; ranges are zero-based, in UTF-16 units. */
export function json({ found }: Report): string {
  const all = found.map(({ line: _, related, ...one }) => (related.length > 0 ? { ...one, related } : one));
  return `${JSON.stringify(all, undefined, 2)}\n`;
}
