import { hashOf } from "./hash-table.ts";
import type { Sections } from "./sections.ts";

/** With ten bits for each key, and four of them looked at, one of a hundred keys that are not meant passes. */
const bitsOfKey = 10;
const looks = 4;

/**
 * Adds the section of a Bloom filter, which tells of most texts that they are none of these keys: what finds the keys need
 * not be read for them.
 */
export function writeKeyFilter(
  sections: Map<string, Uint8Array>,
  name: string,
  keys: ReadonlySet<string>,
): void {
  const bytes = new Uint8Array(Math.ceil((keys.size * bitsOfKey) / 8));
  for (const key of keys)
    for (const bit of bitsFor(key, bytes.length * 8))
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  sections.set(name, bytes);
}

/** Reads what {@link writeKeyFilter} has written. */
export class KeyFilter {
  readonly #bytes: Uint8Array | undefined;

  constructor(sections: Sections, name: string) {
    this.#bytes = sections.read(name);
  }

  /** Returns whether a text can be one of the keys; false is certain. */
  passes(key: string): boolean {
    const bytes = this.#bytes;
    if (!bytes) return true;
    return bitsFor(key, bytes.length * 8).every(
      (bit) => (((bytes[bit >> 3] as number) >> (bit & 7)) & 1) === 1,
    );
  }
}

function bitsFor(key: string, size: number): number[] {
  const first = hashOf(key);
  // An odd distance between the bits, from other bits of the hash.
  const distance = Math.imul(first, 0x9e3779b1) | 1;
  return Array.from({ length: looks }, (_, look) => ((first + Math.imul(look, distance)) >>> 0) % size);
}
