/** Finds the codes that begin with a text, without looking at the others. */
export class CodePrefixes {
  readonly #codes: readonly string[];
  /** The indexes of the codes, in ascending order of the codes' UTF-16 units; made on first use. */
  #sorted: Int32Array | undefined;

  constructor(codes: readonly string[]) {
    this.#codes = codes;
  }

  /** Returns the codes that begin with a prefix, in their original order. */
  codesWith(prefix: string): string[] {
    this.#sorted ??= Int32Array.from(this.#codes.keys()).sort((a, b) => (this.#at(a) < this.#at(b) ? -1 : 1));
    const sorted = this.#sorted;
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#at(sorted[middle] ?? 0) < prefix) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < sorted.length && this.#at(sorted[end] ?? 0).startsWith(prefix)) end++;
    return Array.from(sorted.slice(low, end).sort(), (index) => this.#at(index));
  }

  #at(index: number): string {
    return this.#codes[index] ?? "";
  }
}
