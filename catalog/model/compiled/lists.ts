import { packNumbers, readNumbers } from "./numbers.ts";
import type { Sections } from "./sections.ts";

/**
 * Adds the section of a relation from one numbering to another, such as from codes to their entries: for each number of
 * the first, the numbers of the second. The other direction is a section of its own.
 */
export function writeLists(
  sections: Map<string, Uint8Array>,
  name: string,
  lists: readonly (readonly number[])[],
): void {
  const numbers = [lists.length];
  let end = lists.length + 2;
  for (const list of lists) {
    numbers.push(end);
    end += list.length;
  }
  numbers.push(end);
  for (const list of lists) for (const number of list) numbers.push(number);
  sections.set(name, packNumbers(numbers));
}

/** Reads what {@link writeLists} has written. */
export class Lists {
  readonly #numbers: Uint32Array;

  constructor(sections: Sections, name: string) {
    this.#numbers = readNumbers(sections, name) ?? new Uint32Array(2);
  }

  /** The number of lists. */
  get size(): number {
    return this.#numbers[0] ?? 0;
  }

  /** Calls back with each number of a list, which takes less than {@link of} where many lists are short. */
  forEach(number: number, callback: (number: number) => void): void {
    if (number < 0 || number >= this.size) return;
    const end = this.#numbers[number + 2] as number;
    for (let at = this.#numbers[number + 1] as number; at < end; at++) callback(this.#numbers[at] as number);
  }

  /** Returns the list of a number, without copying it. */
  of(number: number): Uint32Array {
    if (number < 0 || number >= this.size) return this.#numbers.subarray(0, 0);
    return this.#numbers.subarray(this.#numbers[number + 1], this.#numbers[number + 2]);
  }
}
