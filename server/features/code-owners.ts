import type { Catalog } from "../../catalog/model/catalog.ts";
import type { EntryRow } from "../../catalog/model/layer.ts";
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
/**
 * The imported service, then what of it is not explained; the codes that all services share; other services, then what
 * of them is not explained.
 */
const serviceRanks = 5;
/** The ranks of services that a file does not import. */
const ofOthers = { common: 2, specific: 3 };
/** Three orders of magnitude, and the rest. */
const frequencies = 4;

/** The owners of so many codes are found in some milliseconds. */
const codesPerStep = 500;

/** The providers and services of all official codes of a catalog, in a form that is fast to compare. */
export class CodeOwners {
  /** More than the highest rank. */
  static readonly maximum = maximumProviders * serviceRanks * frequencies * 2;
  static readonly #cached = new WeakMap<Catalog, CodeOwners>();

  readonly #catalog: Catalog;
  readonly #codes: readonly string[];
  readonly #frequencyOf: (provider: string, code: string) => number;
  readonly #providers: string[] = [];
  readonly #providerIndexes = new Map<string, number>();
  /** Each service of each provider, and whether the entries are explained. */
  readonly #services: { id: string; isExplained: boolean }[] = [];
  readonly #serviceIndexes = new Map<string, number>();
  /** The number of the owners of each code: codes of the same owners have the same number. */
  readonly #ownersOf: Int32Array;
  /** For each such number, the owners: provider, service, frequency and whether retrying helps, in one number each. */
  readonly #owners: number[][] = [];
  readonly #numbers = new Map<string, number>();
  /** Of how many codes the owners are known. */
  #done = 0;
  /** The result of the last call of `ranks`: while someone types, it stays the same. */
  #last = { key: "", ranks: new Int16Array() };

  private constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.#codes = CodeTable.of(catalog).codes;
    this.#frequencyOf = frequenciesIn(catalog);
    this.#ownersOf = new Int32Array(this.#codes.length);
  }

  static of(catalog: Catalog): CodeOwners {
    const owners = CodeOwners.#begunFor(catalog);
    owners.#advance();
    return owners;
  }

  /** Makes what {@link of} returns, and yields in between. */
  static *preparing(catalog: Catalog): Generator<void> {
    const owners = CodeOwners.#begunFor(catalog);
    while (!owners.#advance(codesPerStep)) yield;
  }

  static #begunFor({ indexed }: Catalog): CodeOwners {
    let owners = CodeOwners.#cached.get(indexed);
    if (!owners) {
      owners = new CodeOwners(indexed);
      CodeOwners.#cached.set(indexed, owners);
    }
    return owners;
  }

  /** Finds the owners of more codes; returns whether those of all are known. */
  #advance(count = Number.POSITIVE_INFINITY): boolean {
    const end = Math.min(this.#codes.length, this.#done + count);
    for (; this.#done < end; this.#done++) {
      const owners = this.#ownersOfCode(this.#codes[this.#done] ?? "");
      this.#ownersOf[this.#done] = indexOf(this.#numbers, owners.join(), () => this.#owners.push(owners));
    }
    return this.#done === this.#codes.length;
  }

  #ownersOfCode(code: string): number[] {
    const catalog = this.#catalog;
    // Decoding the entries of all codes would take most of the time.
    return catalog.rowsOf(code).map((entry) => this.#owner(entry, catalog.retry(entry) === "backoff"));
  }

  #owner({ provider, service, code, basis }: EntryRow, isCured: boolean): number {
    const isExplained = basis === undefined;
    const providerIndex = indexOf(this.#providerIndexes, provider, () => this.#providers.push(provider));
    const serviceIndex = indexOf(this.#serviceIndexes, `${provider} ${service} ${isExplained}`, () =>
      this.#services.push({ id: service, isExplained }),
    );
    const frequency = this.#frequencyOf(provider, code);
    return (((serviceIndex << 8) | providerIndex) << 3) | (frequency << 1) | Number(isCured);
  }

  /**
   * Returns how late a code of a rank comes in a list of codes that are retried, from 0 to 3: after what a retry cures
   * come the other codes of an imported service, before all of the services that the file does not import.
   */
  static lateInRetries(rank: number): number {
    const service = Math.floor(rank / (frequencies * 2)) % serviceRanks;
    const isPermanent = (rank & 1) === 1;
    if (service < ofOthers.common) return isPermanent ? 1 : 0;
    if (isPermanent) return 3;
    return service === ofOthers.common ? 0 : 2;
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
    const serviceRankOf = this.#services.map(
      ({ id, isExplained }) =>
        (services.includes(id) ? 0 : id === "common" ? ofOthers.common : ofOthers.specific) +
        (isExplained || id === "common" ? 0 : 1),
    );
    const rankOf = (owner: number): number => {
      const providerRank = providerRanks[(owner >> 3) & 0xff] ?? -1;
      if (providerRank < 0) return -1;
      const order =
        (providerRank * serviceRanks + (serviceRankOf[owner >> 11] ?? serviceRanks - 1)) * frequencies;
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

/** Returns the index of a key; a new one is added to what is indexed, which returns its new length. */
function indexOf(indexes: Map<string, number>, key: string, add: () => number): number {
  const index = indexes.get(key) ?? add() - 1;
  indexes.set(key, index);
  return index;
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
