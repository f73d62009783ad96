import distance from "damerau-levenshtein";
import type { Catalog } from "../model/catalog.ts";
import { groupBy } from "../model/group-by.ts";
import { isSameStem, lettersOf, stemsOf, words } from "../model/words.ts";
import { CodeIndex } from "./code-index.ts";

/** What kind of slip leads from one spelling to another, the likeliest first. */
const edits = [
  "case",
  "separator",
  "doubled",
  "missing",
  "swapped",
  "inflection",
  "wrong",
  "several",
] as const;

/** A kind of slip, one of {@link edits}. */
export type EditKind = (typeof edits)[number];

/** A known code near to what was written, `distance` edits away (insert, drop, replace, swap neighbours). */
export interface Suggestion {
  code: string;
  distance: number;
  edit: EditKind;
}

/** Shorter codes have too many honest neighbours. */
export const minimumMisspelling = 8;

/** How many words' neighbours are kept. */
const maximumRemembered = 10_000;

/** Finds the official codes nearest to a misspelled one. */
export class Speller {
  readonly #catalog: Catalog;
  readonly #byLength: Map<number, Row>;
  readonly #byLetters: CodeIndex;
  readonly #byStems: CodeIndex;
  readonly #remembered = new Map<string, Suggestion[]>();

  constructor(catalog: Catalog) {
    const codes = catalog.official;
    const byLength = groupBy(codes, ({ length }) => length);
    this.#catalog = catalog;
    this.#byLength = new Map([...byLength].map(([length, group]) => [length, rowOf(group)]));
    this.#byLetters = new CodeIndex(codes, lettersOf);
    this.#byStems = new CodeIndex(codes, stemsOf);
  }

  /**
   * Official codes at most `limit` edits away (at most 2), or written with other case, separators or endings of words,
   * nearest first; the code itself is never among them. Of equals, the preferred and then the explained come first.
   */
  nearest(written: string, limit = 2, isPreferred: (code: string) => boolean = () => false): Suggestion[] {
    const near = this.#near(written, limit);
    if (near.length === 0) return [];
    const found = new Map(near.toReversed().map((one) => [one.code, one]));
    found.delete(written);
    const rank = ({ edit, code }: Suggestion) =>
      edits.indexOf(edit) + edits.length * ((isPreferred(code) ? 0 : 2) + (this.#catalog.has(code) ? 0 : 1));
    return [...found.values()].sort(
      (a, b) => weight(a) - weight(b) || rank(a) - rank(b) || (a.code < b.code ? -1 : 1),
    );
  }

  /** The official codes of some length that a text can be a single slip of. */
  correctionsFor(written: string): string[] {
    if (written.length < minimumMisspelling - 1) return [];
    return this.nearest(written, 1).flatMap(({ code, edit, distance }) =>
      edit !== "several" && distance <= 2 && code.length >= minimumMisspelling ? code : [],
    );
  }

  #alike(written: string): Suggestion[] {
    if (written === "") return [];
    const alike = this.#byLetters.get(lettersOf(written));
    const inflected = this.#byStems.get(stemsOf(written));
    return [...alike, ...inflected]
      .map((code) => ({ code, distance: distance(written, code).steps, edit: editBetween(written, code) }))
      .filter(({ edit }) => edit !== "several");
  }

  /** The same words come again and again in a tree of files, and looking through all codes costs a lot. */
  #near(written: string, limit: number): readonly Suggestion[] {
    const key = `${limit}${written}`;
    let found = this.#remembered.get(key);
    if (!found) {
      found = [...this.#alike(written), ...this.#within(written, limit)];
      if (this.#remembered.size >= maximumRemembered) this.#remembered.clear();
      // What was cut out of a text holds the whole of it; put together letter by letter, it does not.
      this.#remembered.set([...key].join(""), found);
    }
    return found;
  }

  #within(written: string, limit: number): Suggestion[] {
    const wanted = lettersIn(written);
    const found: Suggestion[] = [];
    for (let length = written.length - limit; length <= written.length + limit; length++) {
      const row = this.#byLength.get(length);
      if (!row) continue;
      for (const code of alikeIn(row, wanted, 2 * limit)) {
        const { steps } = distance(written, code);
        if (steps > 0 && steps <= limit)
          found.push({ code, distance: steps, edit: editBetween(written, code) });
      }
    }
    return found;
  }
}

/** The kind of slip between what was written and what was meant. */
function editBetween(written: string, meant: string): EditKind {
  if (written.toLowerCase() === meant.toLowerCase()) return "case";
  if (lettersOf(written) === lettersOf(meant)) return "separator";
  if (isInflection(written, meant)) return "inflection";
  if (distance(written, meant).steps !== 1) return "several";
  if (written.length < meant.length) return "missing";
  if (written.length === meant.length) return isSwap(written, meant) ? "swapped" : "wrong";
  const at = [...written].findIndex((char, index) => char !== meant[index]);
  return written[at] === written[at - 1] ? "doubled" : "wrong";
}

/** Whether all words are the same but one, which has another ending: `Expired` for `Expire`. */
function isInflection(written: string, meant: string): boolean {
  if (separatorsOf(written) !== separatorsOf(meant)) return false;
  const others = words(meant);
  const own = words(written);
  const different = own.filter((word, index) => word !== others[index]);
  return (
    own.length === others.length &&
    different.length === 1 &&
    own.every((word, index) => isSameStem(word, others[index] ?? ""))
  );
}

function separatorsOf(code: string): string {
  return code.replace(/[^._-]/g, "");
}

function isSwap(written: string, meant: string): boolean {
  return [...written].filter((char, index) => char !== meant[index]).length === 2;
}

/** A difference of case, separators or one ending alone, however often, is nearer than two edits of letters. */
function weight({ edit, distance }: Suggestion): number {
  const isSingle = edit === "case" || edit === "separator" || edit === "inflection";
  return isSingle ? Math.min(distance, 1.5) : distance;
}

/**
 * The letters that stand in a code once, twice and more often, each as bits of their places in the alphabet. Thousands of
 * codes are looked at for each word, so they stand as bare numbers in a row.
 */
const sets = 3;

/** Codes of one length, and the letters of each, one after the other. */
interface Row {
  codes: readonly string[];
  letters: Int32Array;
}

function rowOf(codes: readonly string[]): Row {
  const letters = new Int32Array(codes.length * sets);
  for (const [index, code] of codes.entries()) letters.set(lettersIn(code), index * sets);
  return { codes, letters };
}

function lettersIn(code: string): Int32Array {
  let [once, twice, oftener] = [0, 0, 0];
  for (let index = 0; index < code.length; index++) {
    const bit = 1 << (code.charCodeAt(index) & 31);
    oftener |= twice & bit;
    twice |= once & bit;
    once |= bit;
  }
  return Int32Array.of(once, twice, oftener);
}

/** The codes that differ from others in few letters: an edit changes how often two of them stand there, at most. */
function alikeIn({ codes, letters }: Row, wanted: Int32Array, most: number): string[] {
  const [once = 0, twice = 0, oftener = 0] = wanted;
  const found: string[] = [];
  for (let at = 0, index = 0; index < codes.length; at += sets, index++) {
    let apart = bits((letters[at] as number) ^ once);
    if (apart > most) continue;
    apart += bits((letters[at + 1] as number) ^ twice) + bits((letters[at + 2] as number) ^ oftener);
    if (apart <= most) found.push(codes[index] as string);
  }
  return found;
}

/** How many bits are set, counted in pairs, fours and bytes at once. */
function bits(set: number): number {
  const pairs = set - ((set >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
