/** The maximum length of a number in bytes. */
export const longestVarint = 5;

/** Writes whole numbers of any size up to 32 bits, small ones in one byte. */
export class VarintWriter {
  #bytes = new Uint8Array(64);
  #length = 0;

  /** The number of bytes written. */
  get length(): number {
    return this.#length;
  }

  write(number: number): void {
    if (this.#length + longestVarint > this.#bytes.length) this.#grow();
    let rest = number;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Writes a number below 256 as it is. */
  writeByte(byte: number): void {
    if (this.#length + 1 > this.#bytes.length) this.#grow();
    this.#bytes[this.#length++] = byte;
  }

  /** Returns what was written. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(): void {
    const grown = new Uint8Array(this.#bytes.length * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Reads what a {@link VarintWriter} has written. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many bytes have been read. */
  get position(): number {
    return this.#at;
  }

  next(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.#at++] ?? 0;
    if (byte < 0x80) return byte;
    let number = byte & 0x7f;
    for (let shift = 7; shift < 32; shift += 7) {
      byte = bytes[this.#at++] ?? 0;
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return number >>> 0;
  }
}
