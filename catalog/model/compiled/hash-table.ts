import type { Sections } from "./sections.ts";

/**
 * A free slot of a table. The others hold a number in 28 bits, and above it four bits of the hash of its key: each more
 * would be a bit more in the package for every key, as the bits of a hash cannot be compressed.
 */
const free = 0xffffffff;
const numberMask = 0xfffffff;

/** Returns a hash of a text, 32 bits without a sign, that is the same in every process. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * Adds the section of a hash table that finds the numbers of a key: its indexes in `keys`, or the numbers given for these.
 * Empty keys, of which there may be thousands, are not found.
 */
export function writeHashTable(
  sections: Map<string, Uint8Array>,
  name: string,
  keys: readonly string[],
  numbers?: readonly number[],
): void {
  let size = 8;
  while (size < keys.length * 2) size *= 2;
  const slots = new Uint32Array(size).fill(free);
  for (const [index, key] of keys.entries()) {
    if (key === "") continue;
    const number = numbers ? (numbers[index] as number) : index;
    const hash = hashOf(key);
    let slot = hash & (size - 1);
    while (slots[slot] !== free) slot = (slot + 1) & (size - 1);
    slots[slot] = (hash & ~numberMask) | number;
  }
  sections.set(name, pack(slots));
}

/** The number of bytes of a slot, each of which has a plane of its own. */
const planes = 4;

/**
 * Packs slots, of which more than half are free: one bit for each says whether it is, then the planes of the others. This
 * takes half the room, and compresses better.
 */
function pack(slots: Uint32Array): Uint8Array {
  const used = slots.filter((slot) => slot !== free);
  const bytes = new Uint8Array((slots.length >> 3) + 1 + used.length * planes);
  bytes[0] = Math.log2(slots.length);
  for (const [at, slot] of slots.entries())
    if (slot !== free) bytes[1 + (at >> 3)] = (bytes[1 + (at >> 3)] ?? 0) | (1 << (at & 7));
  const start = (slots.length >> 3) + 1;
  for (let plane = 0; plane < planes; plane++)
    for (const [at, slot] of used.entries()) bytes[start + plane * used.length + at] = slot >>> (8 * plane);
  return bytes;
}

/** Unpacks what {@link pack} has packed; a table without keys if there is nothing. */
function unpack(bytes: Uint8Array | undefined): Uint32Array {
  if (!bytes) return Uint32Array.of(free);
  const slots = new Uint32Array(2 ** (bytes[0] as number)).fill(free);
  const start = (slots.length >> 3) + 1;
  const count = (bytes.length - start) / planes;
  let from = start;
  for (let at = 0; at < slots.length; at++) {
    if ((((bytes[1 + (at >> 3)] as number) >> (at & 7)) & 1) === 0) continue;
    slots[at] =
      (bytes[from] as number) |
      ((bytes[from + count] as number) << 8) |
      ((bytes[from + 2 * count] as number) << 16) |
      ((bytes[from + 3 * count] as number) << 24);
    from++;
  }
  return slots;
}

/** Reads what {@link writeHashTable} has written. The keys are not in it, so the caller compares them. */
export class HashTable {
  readonly #slots: Uint32Array;

  constructor(sections: Sections, name: string) {
    this.#slots = unpack(sections.read(name));
  }

  /** Returns the first number of a key, or -1. */
  find(key: string, isKey: (number: number) => boolean): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = hashOf(key);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = slots[slot] as number;
      if (found === free) return -1;
      // Fifteen of sixteen keys that are not meant differ here, without a look at them.
      if (((found ^ hash) & ~numberMask) === 0 && isKey(found & numberMask)) return found & numberMask;
    }
  }

  /** Returns all numbers of a key, in ascending order. */
  findAll(key: string, isKey: (number: number) => boolean): number[] {
    const found: number[] = [];
    this.find(key, (number) => {
      if (isKey(number)) found.push(number);
      return false;
    });
    return found.sort((a, b) => a - b);
  }
}
