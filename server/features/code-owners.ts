import type { Catalog } from "../../catalog/model/catalog.ts";
import { CodeTable } from "../../catalog/search/code-table.ts";

/** Whose codes come first. */
interface OwnerPreferences {
  /** The ids of the likely providers, most likely first. */
  providers: readonly string[];
  /** Whether the codes of other providers are left out. */
  isCertain: boolean;
  /** The ids of the services that the file imports. */
  services: readonly string[];
}

/** Providers beyond these are not told apart. */
const maximumProviders = 16;
/** The imported service, the codes that all services share, other services, codes without an entry. */
const serviceRanks = 4;
/** Three orders of magnitude, and the rest. */
const frequencies = 4;

/** The providers and services of all official codes of a catalog, in a form that is fast to compare. */
export class CodeOwners {
  /** More than the highest rank. */
  static readonly maximum = maximumProviders * serviceRanks * frequencies * 2;
  static readonly #cached = new WeakMap<Catalog, CodeOwners>();

  readonly #providers: string[] = [];
  /** The id of each service of each provider; the first stands for codes without an entry. */
  readonly #services: string[] = [""];
  /** The number of the owners of each code: codes of the same owners have the same number. */
  readonly #ownersOf: Int32Array;
  /** For each such number, the owners: provider, service, frequency and whether retrying helps, in one number each. */
  readonly #owners: readonly (readonly number[])[];
  /** The result of the last call of `ranks`: while someone types, it stays the same. */
  #last = { key: "", ranks: new Int16Array() };

  private constructor(catalog: Catalog) {
    const { codes } = CodeTable.of(catalog);
    const providerIndexes = new Map<string, number>();
    const serviceIndexes = new Map<string, number>();
    const indexOf = (indexes: Map<string, number>, key: string, add: () => number): number => {
      const index = indexes.get(key) ?? add() - 1;
      indexes.set(key, index);
      return index;
    };
    const frequencyOf = frequenciesIn(catalog);
    const numbers = new Map<string, number>();
    const all: number[][] = [];
    this.#ownersOf = Int32Array.from(codes, (code) => {
      const owners: number[] = [];
      const add = (provider: string, service: string | undefined, isCured: boolean) => {
        const providerIndex = indexOf(providerIndexes, provider, () => this.#providers.push(provider));
        const serviceIndex =
          service === undefined
            ? 0
            : indexOf(serviceIndexes, `${provider} ${service}`, () => this.#services.push(service));
        owners.push(
          (((serviceIndex << 8) | providerIndex) << 3) | (frequencyOf(provider, code) << 1) | Number(isCured),
        );
      };
      // Decoding the entries of all codes would take most of the time.
      const entries = catalog.rowsOf(code);
      for (const entry of entries) add(entry.provider, entry.service, catalog.retry(entry) === "backoff");
      for (const provider of catalog.providersOf(code))
        if (!entries.some((entry) => entry.provider === provider)) add(provider, undefined, false);
      const key = owners.join();
      return indexOf(numbers, key, () => all.push(owners));
    });
    this.#owners = all;
  }

  static of(catalog: Catalog): CodeOwners {
    let owners = CodeOwners.#cached.get(catalog);
    if (!owners) {
      owners = new CodeOwners(catalog);
      CodeOwners.#cached.set(catalog, owners);
    }
    return owners;
  }

  /**
   * Returns the rank of each code, by its index in the table of codes: twice how early it comes because of its owner,
   * less being better, plus one if a later retry of the same request cannot succeed; -1 if it is left out.
   */
  ranks({ providers, isCertain, services }: OwnerPreferences): Int16Array {
    const others = isCertain ? -1 : Math.min(providers.length, maximumProviders - 1);
    const providerRanks = this.#providers.map((id) => {
      const at = providers.indexOf(id);
      return at < 0 ? others : Math.min(at, maximumProviders - 1);
    });
    const serviceRankOf = this.#services.map((service, at) =>
      at === 0 ? 3 : services.includes(service) ? 0 : service === "common" ? 1 : 2,
    );
    const rankOf = (owner: number): number => {
      const providerRank = providerRanks[(owner >> 3) & 0xff] ?? -1;
      if (providerRank < 0) return -1;
      const order = (providerRank * serviceRanks + (serviceRankOf[owner >> 11] ?? 3)) * frequencies;
      return (order + ((owner >> 1) & 3)) * 2 + (1 - (owner & 1));
    };
    const ranks = Int16Array.from(this.#owners, (owners) => {
      const own = owners.map(rankOf).filter((rank) => rank >= 0);
      return own.length > 0 ? Math.min(...own) : -1;
    });
    const key = ranks.join();
    if (this.#last.key === key) return this.#last.ranks;
    const all = new Int16Array(this.#ownersOf.length);
    for (let index = 0; index < all.length; index++) all[index] = ranks[this.#ownersOf[index] ?? 0] ?? -1;
    this.#last = { key, ranks: all };
    return all;
  }
}

/** Returns a function that returns how frequent a code of a provider is: 0 for the most frequent ones, 3 for the rest. */
function frequenciesIn({ providers }: Catalog): (provider: string, code: string) => number {
  const found = new Map<string, number>();
  for (const { id, frequentCodes = [] } of providers)
    frequentCodes.slice(0, frequencies - 1).forEach((codes, order) => {
      for (const code of codes) found.set(`${id} ${code}`, order);
    });
  return (provider, code) => found.get(`${provider} ${code}`) ?? frequencies - 1;
}
