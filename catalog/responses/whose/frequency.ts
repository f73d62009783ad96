import type { Provider } from "../../model/entry.ts";
import type { ErrorRecord } from "../records.ts";

/**
 * Compares providers for which the same speaks: that first whose code, or whose codes at all, programs handle more; but
 * objects in JSON show the most used ones by names of their own.
 */
export function compareUse(
  code: string | undefined,
  { format }: ErrorRecord,
  a: Provider,
  b: Provider,
): number {
  const countOf = ({ frequentCodes = [] }: Provider) => (format === "json" ? 0 : frequentCodes.flat().length);
  if (format !== "json" && !isFrequent(code, a) && !isFrequent(code, b)) return countOf(b) - countOf(a);
  return frequencyOf(code, a) - frequencyOf(code, b) || countOf(b) - countOf(a);
}

function isFrequent(code: string | undefined, { frequentCodes = [] }: Provider): boolean {
  return code !== undefined && frequentCodes.some((codes) => codes.includes(code));
}

/** Returns how frequent a code of a provider is: 0 for the most frequent ones. */
function frequencyOf(code: string | undefined, { frequentCodes = [] }: Provider): number {
  const order = frequentCodes.findIndex((codes) => code !== undefined && codes.includes(code));
  return order < 0 ? frequentCodes.length : order;
}
