import type { Catalog } from "../model/catalog.ts";
import { Lazy } from "../model/lazy.ts";
import type { Slices } from "../model/slices.ts";
import { dottedStemsOf, wordsOf } from "../model/words.ts";

/** So many codes are read in about a millisecond. */
const codesPerStep = 128;

/** Counts in how many codes of a provider, or of one of its services, words stand in a row; a dot counts as a word. */
export class WordUsage {
  readonly #catalog: Catalog;
  /** The stems of each code, between spaces, by provider and service; of a service, only its own ones. */
  readonly #stems = new Map<string, Lazy<readonly string[]>>();
  /** How often two words, with a space between, stand in a row, by provider. */
  readonly #pairs = new Map<string, Lazy<ReadonlyMap<string, number>>>();
  /** By provider, its official codes. */
  readonly #codes: Lazy<ReadonlyMap<string, readonly string[]>>;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.#codes = new Lazy(() => codesByProvider(catalog));
  }

  /** Returns the number of codes that have some stems, separated by spaces, in a row. */
  count(stems: string, provider: string, service?: string): number {
    return this.#stemsIn(provider, service).filter((one) => one.includes(` ${stems} `)).length;
  }

  /** Returns how often two words, in lower case, stand one after the other in the codes of a provider. */
  countPair(first: string, second: string, provider: string): number {
    let pairs = this.#pairs.get(provider);
    if (!pairs) {
      pairs = new Lazy(() => this.#pairsOf(provider));
      this.#pairs.set(provider, pairs);
    }
    return pairs.value.get(`${first} ${second}`) ?? 0;
  }

  /** Returns the number of codes of a provider or service, without those that it shares with others. */
  size(provider: string, service?: string): number {
    return this.#stemsIn(provider, service).length;
  }

  #stemsIn(provider: string, service: string | undefined): readonly string[] {
    const key = `${provider} ${service ?? ""}`;
    let found = this.#stems.get(key);
    if (!found) {
      found = new Lazy(() => this.#stemsOf(provider, service));
      this.#stems.set(key, found);
    }
    return found.value;
  }

  *#stemsOf(provider: string, service: string | undefined): Slices<readonly string[]> {
    const codes =
      service === undefined ? yield* this.#codesOf(provider) : this.#codesOfService(provider, service);
    const stems: string[] = [];
    for (const code of codes) if (stems.push(` ${dottedStemsOf(code)} `) % codesPerStep === 0) yield;
    return stems;
  }

  *#pairsOf(provider: string): Slices<ReadonlyMap<string, number>> {
    const pairs = new Map<string, number>();
    for (const [number, code] of (yield* this.#codesOf(provider)).entries()) {
      const words = wordsOf(code);
      for (const [at, word] of words.slice(1).entries()) {
        const pair = `${words[at]} ${word}`;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
      if (number % codesPerStep === 0) yield;
    }
    return pairs;
  }

  *#codesOf(provider: string): Slices<readonly string[]> {
    return (yield* this.#codes.inSlices()).get(provider) ?? [];
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

function* codesByProvider(catalog: Catalog): Slices<ReadonlyMap<string, readonly string[]>> {
  const codes = new Map<string, string[]>();
  for (const [number, code] of catalog.officialCodes.entries()) {
    for (const provider of catalog.providersOf(code)) {
      const own = codes.get(provider);
      if (own) own.push(code);
      else codes.set(provider, [code]);
    }
    if (number % codesPerStep === 0) yield;
  }
  return codes;
}
