import { packNumbers, readNumbers } from "./numbers.ts";
import type { Parts, Sections } from "./sections.ts";

/** Collects texts, each stored once, and numbers them in the order in which they come. */
export class StringWriter {
  readonly #ids = new Map<string, number>();

  /** Returns the number of a text. */
  idOf(text: string): number {
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(text, id);
    }
    return id;
  }

  /** Adds the sections of the table: its texts one after the other in UTF-8, and where each begins. */
  writeTo(sections: Map<string, Uint8Array>, name: string): void {
    const encoder = new TextEncoder();
    const texts = [...this.#ids.keys()].map((text) => encoder.encode(text));
    const offsets = new Uint32Array(texts.length + 1);
    for (const [index, { length }] of texts.entries()) offsets[index + 1] = (offsets[index] ?? 0) + length;
    const bytes = new Uint8Array(offsets.at(-1) ?? 0);
    for (const [index, text] of texts.entries()) bytes.set(text, offsets[index]);
    sections.set(`${name}.offsets`, packNumbers(offsets));
    sections.set(`${name}.texts`, bytes);
  }
}

/** Reads the texts that a {@link StringWriter} has numbered, each when it is asked for. */
export class StringReader {
  readonly #sections: Sections;
  readonly #name: string;
  readonly #decoder = new TextDecoder();
  readonly #texts: Parts;
  #offsets: Uint32Array | undefined;

  constructor(sections: Sections, name: string) {
    this.#sections = sections;
    this.#name = name;
    this.#texts = sections.parts(`${name}.texts`);
  }

  /** Where each text begins; one more says where the last one ends. In bytes. */
  get offsets(): Uint32Array {
    this.#offsets ??= readNumbers(this.#sections, `${this.#name}.offsets`) ?? new Uint32Array(1);
    return this.#offsets;
  }

  get size(): number {
    return this.offsets.length - 1;
  }

  /** Returns the length of a text in bytes. */
  lengthOf(id: number): number {
    return (this.offsets[id + 1] ?? 0) - (this.offsets[id] ?? 0);
  }

  /** Returns all texts. */
  all(): string[] {
    const { text, starts } = this.joined(this.size);
    // Each is a part of the one text, which takes less time and memory than texts of their own.
    return Array.from({ length: this.size }, (_, id) => text.slice(starts[id], starts[id + 1]));
  }

  /** Returns the length of the longest text in bytes, which no text has more characters than. */
  longest(): number {
    const { offsets } = this;
    let longest = 0;
    for (let id = 0; id < offsets.length - 1; id++)
      longest = Math.max(longest, (offsets[id + 1] as number) - (offsets[id] as number));
    return longest;
  }

  /** Returns the bytes of a text in UTF-8. */
  bytesOf(id: number): Uint8Array {
    return this.#texts.slice(this.offsets[id] ?? 0, this.offsets[id + 1] ?? 0);
  }

  /** Returns the bytes of the first texts, one after the other. */
  firstBytes(count: number): Uint8Array {
    return this.#texts.slice(0, this.offsets[count] ?? 0);
  }

  /** Returns the first texts as one, and where each of them begins in it, in UTF-16 units; and where the last one ends. */
  joined(count: number): { text: string; starts: Uint32Array } {
    const bytes = this.firstBytes(count);
    const text = this.#decoder.decode(bytes);
    if (text.length === bytes.length) return { text, starts: this.offsets.subarray(0, count + 1) };
    const starts = new Uint32Array(count + 1);
    for (let id = 0; id < count; id++) starts[id + 1] = (starts[id] ?? 0) + this.at(id).length;
    return { text, starts };
  }

  /** Returns the text with a number. */
  at(id: number): string {
    const bytes = this.bytesOf(id);
    // Short texts in ASCII, such as codes, are decoded faster without the decoder.
    if (bytes.length > 64 || bytes.some((byte) => byte > 0x7f)) return this.#decoder.decode(bytes);
    return String.fromCharCode.apply(undefined, bytes as unknown as number[]);
  }
}
