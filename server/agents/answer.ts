import { shortened } from "../../catalog/text/shortened.ts";
import { toVisibleLines } from "../../catalog/text/visible-text.ts";

/** In UTF-16 units. */
const longestText = 1000;

/**
 * Returns an answer as a model may read it: without what is undefined, with every text cut to a length, and with U+FFFD
 * for each invisible character, in which instructions could be hidden.
 */
export function toAnswer<T extends object>(value: T): T {
  return clean(value) as T;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return toVisibleLines(shortened(value, longestText));
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, clean(one)]])),
  );
}
