import type { Catalog } from "../model/catalog.ts";
import { dottedStemsOf, wordsOf } from "../model/words.ts";

/** Counts in how many codes of a provider, or of one of its services, words stand in a row; a dot counts as a word. */
export class WordUsage {
  readonly #catalog: Catalog;
  /** The stems of each code, between spaces, by provider and service; of a service, only its own ones. */
  readonly #stems = new Map<string, readonly string[]>();
  /** How often two words, with a space between, stand in a row, by provider. */
  readonly #pairs = new Map<string, ReadonlyMap<string, number>>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Returns the number of codes that have some stems, separated by spaces, in a row. */
  count(stems: string, provider: string, service?: string): number {
    return this.#stemsIn(provider, service).filter((one) => one.includes(` ${stems} `)).length;
  }

  /** Returns how often two words, in lower case, stand one after the other in the codes of a provider. */
  countPair(first: string, second: string, provider: string): number {
    let pairs = this.#pairs.get(provider);
    if (!pairs) {
      pairs = pairsIn(this.#codesOf(provider));
      this.#pairs.set(provider, pairs);
    }
    return pairs.get(`${first} ${second}`) ?? 0;
  }

  /** Returns the number of codes of a provider or service, without those that it shares with others. */
  size(provider: string, service?: string): number {
    return this.#stemsIn(provider, service).length;
  }

  #stemsIn(provider: string, service: string | undefined): readonly string[] {
    const key = `${provider} ${service ?? ""}`;
    let found = this.#stems.get(key);
    if (!found) {
      const codes = service === undefined ? this.#codesOf(provider) : this.#codesOfService(provider, service);
      found = [...codes].map((code) => ` ${dottedStemsOf(code)} `);
      this.#stems.set(key, found);
    }
    return found;
  }

  #codesOf(provider: string): readonly string[] {
    return this.#catalog.officialCodes.filter((code) => this.#catalog.providersOf(code).includes(provider));
  }

  #codesOfService(provider: string, service: string): ReadonlySet<string> {
    const { layers } = this.#catalog;
    return new Set(
      layers.flatMap((layer) =>
        layer
          .indexesIn(provider, service)
          .filter((index) => !layer.isRepeated(index))
          .map((index) => layer.table.keyOf(index).code),
      ),
    );
  }
}

function pairsIn(codes: Iterable<string>): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const code of codes) {
    const words = wordsOf(code);
    for (const [at, word] of words.slice(1).entries()) {
      const pair = `${words[at]} ${word}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}
