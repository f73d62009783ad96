import type { CompiledCatalog } from "../../model/compiled/compiled-catalog.ts";
import { bitCount } from "../bits.ts";

/**
 * The number of bit sets for each code: the letters that occur in it at least once, twice and three times, each as a bit
 * by its place in the alphabet. Thousands of codes are compared with each word, so the sets are numbers in one array.
 */
const setsPerCode = 3;

/** Codes of one length, by number, and the bit sets of their letters, one code after the other. */
interface CodeGroup {
  numbers: number[];
  letters: Int32Array | undefined;
}

/** The official codes of a compiled catalog by their lengths. */
export class CodesByLength {
  static readonly #cached = new WeakMap<CompiledCatalog, CodesByLength>();

  readonly #codes: CompiledCatalog["codes"];
  readonly #groups: (CodeGroup | undefined)[] = [];

  private constructor({ codes }: CompiledCatalog) {
    this.#codes = codes;
    const { offsets } = codes;
    const bytes = codes.firstBytes(codes.size);
    for (let number = 0; number < codes.size; number++) {
      const [start, end] = [offsets[number] as number, offsets[number + 1] as number];
      let all = 0;
      for (let at = start; at < end; at++) all |= bytes[at] as number;
      const length = all < 128 ? end - start : codes.at(number).length;
      this.#groups[length] ??= { numbers: [], letters: undefined };
      this.#groups[length].numbers.push(number);
    }
  }

  static of(table: CompiledCatalog): CodesByLength {
    let found = CodesByLength.#cached.get(table);
    if (!found) {
      found = new CodesByLength(table);
      CodesByLength.#cached.set(table, found);
    }
    return found;
  }

  /** Returns the codes of some length that have almost the letters of a text: at most so many edits are between them. */
  withLettersLike(text: string, length: number, edits: number): string[] {
    const group = this.#groups[length];
    if (!group) return [];
    group.letters ??= this.#lettersOf(group.numbers);
    // One edit changes at most two bits.
    return similarIn(group.numbers, group.letters, lettersIn(text), 2 * edits).map((number) =>
      this.#codes.at(number),
    );
  }

  #lettersOf(numbers: readonly number[]): Int32Array {
    const letters = new Int32Array(numbers.length * setsPerCode);
    for (const [index, number] of numbers.entries())
      letters.set(lettersIn(this.#codes.at(number)), index * setsPerCode);
    return letters;
  }
}

function lettersIn(code: string): Int32Array {
  let [once, twice, thrice] = [0, 0, 0];
  for (let index = 0; index < code.length; index++) {
    const bit = 1 << (code.charCodeAt(index) & 31);
    thrice |= twice & bit;
    twice |= once & bit;
    once |= bit;
  }
  return Int32Array.of(once, twice, thrice);
}

/** Returns those of the numbers whose bit sets differ from `wanted` in at most `limit` bits. */
function similarIn(
  numbers: readonly number[],
  letters: Int32Array,
  wanted: Int32Array,
  limit: number,
): number[] {
  const [once = 0, twice = 0, thrice = 0] = wanted;
  const found: number[] = [];
  for (let at = 0, index = 0; index < numbers.length; at += setsPerCode, index++) {
    let difference = bitCount((letters[at] as number) ^ once);
    if (difference > limit) continue;
    difference +=
      bitCount((letters[at + 1] as number) ^ twice) + bitCount((letters[at + 2] as number) ^ thrice);
    if (difference <= limit) found.push(numbers[index] as number);
  }
  return found;
}
