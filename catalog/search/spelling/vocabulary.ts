import type { Catalog } from "../../model/catalog.ts";
import type { Slices } from "../../model/slices.ts";
import { joinsWords, type WordCounts, wordCountsOf } from "../index/word-counts.ts";

/** A word is a provider's own if so many of its codes have it: some official codes are misspelled themselves. */
const minimumCodes = 3;

/** A word that so many codes of one provider have is no misspelling anywhere. */
const manyCodes = 20;

/** Up to this share of its codes, a spelling is not a provider's own either. */
const oddShare = 1 / 500;

/** The words of the official codes of each provider, and how it joins them. */
export class Vocabulary {
  /** By word, the ids of the providers that use it in several codes. */
  readonly #owners = new Map<string, ReadonlySet<string>>();
  /** The words that one of them uses in many codes. */
  readonly #common = new Set<string>();
  /** See {@link wordCountsOf}. */
  readonly #joined: ReadonlyMap<string, number>;
  readonly #totals: ReadonlyMap<string, number>;

  /** Returns the vocabulary of a catalog, in slices. */
  static *of(catalog: Catalog): Slices<Vocabulary> {
    return new Vocabulary(yield* wordCountsOf(catalog));
  }

  private constructor({ words, joined, totals }: WordCounts) {
    this.#joined = joined;
    this.#totals = totals;
    for (const [word, ofWord] of words) {
      const several = [...ofWord].filter(([, count]) => count >= minimumCodes);
      if (several.length === 0) continue;
      this.#owners.set(word, new Set(several.map(([provider]) => provider)));
      if (several.some(([, count]) => count >= manyCodes)) this.#common.add(word);
    }
  }

  /** Whether one of the providers uses a word, in this or another inflection: they use both `Id` and `Ids`. */
  has(word: string, providers: readonly string[]): boolean {
    const uses = (form: string) => this.#uses(form, providers);
    // `expire` for `expired`, but not `exceede` for `exceeded`, whose stem is `exceed`.
    return formsOf(word).some(uses) || (word.endsWith("e") && uses(`${word}d`) && !uses(word.slice(0, -1)));
  }

  /** Whether a text joins words by an underscore as none of the providers does. */
  joinsOtherwise(text: string, providers: readonly string[]): boolean {
    const isOdd = (one: string) =>
      (this.#joined.get(one) ?? 0) < Math.max(minimumCodes, (this.#totals.get(one) ?? 0) * oddShare);
    return joinsWords.test(text) && providers.every(isOdd);
  }

  #uses(form: string, providers: readonly string[]): boolean {
    if (this.#common.has(form)) return true;
    const owners = this.#owners.get(form);
    return owners !== undefined && providers.some((provider) => owners.has(provider));
  }
}

/** Returns a word and its likely other inflections, in correct English only: of `fail`, not `faild`. */
function formsOf(word: string): string[] {
  const forms = [word];
  if (!word.endsWith("s")) forms.push(`${word}s`, `${word}ed`, `${word}ing`, `${word}er`, `${word}able`);
  if (/[^s]s$/.test(word)) forms.push(word.slice(0, -1));
  const base = /^(.{3,})(?:ed|ing|er|able)$/.exec(word)?.[1];
  if (base) forms.push(base, `${base}e`);
  return forms;
}
