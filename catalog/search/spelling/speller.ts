import distance from "damerau-levenshtein";
import type { Catalog } from "../../model/catalog.ts";
import { isExplained } from "../../model/explained.ts";
import { Lazy } from "../../model/lazy.ts";
import { stemsOf, withoutSeparators } from "../../model/words.ts";
import { WordUsage } from "../word-usage.ts";
import { CodesByLength } from "./codes-by-length.ts";
import { type EditKind, editBetween, edits, isDottedLowerCase } from "./edit.ts";
import { codesWith, SimilarCodes } from "./similar-codes.ts";
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
  #similar: SimilarCodes | undefined;
  readonly #vocabulary: Lazy<Vocabulary>;
  #usage: WordUsage | undefined;
  readonly #cache = new Map<string, Suggestion[]>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.#vocabulary = new Lazy(() => Vocabulary.of(catalog));
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
      edits.length * ((isPreferred(code) ? 0 : 2) + (isExplained(code, this.#catalog) ? 0 : 1));
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
    this.#similar ??= new SimilarCodes(this.#catalog);
    return this.#similar;
  }

  /** The words of the official codes; created on first use. */
  get vocabulary(): Vocabulary {
    return this.#vocabulary.value;
  }

  /** Counts the words of the official codes in a row; created on first use. */
  get usage(): WordUsage {
    this.#usage ??= new WordUsage(this.#catalog);
    return this.#usage;
  }

  /** Returns the codes from which a dotted text in lower case differs only in case; no search for the nearest is needed. */
  #inCapitals(written: string): Suggestion[] {
    if (!isDottedLowerCase(written)) return [];
    return this.#variants(written).filter(({ edit }) => edit === "case");
  }

  /** Returns the codes that differ only in case, separators or the ending of a word. */
  #variants(written: string): Suggestion[] {
    if (written === "") return [];
    const respelled = codesWith(this.#catalog, "letters", withoutSeparators(written));
    const inflected = codesWith(this.#catalog, "stems", stemsOf(written));
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
    const found: Suggestion[] = [];
    for (const code of this.#withLettersLike(written, limit)) {
      const { steps } = distance(written, code);
      if (steps > 0 && steps <= limit)
        found.push({ code, distance: steps, edit: editBetween(written, code) });
    }
    return found;
  }

  #withLettersLike(written: string, limit: number): Set<string> {
    const found = new Set<string>();
    for (const { table } of this.#catalog.layers) {
      const codes = CodesByLength.of(table);
      for (let length = written.length - limit; length <= written.length + limit; length++)
        for (const code of codes.withLettersLike(written, length, limit)) found.add(code);
    }
    return found;
  }
}

/** The distance for sorting: any number of differences in case, separators or one ending is nearer than two other edits. */
function weight({ edit, distance }: Suggestion): number {
  const isSingle = edit === "case" || edit === "separator" || edit === "inflection";
  return isSingle ? Math.min(distance, 1.5) : distance;
}
