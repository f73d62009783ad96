import type { Catalog } from "../model/catalog.ts";
import { dottedStemsOf } from "../model/words.ts";

/** Counts in how many codes of a provider, or of one of its services, words stand in a row; a dot counts as a word. */
export class WordUsage {
  readonly #catalog: Catalog;
  /** The stems of each code, between spaces, by provider and service; of a service, only its own ones. */
  readonly #stems = new Map<string, readonly string[]>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Returns the number of codes that have some stems, separated by spaces, in a row. */
  count(stems: string, provider: string, service?: string): number {
    return this.#stemsIn(provider, service).filter((one) => one.includes(` ${stems} `)).length;
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
