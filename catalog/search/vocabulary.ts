import type { Catalog } from "../model/catalog.ts";
import { wordsOf } from "../model/words.ts";

/** A word is a provider's own if so many of its codes have it: some official codes are misspelled themselves. */
const minimumCodes = 3;

/** A word that so many codes of one provider have is no misspelling anywhere. */
const manyCodes = 20;

/** The words of the official codes of each provider. */
export class Vocabulary {
  /** By word, the ids of the providers that use it in several codes; undefined stands for all providers. */
  readonly #providers = new Map<string, ReadonlySet<string> | undefined>();

  constructor(catalog: Catalog) {
    const counts = new Map<string, Map<string, number>>();
    for (const code of catalog.officialCodes) {
      const owners = catalog.providersOf(code);
      for (const word of new Set(wordsOf(code))) {
        const ofWord = counts.get(word) ?? new Map<string, number>();
        counts.set(word, ofWord);
        for (const owner of owners) ofWord.set(owner, (ofWord.get(owner) ?? 0) + 1);
      }
    }
    for (const [word, ofWord] of counts) {
      const several = [...ofWord].filter(([, count]) => count >= minimumCodes);
      if (several.length === 0) continue;
      const isCommon = several.some(([, count]) => count >= manyCodes);
      this.#providers.set(word, isCommon ? undefined : new Set(several.map(([provider]) => provider)));
    }
  }

  /** Whether one of the providers uses a word, in this or another inflection: they use both `Id` and `Ids`. */
  has(word: string, providers: readonly string[]): boolean {
    const uses = (form: string) => this.#uses(form, providers);
    // `expire` for `expired`, but not `exceede` for `exceeded`, whose stem is `exceed`.
    return formsOf(word).some(uses) || (word.endsWith("e") && uses(`${word}d`) && !uses(word.slice(0, -1)));
  }

  #uses(form: string, providers: readonly string[]): boolean {
    const users = this.#providers.get(form);
    if (users === undefined) return this.#providers.has(form);
    return providers.some((provider) => users.has(provider));
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
