import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { matchAbbreviation } from "../../catalog/search/abbreviation.ts";
import { CodeTable } from "../../catalog/search/code-table.ts";
import type { ExpectedCodes } from "../evidence/expected-codes.ts";
import { CodeOwners } from "./code-owners.ts";

/** What decides on the order of the codes at a place, apart from what is typed. */
export interface Preferences {
  /** The ids of the likely providers, most likely first. */
  providers: readonly string[];
  /** Whether the codes of other providers are left out. */
  isCertain: boolean;
  /** The ids of the services that the file imports. */
  services: readonly string[];
  /** The codes that the file uses elsewhere. */
  usedInFile: ReadonlySet<string>;
  /** The codes that other files of the workspace use. */
  usedInWorkspace: ReadonlySet<string>;
  /** The codes that are already in the same list or switch. */
  listed: ReadonlySet<string>;
  /** Whether the list is one of codes that are retried. */
  isRetried: boolean;
}

/** More checks for abbreviations would be noticed while typing. */
const maximumChecked = 3000;

/** Finds the codes of a catalog that are offered for what is typed at a place, best first. */
export class CodeRanking {
  readonly #table: CodeTable;
  /** Returns how late a code comes, by its index in the table; -1 if it is not offered. */
  readonly #scoreOf: (index: number) => number;

  constructor(catalog: Catalog, isExpected: ExpectedCodes, preferences: Preferences) {
    this.#table = CodeTable.of(catalog);
    const rankOf = CodeOwners.of(catalog).ranking(preferences);
    const { isRetried } = preferences;
    const uses = usesOf(this.#table, preferences);
    this.#scoreOf = (index) => {
      const rank = rankOf(index);
      if (rank < 0 || !isExpected(index)) return -1;
      const use = uses[index] ?? 0;
      const isListed = use & listedBit;
      const used = use & ~listedBit || unused;
      return ((isListed + (isRetried ? rank & 1 : 0)) * unused * 2 + used) * CodeOwners.ranks + rank;
    };
  }

  /**
   * Returns at most `limit` codes: those that begin with the typed text, in the same case before others; then those that
   * it abbreviates, then `meant`, then those that contain its letters in order.
   */
  matching(typed: string, limit: number, meant: readonly string[] = []): string[] {
    const { codes } = this.#table;
    const [from, to] = this.#table.withPrefix(typed);
    const found = this.#best(from, to, typed, limit);
    if (found.length >= limit || typed === "") return this.#codesAt(found);
    const isNew = (index: number) => (index < from || index >= to) && this.#scoreOf(index) >= 0;
    const abbreviated: number[] = [];
    const scattered: number[] = [];
    for (const index of this.#sorted(this.#table.withCharacters(typed, isNew)).slice(0, maximumChecked)) {
      if (found.length + abbreviated.length >= limit) break;
      const isAbbreviation = matchAbbreviation(typed, codes[index] ?? "")?.hasOnlyWordStarts;
      (isAbbreviation ? abbreviated : scattered).push(index);
    }
    const ofMeaning = meant
      .flatMap((code) => this.#table.indexOf(code))
      .filter((at) => this.#scoreOf(at) >= 0);
    const all = new Set([...found, ...abbreviated, ...ofMeaning, ...scattered]);
    return this.#codesAt([...all].slice(0, limit));
  }

  /** Returns at most `limit` codes that begin with the typed text. */
  beginningWith(typed: string, limit: number): string[] {
    return this.#codesAt(this.#best(...this.#table.withPrefix(typed), typed, limit));
  }

  #codesAt(indexes: readonly number[]): string[] {
    return indexes.map((index) => this.#table.codes[index] ?? "");
  }

  /** Returns the best codes of a range of indexes; codes that are equally good stay in alphabetical order. */
  #best(from: number, to: number, typed: string, limit: number): number[] {
    const sameCase = new Buckets(limit);
    const otherCase = new Buckets(limit);
    for (let index = from; index < to; index++) {
      const score = this.#scoreOf(index);
      if (score < 0) continue;
      (this.#table.codes[index]?.startsWith(typed) ? sameCase : otherCase).add(score, index);
    }
    return [...sameCase.inOrder(), ...otherCase.inOrder()].slice(0, limit);
  }

  #sorted(indexes: readonly number[]): number[] {
    const buckets = new Buckets(maximumChecked);
    for (const index of indexes) buckets.add(this.#scoreOf(index), index);
    return buckets.inOrder();
  }
}

/** Items by small integer scores: sorting them takes one pass. */
class Buckets {
  readonly #limit: number;
  readonly #items = new Map<number, number[]>();

  /** Of items with the same score, only the first ones up to `limit` are kept. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(score: number, item: number): void {
    const items = this.#items.get(score);
    if (!items) this.#items.set(score, [item]);
    else if (items.length < this.#limit) items.push(item);
  }

  inOrder(): number[] {
    return [...this.#items].sort(([a], [b]) => a - b).flatMap(([, items]) => items);
  }
}

/** How the uses of a code are stored: used in the file, in the workspace, nowhere; a bit for the list around. */
const [usedInFile, usedInWorkspace, unused, listedBit] = [1, 2, 3, 4];

/** Returns the uses of each code, by its index in the table; 0 if it has none. */
function usesOf(table: CodeTable, preferences: Preferences): Uint8Array {
  const uses = new Uint8Array(table.codes.length);
  const mark = (codes: Iterable<string>, change: (use: number) => number) => {
    for (const code of codes) for (const index of table.indexOf(code)) uses[index] = change(uses[index] ?? 0);
  };
  mark(preferences.usedInWorkspace, () => usedInWorkspace);
  mark(preferences.usedInFile, () => usedInFile);
  mark(preferences.listed, (use) => use | listedBit);
  return uses;
}

/** Sorts the entries of one code: those of the given providers first, in the order of the providers. */
export function sortByProvider(entries: readonly Entry[], providers: readonly string[]): Entry[] {
  return entries.toSorted((a, b) => rankOf(a, providers) - rankOf(b, providers));
}

function rankOf({ provider }: Entry, providers: readonly string[]): number {
  const index = providers.indexOf(provider);
  return index < 0 ? providers.length : index;
}
