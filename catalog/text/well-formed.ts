/** An escaped surrogate, which may be without its other half. */
const escapedSurrogate = /\\u0{0,4}d[89a-f]/i;

/**
 * Returns the value of a file with U+FFFD for each lone surrogate: no URI and no UTF-8 text can be made of one.
 * `source` is the text of the file.
 */
export function withoutLoneSurrogates(value: unknown, source: string): unknown {
  return source.isWellFormed() && !escapedSurrogate.test(source) ? value : toWellFormed(value);
}

function toWellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(toWellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key.toWellFormed(), toWellFormed(one)]),
  );
}
