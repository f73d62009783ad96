/** Which parts of a text have been read already. */
export class Coverage {
  readonly #covered: Uint8Array;

  constructor(length: number) {
    this.#covered = new Uint8Array(length);
  }

  /** Covers a part. */
  add(start: number, end: number): void {
    this.#covered.fill(1, start, end);
  }

  /** Whether an offset is covered. */
  has(offset: number): boolean {
    return this.#covered[offset] === 1;
  }

  /** Whether any offset of a part is covered. */
  touches(start: number, end: number): boolean {
    return this.#covered.subarray(start, end).includes(1);
  }
}
