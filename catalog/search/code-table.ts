import type { Catalog } from "../model/catalog.ts";
import { atOnce, type Slices } from "../model/slices.ts";
import { sortedInSlices } from "../model/sorting.ts";
import { withoutSeparators, wordsOf } from "../model/words.ts";
import { charactersOf, initialsOf } from "./index/code-characters.ts";

/** So many codes take about a millisecond. */
const codesPerStep = 500;

/** All official codes of a catalog in alphabetical order, ignoring case, with what makes searching them fast. */
export class CodeTable {
  static readonly #made = new WeakMap<Catalog, CodeTable>();
  static readonly #begun = new WeakMap<Catalog, Slices<CodeTable>>();

  readonly codes: readonly string[];
  readonly #lower: readonly string[];
  /** For each code, one bit for each letter, digit and separator in it. */
  readonly #characters: Uint32Array;
  /** For each code, one bit for each character with which a word of it begins. */
  readonly #initials: Uint32Array;
  #byWord: Map<string, number[]> | undefined;
  #byLetters: Map<string, number[]> | undefined;
  #byLastPart: Map<string, number[]> | undefined;

  private constructor(
    codes: readonly string[],
    lower: readonly string[],
    { characters, initials }: { characters: Uint32Array; initials: Uint32Array },
  ) {
    this.codes = codes;
    this.#lower = lower;
    this.#characters = characters;
    this.#initials = initials;
  }

  /** Returns the table of a catalog. What {@link preparing} has not made of it yet is made now. */
  static of({ indexed }: Catalog): CodeTable {
    const made = CodeTable.#made.get(indexed) ?? atOnce(CodeTable.#begunFor(indexed));
    CodeTable.#made.set(indexed, made);
    return made;
  }

  /** Makes what {@link of} returns, in slices. */
  static *preparing({ indexed }: Catalog): Slices<void> {
    while (!CodeTable.#made.has(indexed)) {
      const { done, value } = CodeTable.#begunFor(indexed).next();
      if (done) CodeTable.#made.set(indexed, value);
      else yield;
    }
  }

  static #begunFor(catalog: Catalog): Slices<CodeTable> {
    const begun = CodeTable.#begun.get(catalog) ?? CodeTable.#making(catalog);
    CodeTable.#begun.set(catalog, begun);
    return begun;
  }

  static *#making({ officialCodes }: Catalog): Slices<CodeTable> {
    const both: [code: string, lower: string][] = [];
    for (const code of officialCodes) {
      both.push([code, code.toLowerCase()]);
      if (both.length % codesPerStep === 0) yield;
    }
    const sorted = yield* sortedInSlices(both, ([codeA, a], [codeB, b]) =>
      a < b ? -1 : a > b ? 1 : codeA < codeB ? -1 : 1,
    );
    const codes: string[] = [];
    const lower: string[] = [];
    const characters = new Uint32Array(sorted.length);
    const initials = new Uint32Array(sorted.length);
    for (const [index, [code, ofCode]] of sorted.entries()) {
      codes.push(code);
      lower.push(ofCode);
      characters[index] = charactersOf(ofCode);
      initials[index] = initialsOf(code);
      if (index % codesPerStep === 0) yield;
    }
    return new CodeTable(codes, lower, { characters, initials });
  }

  /** Returns the indexes of the codes that begin with a text, ignoring case, as a range of which the end is exclusive. */
  withPrefix(text: string): [from: number, to: number] {
    const wanted = text.toLowerCase();
    const isBefore = (lower: string) => lower < wanted;
    return [
      this.#partition(isBefore),
      this.#partition((lower) => isBefore(lower) || lower.startsWith(wanted)),
    ];
  }

  /** Returns the index of a code, as a list of at most one. */
  indexOf(code: string): number[] {
    const lower = code.toLowerCase();
    let index = this.#partition((one) => one < lower);
    while (this.#lower[index] === lower && this.codes[index] !== code) index++;
    return this.codes[index] === code ? [index] : [];
  }

  /**
   * Passes on the indexes of the codes that contain all characters of a text, in any order, and a word that begins with
   * the first one if `atWordStart` is set; in ascending order. There may be very many, so they are not put into a list.
   */
  forEachWithCharacters(text: string, atWordStart: boolean, use: (index: number) => void): void {
    const [characters, initials] = [this.#characters, this.#initials];
    const mask = charactersOf(text.toLowerCase()) | 0;
    const first = atWordStart ? charactersOf(text.charAt(0).toLowerCase()) | 0 : 0;
    for (let index = 0; index < characters.length; index++)
      if (((characters[index] as number) & mask) === mask && ((initials[index] as number) & first) === first)
        use(index);
  }

  /** Returns whether a code contains the characters of a text in order, with anything in between. */
  hasInOrder(index: number, text: string): boolean {
    return isSubsequence(text.toLowerCase(), this.#lower[index] ?? "");
  }

  /** Returns the indexes of the codes among whose words is this one, in lower case. */
  withWord(word: string): readonly number[] {
    this.#byWord ??= this.#indexBy((code) => new Set(wordsOf(code)));
    return this.#byWord.get(word) ?? [];
  }

  /** Returns the indexes of the codes that equal some letters, ignoring case and separators. */
  withLetters(letters: string): readonly number[] {
    this.#byLetters ??= this.#indexBy((code) => [withoutSeparators(code)]);
    return this.#byLetters.get(letters) ?? [];
  }

  /** Returns the indexes of the codes whose part behind the last dot equals some letters, likewise. */
  withLastPart(letters: string): readonly number[] {
    this.#byLastPart ??= this.#indexBy((code) => {
      const dot = code.lastIndexOf(".");
      return dot < 0 ? [] : [withoutSeparators(code.slice(dot))];
    });
    return this.#byLastPart.get(letters) ?? [];
  }

  #indexBy(keysOf: (code: string) => Iterable<string>): Map<string, number[]> {
    const found = new Map<string, number[]>();
    this.codes.forEach((code, index) => {
      for (const key of keysOf(code)) {
        const indexes = found.get(key);
        if (indexes) indexes.push(index);
        else found.set(key, [index]);
      }
    });
    return found;
  }

  /** Returns the index of the first code for which a condition, which holds for all codes before, does not hold. */
  #partition(holds: (lower: string) => boolean): number {
    let [low, high] = [0, this.#lower.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.#lower[middle] ?? "")) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isSubsequence(wanted: string, text: string): boolean {
  let at = -1;
  for (let index = 0; index < wanted.length; index++) {
    at = text.indexOf(wanted.charAt(index), at + 1);
    if (at < 0) return false;
  }
  return true;
}
