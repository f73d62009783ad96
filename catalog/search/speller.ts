import distance from "damerau-levenshtein";
import type { Catalog } from "../model/catalog.ts";
import { stemsOf, withoutSeparators } from "../model/words.ts";
import { bitCount } from "./bits.ts";
import { CodeIndex } from "./code-index.ts";
import { type EditKind, editBetween, edits, isDottedLowerCase } from "./edit.ts";
import { SimilarCodes } from "./similar-codes.ts";
import { Vocabulary } from "./vocabulary.ts";

/** An official code near a written text, `distance` edits away (insert, delete, replace, swap adjacent characters). */
export interface Suggestion {
  code: string;
  distance: number;
  edit: EditKind;
}

/** Shorter codes are not suggested as corrections: too many valid names are similar to them. */
export const minimumCorrectionLength = 8;

/** The maximum number of cached results. */
const maximumCached = 10_000;

/** Finds the official codes nearest to a misspelled one. */
export class Speller {
  readonly #catalog: Catalog;
  readonly #byLength: Map<number, CodeGroup>;
  readonly #byLetters: CodeIndex;
  readonly #byStems: CodeIndex;
  #similar: SimilarCodes | undefined;
  #vocabulary: Vocabulary | undefined;
  readonly #cache = new Map<string, Suggestion[]>();

  constructor(catalog: Catalog) {
    const codes = catalog.officialCodes;
    const byLength = Map.groupBy(codes, ({ length }) => length);
    this.#catalog = catalog;
    this.#byLength = new Map([...byLength].map(([length, group]) => [length, groupOf(group)]));
    this.#byLetters = new CodeIndex(codes, withoutSeparators);
    this.#byStems = new CodeIndex(codes, stemsOf);
  }

  /**
   * Returns the official codes that are at most `limit` edits away (at most 2) or differ only in case, separators or the
   * endings of words, nearest first; `written` itself is never among them. Among equals, preferred codes come first, then
   * codes with an entry.
   */
  nearest(written: string, limit = 2, isPreferred: (code: string) => boolean = () => false): Suggestion[] {
    const neighbours = this.#neighbours(written, limit);
    if (neighbours.length === 0) return [];
    const found = new Map(neighbours.toReversed().map((one) => [one.code, one]));
    found.delete(written);
    const rank = ({ edit, code }: Suggestion) =>
      edits.indexOf(edit) +
      edits.length * ((isPreferred(code) ? 0 : 2) + (this.#catalog.hasEntry(code) ? 0 : 1));
    return [...found.values()].sort(
      (a, b) => weight(a) - weight(b) || rank(a) - rank(b) || (a.code < b.code ? -1 : 1),
    );
  }

  /** Returns the official codes, long enough for a correction, from which the text differs by a single misspelling. */
  correctionsFor(written: string): string[] {
    if (written.length < minimumCorrectionLength - 1) return [];
    const near = /\p{Lu}/u.test(written) ? this.nearest(written, 1) : this.#inCapitals(written);
    return near.flatMap(({ code, edit, distance }) =>
      edit !== "several" && (edit === "case" || distance <= 2) && code.length >= minimumCorrectionLength
        ? code
        : [],
    );
  }

  /** Finds codes that mean the same as a text; created on first use. */
  get similar(): SimilarCodes {
    this.#similar ??= new SimilarCodes(this.#catalog.officialCodes);
    return this.#similar;
  }

  /** The words of the official codes; created on first use. */
  get vocabulary(): Vocabulary {
    this.#vocabulary ??= new Vocabulary(this.#catalog);
    return this.#vocabulary;
  }

  /** Returns the codes from which a dotted text in lower case differs only in case; no search for the nearest is needed. */
  #inCapitals(written: string): Suggestion[] {
    if (!isDottedLowerCase(written)) return [];
    return this.#variants(written).filter(({ edit }) => edit === "case");
  }

  /** Returns the codes that differ only in case, separators or the ending of a word. */
  #variants(written: string): Suggestion[] {
    if (written === "") return [];
    const respelled = this.#byLetters.get(withoutSeparators(written));
    const inflected = this.#byStems.get(stemsOf(written));
    return [...respelled, ...inflected]
      .map((code) => ({ code, distance: distance(written, code).steps, edit: editBetween(written, code) }))
      .filter(({ edit }) => edit !== "several");
  }

  /** Cached, since the same words recur in a tree of files and a search through all codes is expensive. */
  #neighbours(written: string, limit: number): readonly Suggestion[] {
    const key = `${limit}${written}`;
    let found = this.#cache.get(key);
    if (!found) {
      found = [...this.#variants(written), ...this.#withinDistance(written, limit)];
      if (this.#cache.size >= maximumCached) this.#cache.clear();
      // A substring keeps the whole text it was cut from in memory; a string joined from its characters does not.
      this.#cache.set([...key].join(""), found);
    }
    return found;
  }

  /** Returns the codes that are 1 to `limit` edits away. */
  #withinDistance(written: string, limit: number): Suggestion[] {
    const wanted = lettersIn(written);
    const found: Suggestion[] = [];
    for (let length = written.length - limit; length <= written.length + limit; length++) {
      const group = this.#byLength.get(length);
      if (!group) continue;
      for (const code of similarIn(group, wanted, 2 * limit)) {
        const { steps } = distance(written, code);
        if (steps > 0 && steps <= limit)
          found.push({ code, distance: steps, edit: editBetween(written, code) });
      }
    }
    return found;
  }
}

/** The distance for sorting: any number of differences in case, separators or one ending is nearer than two other edits. */
function weight({ edit, distance }: Suggestion): number {
  const isSingle = edit === "case" || edit === "separator" || edit === "inflection";
  return isSingle ? Math.min(distance, 1.5) : distance;
}

/**
 * The number of bit sets for each code: the letters that occur in it at least once, twice and three times, each as a bit
 * by its place in the alphabet. Thousands of codes are compared with each word, so the sets are numbers in one array.
 */
const setsPerCode = 3;

/** Codes of one length, and the bit sets of their letters, one code after the other. */
interface CodeGroup {
  codes: readonly string[];
  letters: Int32Array;
}

function groupOf(codes: readonly string[]): CodeGroup {
  const letters = new Int32Array(codes.length * setsPerCode);
  for (const [index, code] of codes.entries()) letters.set(lettersIn(code), index * setsPerCode);
  return { codes, letters };
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

/** Returns the codes whose bit sets differ from `wanted` in at most `limit` bits; one edit changes at most two bits. */
function similarIn({ codes, letters }: CodeGroup, wanted: Int32Array, limit: number): string[] {
  const [once = 0, twice = 0, thrice = 0] = wanted;
  const found: string[] = [];
  for (let at = 0, index = 0; index < codes.length; at += setsPerCode, index++) {
    let difference = bitCount((letters[at] as number) ^ once);
    if (difference > limit) continue;
    difference +=
      bitCount((letters[at + 1] as number) ^ twice) + bitCount((letters[at + 2] as number) ^ thrice);
    if (difference <= limit) found.push(codes[index] as string);
  }
  return found;
}
