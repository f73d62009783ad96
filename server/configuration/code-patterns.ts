/** In UTF-16 units: longer parts of patterns are hardly rarer. */
const longestKey = 8;

interface Pattern {
  text: string;
  /** Its number in the list that was given. */
  index: number;
}

/**
 * Patterns of codes in which `*` matches any part. To find those that match a code takes about the same time for any
 * number of patterns: each is found by the part of it that the fewest others have.
 */
export class CodePatterns {
  readonly #byKey: ReadonlyMap<string, readonly Pattern[]>;
  /** The lengths of the keys. */
  readonly #lengths: readonly number[];

  constructor(patterns: readonly string[]) {
    const all = patterns.map((text, index) => ({ text, index, keys: keysOf(text) }));
    const counts = new Map<string, number>();
    for (const key of all.flatMap(({ keys }) => keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
    this.#byKey = Map.groupBy(all, ({ keys }) => rarest(keys, counts));
    this.#lengths = [...new Set([...this.#byKey.keys()].map(({ length }) => length))];
  }

  /** Returns the numbers of the patterns that match a code, in ascending order. */
  matching(code: string): number[] {
    const keys = new Set<string>();
    for (const length of this.#lengths)
      for (let at = 0; at + length <= code.length; at++) keys.add(code.slice(at, at + length));
    return [...keys]
      .flatMap((key) => this.#byKey.get(key) ?? [])
      .filter(({ text }) => matches(code, text))
      .map(({ index }) => index)
      .sort((a, b) => a - b);
  }
}

/** Returns the texts of up to {@link longestKey} units that each code has which a pattern matches; an empty one, if no other. */
function keysOf(pattern: string): string[] {
  const keys = pattern.split("*").flatMap((part) => {
    if (part.length <= longestKey) return part === "" ? [] : [part];
    const count = part.length - longestKey + 1;
    return Array.from({ length: count }, (_, at) => part.slice(at, at + longestKey));
  });
  return keys.length > 0 ? [...new Set(keys)] : [""];
}

/** Returns the key that the fewest patterns have, and the longest of equally rare ones. */
function rarest(keys: readonly string[], counts: ReadonlyMap<string, number>): string {
  const countOf = (key: string) => counts.get(key) ?? 0;
  return keys.reduce((best, key) => {
    const difference = countOf(key) - countOf(best) || best.length - key.length;
    return difference < 0 ? key : best;
  });
}

/** Returns whether a code matches a pattern. Takes linear time for any pattern. */
function matches(code: string, pattern: string): boolean {
  const [first = "", ...parts] = pattern.split(/\*+/);
  const last = parts.pop();
  if (last === undefined) return code === first;
  if (!code.startsWith(first) || !code.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = code.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= code.length - last.length;
}
