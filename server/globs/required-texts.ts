/** In UTF-16 units: longer parts of patterns are hardly rarer. */
const longestKey = 8;

/**
 * Finds the patterns that can match a text by a part that it must have. That takes about the same time for any number of
 * patterns: each is found by the part of it that the fewest others have.
 */
export class RequiredTexts {
  /** The numbers of the patterns. */
  readonly #byKey: ReadonlyMap<string, readonly number[]>;
  /** The lengths of the keys. */
  readonly #lengths: readonly number[];

  /** `patterns` has the texts of each pattern that stand in every text that it matches. */
  constructor(patterns: readonly (readonly string[])[]) {
    const all = patterns.map((texts, number) => ({ number, keys: keysOf(texts) }));
    const counts = new Map<string, number>();
    for (const { keys } of all) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    const byKey = new Map<string, number[]>();
    for (const { number, keys } of all) {
      const key = rarest(keys, counts);
      const numbers = byKey.get(key);
      if (numbers) numbers.push(number);
      else byKey.set(key, [number]);
    }
    this.#byKey = byKey;
    this.#lengths = [...new Set([...byKey.keys()].map(({ length }) => length))];
  }

  /** Returns the numbers of the patterns that can match a text, in ascending order. */
  candidatesFor(text: string): number[] {
    const keys = new Set<string>();
    for (const length of this.#lengths) {
      const last = length === 0 ? 0 : text.length - length;
      for (let at = 0; at <= last; at++) keys.add(text.slice(at, at + length));
    }
    return [...keys].flatMap((key) => this.#byKey.get(key) ?? []).sort((a, b) => a - b);
  }
}

/** Returns the parts of texts of up to {@link longestKey} units; an empty one, if there is no other. */
function keysOf(texts: readonly string[]): string[] {
  const keys = texts.flatMap((text) => {
    if (text.length <= longestKey) return text === "" ? [] : [text];
    const count = text.length - longestKey + 1;
    return Array.from({ length: count }, (_, at) => text.slice(at, at + longestKey));
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
