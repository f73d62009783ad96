/** What stands for a value in a vendor's message: `%s`, `%d`, `{0}`, `${name}`, `(%Name)`, `<name>`, `***`, `XXX`. */
const placeholders = /%\s?\w+|\$?\{[^{}]{0,60}\}|<[^<>]{1,40}>|\*{2,}|\b[Xx]{3,}\b/g;

/** The number of words that a message must have: what is shorter belongs to many codes. */
const minimumWords = 3;

/** A longer text is not one message. */
const maximumWords = 80;

/** How many words in a row a value may have. */
const longestValue = 8;

/**
 * Returns the hash of a vendor's message, a whole number of 40 bits: that of its fixed words, without placeholders, case
 * and punctuation. Undefined if these are too few, or too many.
 */
export function messageHash(template: string): number | undefined {
  const words = wordsIn(template.replace(placeholders, " "));
  if (words.length < minimumWords || words.length > maximumWords) return undefined;
  return new WordHashes(words).without(0, 0);
}

/**
 * Yields the hashes that a received message can have, the likeliest first: of all its words, of those that look like words
 * rather than values such as IDs, and of these without some words in a row, which may be a value. Those of one step are
 * equally likely.
 */
export function* hashesOf(message: string): Generator<number[]> {
  const words = wordsIn(message);
  if (words.length > maximumWords) return;
  const plain = words.filter((word) => !/\d/.test(word));
  const variants = plain.length < words.length ? [words, plain] : [words];
  const hashed = variants.map((some) => ({ size: some.length, hashes: new WordHashes(some) }));
  for (let left = 0; left <= longestValue; left++)
    for (const { size, hashes } of hashed) {
      if (size - left < Math.max(minimumWords, left)) continue;
      const places = left === 0 ? 1 : size - left + 1;
      yield Array.from({ length: places }, (_, from) => hashes.without(from, from + left));
    }
}

/** Returns the words of a text in lower case; an apostrophe separates none, a hyphen or a dot within an ID neither. */
function wordsIn(text: string): string[] {
  const plain = text.toLowerCase().replace(/['’`]/g, "");
  return plain.match(/[\p{L}\p{N}_]+(?:[-.:/][\p{L}\p{N}_]*\p{N}[\p{L}\p{N}_]*)*/gu) ?? [];
}

/** Hashes of some words in order, from which words in a row can be left out without hashing the others again. */
class WordHashes {
  readonly #high: PolynomialHashes;
  readonly #low: PolynomialHashes;

  constructor(words: readonly string[]) {
    const hashes = words.map(hashOfWord);
    this.#high = new PolynomialHashes(hashes, 0x2c1b3c6d);
    this.#low = new PolynomialHashes(hashes, 0x165667b1);
  }

  /** Returns the hash of the words without those from one up to another. */
  without(from: number, to: number): number {
    return mixed(this.#high.without(from, to)) * 0x100 + (mixed(this.#low.without(from, to)) & 0xff);
  }
}

class PolynomialHashes {
  /** The hash of the first words, by their number. */
  readonly #ofFirst: number[] = [0];
  readonly #powers: number[] = [1];

  constructor(hashes: readonly number[], base: number) {
    for (const hash of hashes) {
      this.#ofFirst.push((Math.imul(this.#ofFirst.at(-1) as number, base) + hash) | 0);
      this.#powers.push(Math.imul(this.#powers.at(-1) as number, base));
    }
  }

  without(from: number, to: number): number {
    const all = this.#ofFirst.length - 1;
    const shift = this.#powers[all - to] as number;
    const behind = ((this.#ofFirst[all] as number) - Math.imul(this.#ofFirst[to] as number, shift)) | 0;
    return (Math.imul(this.#ofFirst[from] as number, shift) + behind) | 0;
  }
}

function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Spreads the bits of a number over 32 bits without a sign. */
function mixed(number: number): number {
  let hash = number ^ (number >>> 16);
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
