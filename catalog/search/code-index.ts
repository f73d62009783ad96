/** Codes by a text that is made of them. It keeps numbers instead of these texts, which take ten times the room. */
export class CodeIndex {
  readonly #codes: readonly string[];
  readonly #keyOf: (code: string) => string;
  /** The hashes of the codes' texts in order, and to which code each belongs. */
  readonly #hashes: Int32Array;
  readonly #places: Int32Array;

  constructor(codes: readonly string[], keyOf: (code: string) => string) {
    this.#codes = codes;
    this.#keyOf = keyOf;
    const hashes = Int32Array.from(codes, (code) => hashOf(keyOf(code)));
    // Of equal hashes, the code that came first stays first.
    this.#places = Int32Array.from(codes.keys()).sort((a, b) => at(hashes, a) - at(hashes, b) || a - b);
    this.#hashes = this.#places.map((place) => at(hashes, place));
  }

  /** The codes of which a text is made, in their order. */
  get(key: string): string[] {
    const hash = hashOf(key);
    const found: string[] = [];
    for (let index = this.#firstOf(hash); this.#hashes[index] === hash; index++) {
      const code = this.#codes[at(this.#places, index)];
      if (code !== undefined && this.#keyOf(code) === key) found.push(code);
    }
    return found;
  }

  /** Where the first of a hash is, if there is one. */
  #firstOf(hash: number): number {
    let [low, high] = [0, this.#hashes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(this.#hashes, middle) < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}

function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}
