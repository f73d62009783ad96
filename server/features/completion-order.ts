import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { isAbbreviation } from "../../catalog/search/abbreviation.ts";
import { CodeTable } from "../../catalog/search/code-table.ts";
import type { ExpectedCodes } from "../evidence/expected-codes.ts";
import { BestCodes } from "./best-codes.ts";
import { CodeOwners } from "./code-owners.ts";

/** What decides on the order of the codes at a place, apart from what is typed. */
export interface Preferences {
  /** The ids of the likely providers, most likely first. */
  providers: readonly string[];
  /** Whether the codes of other providers are left out. */
  isCertain: boolean;
  /** The ids of the services that the file imports. */
  services: readonly string[];
  /** The codes that a handler of the calls around is likely to test for, the likeliest first. */
  ofCalls: readonly string[];
  /** The codes that the file uses elsewhere. */
  usedInFile: ReadonlySet<string>;
  /** The codes that other files of the workspace use. */
  usedInWorkspace: ReadonlySet<string>;
  /** The codes that are already in the same list or switch. */
  listed: ReadonlySet<string>;
  /** Whether the list is one of codes that are retried. */
  isRetried: boolean;
}

/** More checks of how a code matches would be noticed while typing. */
const maximumChecked = 1500;

/** Finds the codes of a catalog that are offered for what is typed at a place, best first. */
export class CodeRanking {
  readonly #table: CodeTable;
  /** How late each code comes, by its index in the table; -1 if it is not offered. */
  readonly #scores: Int32Array;

  constructor(catalog: Catalog, expected: ExpectedCodes, preferences: Preferences) {
    this.#table = CodeTable.of(catalog);
    const ranks = CodeOwners.of(catalog).ranks(preferences);
    const ofCalls = preferences.ofCalls.flatMap((code) => this.#table.indexOf(code));
    const placeOf = new Map(ofCalls.map((index, at) => [index, Math.min(at, CodeOwners.maximum - 1)]));
    const scoreOf = (rank: number, use: number, among = rank): number => {
      const isListed = (use & listedBit) !== 0;
      const late = (isListed ? 4 : 0) + (preferences.isRetried ? CodeOwners.lateInRetries(rank) : 0);
      return (late * (unused + 1) + (use & ~listedBit || unused)) * CodeOwners.maximum + among;
    };
    // Nearly all codes have no use, and are many: theirs is looked up.
    const ofUnused = Int32Array.from({ length: CodeOwners.maximum }, (_, rank) => scoreOf(rank, 0));
    const scores = new Int32Array(ranks.length);
    for (let index = 0; index < scores.length; index++) {
      const rank = ranks[index] as number;
      scores[index] = rank < 0 || expected[index] !== 1 ? -1 : (ofUnused[rank] as number);
    }
    this.#scores = scores;
    const uses = usesOf(this.#table, preferences);
    const setUse = (index: number, use: number) => {
      if ((scores[index] ?? -1) >= 0) scores[index] = scoreOf(ranks[index] ?? 0, use, placeOf.get(index));
    };
    for (const [index, use] of uses) setUse(index, use);
    const best = ofCalls
      .filter((index) => uses.get(index) === ofCall && (scores[index] ?? -1) >= 0)
      .sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
    for (const index of best.slice(0, maximumBest)) setUse(index, bestOfCall);
  }

  /**
   * Returns at most `limit` codes: those that begin with the typed text, in the same case before others; then those that
   * it abbreviates, then `meant`, then those that contain its letters in order.
   */
  matching(typed: string, limit: number, meant: readonly string[] = []): string[] {
    const table = this.#table;
    const found = this.#beginningWith(typed, limit);
    if (found.length >= limit || typed === "") return this.#codesAt(found);
    const [from, to] = table.withPrefix(typed);
    const others = (atWordStart: boolean, matches: (index: number) => boolean): number[] => {
      const best = new BestCodes(this.#scores, maximumChecked);
      table.forEachWithCharacters(typed, atWordStart, (index) => {
        if (index < from || index >= to) best.add(index);
      });
      return takeWhere(best.inOrder(), limit - found.length, matches);
    };
    found.push(...others(true, (index) => isAbbreviation(typed, table.codes[index] ?? "")));
    found.push(
      ...meant.flatMap((code) => table.indexOf(code)).filter((index) => (this.#scores[index] ?? -1) >= 0),
    );
    if (found.length < limit) found.push(...others(false, (index) => table.hasInOrder(index, typed)));
    return this.#codesAt([...new Set(found)].slice(0, limit));
  }

  /** Returns at most `limit` codes that begin with the typed text. */
  beginningWith(typed: string, limit: number): string[] {
    return this.#codesAt(this.#beginningWith(typed, limit));
  }

  #beginningWith(typed: string, limit: number): number[] {
    const [from, to] = this.#table.withPrefix(typed);
    const { codes } = this.#table;
    const sameCase = new BestCodes(this.#scores, limit);
    const otherCase = new BestCodes(this.#scores, limit);
    for (let index = from; index < to; index++) {
      const isSameCase = typed === "" || codes[index]?.startsWith(typed);
      (isSameCase ? sameCase : otherCase).add(index);
    }
    return [...sameCase.inOrder(), ...otherCase.inOrder()].slice(0, limit);
  }

  #codesAt(indexes: readonly number[]): string[] {
    return indexes.map((index) => this.#table.codes[index] ?? "");
  }
}

/** Returns the first items for which a condition holds, at most `limit`. */
function takeWhere(items: readonly number[], limit: number, holds: (item: number) => boolean): number[] {
  const taken: number[] = [];
  for (const item of items) {
    if (taken.length >= limit) break;
    if (holds(item)) taken.push(item);
  }
  return taken;
}

/**
 * How the uses of a code are stored, the earliest in a list first: a call around can fail with it and the file uses it, it
 * is the likeliest of those with which a call can fail, the file uses it, a call can fail with it, the workspace uses it,
 * nobody does; and a bit for the list around. Codes that a file handles are handled again more often than a call's others.
 */
const [ofCallInFile, bestOfCall, usedInFile, ofCall, usedInWorkspace, unused, listedBit] = [
  1, 2, 3, 4, 5, 6, 8,
];
/** So many codes of the calls around come before those that the file uses. */
const maximumBest = 1;
/** Returns the uses of the codes that have any, by their indexes in the table. */
function usesOf(table: CodeTable, preferences: Preferences): Map<number, number> {
  const uses = new Map<number, number>();
  const mark = (codes: Iterable<string>, change: (use: number) => number) => {
    for (const code of codes)
      for (const index of table.indexOf(code)) uses.set(index, change(uses.get(index) ?? 0));
  };
  mark(preferences.usedInWorkspace, () => usedInWorkspace);
  mark(preferences.usedInFile, () => usedInFile);
  mark(preferences.ofCalls, (use) => (use === usedInFile ? ofCallInFile : ofCall));
  mark(preferences.listed, (use) => use | listedBit);
  return uses;
}

/**
 * Sorts the entries of one code as a hover does: those of the given providers first, in the order of the providers, and of
 * each those of the given services, then what all services share.
 */
export function sortForPlace(
  entries: readonly Entry[],
  providers: readonly string[],
  services: readonly string[],
): Entry[] {
  const rankOf = ({ provider, service }: Entry) => {
    const at = providers.indexOf(provider);
    if (at < 0) return 3 * providers.length;
    return 3 * at + (services.includes(service) ? 0 : service === "common" ? 1 : 2);
  };
  return entries.toSorted((a, b) => rankOf(a) - rankOf(b));
}
