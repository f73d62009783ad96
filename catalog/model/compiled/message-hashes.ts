import { Lists, writeLists } from "./lists.ts";
import { packNumbers, readNumbers } from "./numbers.ts";
import type { Sections } from "./sections.ts";

/** A hash has 40 bits, of which the lowest eight stand apart. */
const lowBits = 0x100;

/** Adds the sections that find by the hash of a message, a whole number of 40 bits, the numbers of its entries. */
export function writeMessageHashes(
  sections: Map<string, Uint8Array>,
  entriesByHash: ReadonlyMap<number, readonly number[]>,
): void {
  const sorted = [...entriesByHash].sort(([a], [b]) => a - b);
  const hashes = sorted.map(([hash]) => hash);
  sections.set("messages.high", packNumbers(hashes.map((hash) => Math.floor(hash / lowBits))));
  sections.set(
    "messages.low",
    Uint8Array.from(hashes, (hash) => hash % lowBits),
  );
  writeLists(
    sections,
    "messages.entries",
    sorted.map(([, entries]) => entries),
  );
}

/** Reads what {@link writeMessageHashes} has written. */
export class MessageHashes {
  readonly #high: Uint32Array;
  readonly #low: Uint8Array;
  readonly #entries: Lists;

  constructor(sections: Sections) {
    this.#high = readNumbers(sections, "messages.high") ?? new Uint32Array();
    this.#low = sections.read("messages.low") ?? new Uint8Array();
    this.#entries = new Lists(sections, "messages.entries");
  }

  /** Returns the numbers of the entries with a message, without copying the list. */
  entriesOf(hash: number): Uint32Array {
    const [high, low] = [Math.floor(hash / lowBits), hash % lowBits];
    let [from, to] = [0, this.#high.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#high[middle] as number) < high) from = middle + 1;
      else to = middle;
    }
    while (this.#high[from] === high && this.#low[from] !== low) from++;
    return this.#entries.of(this.#high[from] === high ? from : -1);
  }
}
