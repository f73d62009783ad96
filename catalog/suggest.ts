import distance from "damerau-levenshtein";
import { lettersOf } from "./card.ts";
import type { Catalog } from "./catalog.ts";
import { groupBy } from "./group-by.ts";
import { isSameStem, stemsOf, words } from "./words.ts";

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
export type Edit = (typeof edits)[number];

/** A known code near to what was written, `distance` edits away (insert, drop, replace, swap neighbours). */
export interface Suggestion {
  code: string;
  distance: number;
  edit: Edit;
}

/** Shorter codes have too many honest neighbours. */
export const minimumSlip = 8;

/** How many words' neighbours are kept. */
const maximumRemembered = 10_000;

/** Finds the official codes nearest to a misspelled one. */
export class Speller {
  readonly #catalog: Catalog;
  readonly #byLength: Map<number, (Letters & { code: string })[]>;
  readonly #byLetters: Map<string, string[]>;
  readonly #byStems: Map<string, string[]>;
  readonly #remembered = new Map<string, Suggestion[]>();

  constructor(catalog: Catalog) {
    const codes = catalog.official;
    const all = codes.map((code) => ({ code, ...lettersIn(code) }));
    this.#catalog = catalog;
    this.#byLength = groupBy(all, ({ code }) => code.length);
    this.#byLetters = groupBy(codes, lettersOf);
    this.#byStems = groupBy(codes, stemsOf);
  }

  /**
   * Official codes at most `limit` edits away (at most 2), or written with other case, separators or endings of words,
   * nearest first; the code itself is never among them. Of equals, the preferred and then the explained come first.
   */
  nearest(written: string, limit = 2, isPreferred: (code: string) => boolean = () => false): Suggestion[] {
    const near = [...this.#alike(written), ...this.#within(written, limit)];
    const found = new Map(near.toReversed().map((one) => [one.code, one]));
    found.delete(written);
    const rank = ({ edit, code }: Suggestion) =>
      edits.indexOf(edit) + edits.length * ((isPreferred(code) ? 0 : 2) + (this.#catalog.has(code) ? 0 : 1));
    return [...found.values()].sort(
      (a, b) => weight(a) - weight(b) || rank(a) - rank(b) || (a.code < b.code ? -1 : 1),
    );
  }

  /** The official codes of some length that a text can be a single slip of. */
  slipOf(written: string): string[] {
    if (written.length < minimumSlip - 1) return [];
    return this.nearest(written, 1).flatMap(({ code, edit, distance }) =>
      edit !== "several" && distance <= 2 && code.length >= minimumSlip ? code : [],
    );
  }

  #alike(written: string): Suggestion[] {
    if (written === "") return [];
    const alike = this.#byLetters.get(lettersOf(written)) ?? [];
    const inflected = this.#byStems.get(stemsOf(written)) ?? [];
    return [...alike, ...inflected]
      .map((code) => ({ code, distance: distance(written, code).steps, edit: editBetween(written, code) }))
      .filter(({ edit }) => edit !== "several");
  }

  /** The same words come again and again in a tree of files, and looking through all codes costs a lot. */
  #within(written: string, limit: number): Suggestion[] {
    const key = `${limit}${written}`;
    let found = this.#remembered.get(key);
    if (!found) {
      found = this.#look(written, limit);
      if (this.#remembered.size >= maximumRemembered) this.#remembered.clear();
      // What was cut out of a text holds the whole of it; put together letter by letter, it does not.
      this.#remembered.set([...key].join(""), found);
    }
    return found;
  }

  #look(written: string, limit: number): Suggestion[] {
    const wanted = lettersIn(written);
    const found: Suggestion[] = [];
    for (let length = written.length - limit; length <= written.length + limit; length++) {
      for (const one of this.#byLength.get(length) ?? []) {
        if (apart(one, wanted) > 2 * limit) continue;
        const { code } = one;
        const { steps } = distance(written, code);
        if (steps > 0 && steps <= limit)
          found.push({ code, distance: steps, edit: editBetween(written, code) });
      }
    }
    return found;
  }
}

/** The kind of slip between what was written and what was meant. */
function editBetween(written: string, meant: string): Edit {
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

/** The letters that stand in a code once, twice and more often, as bits of their places in the alphabet. */
interface Letters {
  once: number;
  twice: number;
  oftener: number;
}

function lettersIn(code: string): Letters {
  let [once, twice, oftener] = [0, 0, 0];
  for (let index = 0; index < code.length; index++) {
    const bit = 1 << (code.charCodeAt(index) & 31);
    oftener |= twice & bit;
    twice |= once & bit;
    once |= bit;
  }
  return { once, twice, oftener };
}

/** How many letters two codes differ in, at least: an edit changes how often two of them stand there, at most. */
function apart(a: Letters, b: Letters): number {
  return bits(a.once ^ b.once) + bits(a.twice ^ b.twice) + bits(a.oftener ^ b.oftener);
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
