import { bytesOf, numbersIn, type Sections } from "./sections.ts";

/** A free slot of a table. The others hold a number in 24 bits, and above it a part of the hash of its key. */
const free = 0xffffffff;
const numberMask = 0xffffff;

/** Returns a hash of a text, 32 bits without a sign, that is the same in every process. */
function hashOf(text: string): number {
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
  let size = 4;
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
  sections.set(name, bytesOf(slots));
}

/** Reads what {@link writeHashTable} has written. The keys are not in it, so the caller compares them. */
export class HashTable {
  readonly #slots: Uint32Array;

  constructor(sections: Sections, name: string) {
    this.#slots = numbersIn(sections.get(name) ?? bytesOf([free]));
  }

  /** Returns the first number of a key, or -1. */
  find(key: string, isKey: (number: number) => boolean): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = hashOf(key);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = slots[slot] as number;
      if (found === free) return -1;
      // Most keys that are not meant differ here, without a look at them.
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
