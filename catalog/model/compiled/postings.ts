import { packNumbers, readNumbers } from "./numbers.ts";
import type { Parts, Sections } from "./sections.ts";
import { VarintWriter } from "./varint.ts";

/** Collects for each key the numbers of what has it, in ascending order, each with a set of bits. */
export class PostingsWriter<K extends string | number> {
  readonly #bits: number;
  readonly #lists = new Map<K, number[]>();

  /** `bits` is the number of bits of the sets. */
  constructor(bits: number) {
    this.#bits = bits;
  }

  /** Adds the bits to those that a number has under a key. Numbers must come in ascending order. */
  add(key: K, number: number, set = 0): void {
    const posting = number * 2 ** this.#bits + set;
    const list = this.#lists.get(key);
    const last = list?.at(-1);
    if (!list) this.#lists.set(key, [posting]);
    else if (last !== undefined && Math.floor(last / 2 ** this.#bits) === number)
      list[list.length - 1] = last + (set & ~(last % 2 ** this.#bits));
    else list.push(posting);
  }

  /** Adds the section of the lists, in the order of their keys, and returns the keys. */
  writeTo(sections: Map<string, Uint8Array>, name: string): K[] {
    const sorted = [...this.#lists].sort(([a], [b]) => (a < b ? -1 : 1));
    const writer = new VarintWriter();
    const offsets: number[] = [];
    for (const [, list] of sorted) {
      offsets.push(writer.length);
      let before = 0;
      for (const posting of list) {
        const [number, set] = [Math.floor(posting / 2 ** this.#bits), posting % 2 ** this.#bits];
        writer.write((number - before) * 2 ** this.#bits + set);
        before = number;
      }
    }
    sections.set(`${name}.starts`, packNumbers([...offsets, writer.length]));
    sections.set(`${name}.lists`, writer.toBytes());
    return sorted.map(([key]) => key);
  }
}

/** Reads the lists that a {@link PostingsWriter} has written, by the rank of their key. */
export class Postings {
  readonly #bits: number;
  readonly #starts: Uint32Array;
  readonly #lists: Parts;

  constructor(sections: Sections, name: string, bits: number) {
    this.#bits = bits;
    this.#starts = readNumbers(sections, `${name}.starts`) ?? new Uint32Array(1);
    this.#lists = sections.parts(`${name}.lists`);
  }

  /** Returns the length of a list in bytes: it has at most as many numbers. */
  lengthOf(list: number): number {
    return (this.#starts[list + 1] ?? 0) - (this.#starts[list] ?? 0);
  }

  /** Calls back with each number of some lists and its bits, list by list. */
  forEach(from: number, to: number, callback: (number: number, set: number) => void): void {
    const [bits, mask] = [this.#bits, 2 ** this.#bits - 1];
    const first = this.#starts[from] ?? 0;
    const bytes = this.#lists.slice(first, this.#starts[to] ?? 0);
    for (let list = from; list < to; list++) {
      const end = (this.#starts[list + 1] ?? 0) - first;
      let number = 0;
      for (let at = (this.#starts[list] ?? 0) - first; at < end; ) {
        let byte = bytes[at++] as number;
        let posting = byte & 0x7f;
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = bytes[at++] as number;
          posting |= (byte & 0x7f) << shift;
        }
        number += posting >>> bits;
        callback(number, posting & mask);
      }
    }
  }
}

/** Returns the first index from 0 to `size` for which a condition, which holds for all before, does not hold. */
export function partition(size: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
