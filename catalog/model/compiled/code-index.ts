import { normalizeSpelling } from "../words.ts";
import { HashTable } from "./hash-table.ts";
import type { Sections } from "./sections.ts";
import type { StringReader } from "./strings.ts";

/** Finds the numbers of codes by their spelling. */
export class CodeIndex {
  readonly #sections: Sections;
  readonly #codes: StringReader;
  #hash: HashTable | undefined;
  #longest: number | undefined;
  #spelling: HashTable | undefined;

  constructor(sections: Sections, codes: StringReader) {
    this.#sections = sections;
    this.#codes = codes;
  }

  /** Returns the number of a code, or -1. */
  numberOf(code: string): number {
    // Most texts that are looked up are longer, for example sentences.
    this.#longest ??= this.#codes.longest();
    if (code.length > this.#longest) return -1;
    this.#hash ??= new HashTable(this.#sections, "codes.hash");
    return this.#hash.find(code, (number) => this.#isCode(number, code));
  }

  /** Returns the numbers of the codes with an entry that equal one apart from its case and separators. */
  spelledLike(code: string): number[] {
    const wanted = normalizeSpelling(code);
    return this.#spellings.findAll(wanted, (number) => normalizeSpelling(this.#codes.at(number)) === wanted);
  }

  /** Returns whether there are such codes, see {@link spelledLike}. */
  hasSpelledLike(code: string): boolean {
    const wanted = normalizeSpelling(code);
    return (
      this.#spellings.find(wanted, (number) => normalizeSpelling(this.#codes.at(number)) === wanted) >= 0
    );
  }

  get #spellings(): HashTable {
    this.#spelling ??= new HashTable(this.#sections, "codes.spelling");
    return this.#spelling;
  }

  /** Returns the numbers of the codes that begin with a text, in ascending order; `sorted` has all, by their codes. */
  withPrefix(prefix: string, sorted: Uint32Array): number[] {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#codes.at(sorted[middle] ?? 0) < prefix) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < sorted.length && this.#codes.at(sorted[end] ?? 0).startsWith(prefix)) end++;
    return [...sorted.subarray(low, end)].sort((a, b) => a - b);
  }

  #isCode(number: number, code: string): boolean {
    // Characters that take several bytes are rare in codes.
    if (this.#codes.lengthOf(number) < code.length) return false;
    if (this.#codes.lengthOf(number) > code.length) return this.#codes.at(number) === code;
    const bytes = this.#codes.bytesOf(number);
    for (let at = 0; at < code.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > 0x7f) return this.#codes.at(number) === code;
      if (byte !== code.charCodeAt(at)) return false;
    }
    return true;
  }
}
