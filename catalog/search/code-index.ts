/** An index of codes by a key derived from them. It stores hashes instead of the keys, which take ten times the memory. */
export class CodeIndex {
  readonly #codes: readonly string[];
  readonly #keyOf: (code: string) => string;
  /** The hashes of the codes' keys in ascending order. */
  readonly #hashes: Int32Array;
  /** For each hash, the index of its code. */
  readonly #codeIndexes: Int32Array;

  constructor(codes: readonly string[], keyOf: (code: string) => string) {
    this.#codes = codes;
    this.#keyOf = keyOf;
    const hashes = Int32Array.from(codes, (code) => hashOf(keyOf(code)));
    // Codes with equal hashes keep their order.
    this.#codeIndexes = Int32Array.from(codes.keys()).sort(
      (a, b) => numberAt(hashes, a) - numberAt(hashes, b) || a - b,
    );
    this.#hashes = this.#codeIndexes.map((codeIndex) => numberAt(hashes, codeIndex));
  }

  /** Returns the codes with this key, in their original order. */
  get(key: string): string[] {
    const hash = hashOf(key);
    const found: string[] = [];
    for (let index = this.#firstIndexOf(hash); this.#hashes[index] === hash; index++) {
      const code = this.#codes[numberAt(this.#codeIndexes, index)];
      if (code !== undefined && this.#keyOf(code) === key) found.push(code);
    }
    return found;
  }

  /** Returns the index of the first entry with this hash, or where it would be. */
  #firstIndexOf(hash: number): number {
    let [low, high] = [0, this.#hashes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numberAt(this.#hashes, middle) < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function numberAt(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}

function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}
