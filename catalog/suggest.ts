import distance from "damerau-levenshtein";
import type { Catalog } from "./catalog.ts";
import { groupBy } from "./group-by.ts";

/** A known code near to what was written, `distance` edits away (insert, drop, replace, swap neighbours). */
export interface Suggestion {
  code: string;
  distance: number;
}

/** Finds the known codes nearest to a misspelled one. */
export class Speller {
  readonly #byLength: Map<number, { code: string; letters: number }[]>;

  constructor(catalog: Catalog) {
    const all = [...catalog.codes()].map((code) => ({ code, letters: letters(code) }));
    this.#byLength = groupBy(all, ({ code }) => code.length);
  }

  /** Known codes at most `limit` edits away (at most 2), nearest first; the code itself is never among them. */
  nearest(code: string, limit = 2): Suggestion[] {
    const wanted = letters(code);
    const found: Suggestion[] = [];
    for (let length = code.length - limit; length <= code.length + limit; length++) {
      for (const candidate of this.#byLength.get(length) ?? []) {
        // One edit changes at most two bits of the letter set, so most candidates are ruled out by one XOR.
        if (bits(candidate.letters ^ wanted) > 2 * limit) continue;
        const { steps } = distance(code, candidate.code);
        if (steps > 0 && steps <= limit) found.push({ code: candidate.code, distance: steps });
      }
    }
    return found.sort((a, b) => a.distance - b.distance || a.code.localeCompare(b.code));
  }
}

function letters(code: string): number {
  let set = 0;
  for (let index = 0; index < code.length; index++) set |= 1 << (code.charCodeAt(index) & 31);
  return set;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
