import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { isAbbreviation } from "../../catalog/search/abbreviation.ts";
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
  /** The codes that the calls around can fail with, the most telling ones first. */
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
    const uses = usesOf(this.#table, preferences);
    const scoreOf = (index: number): number => {
      const rank = ranks[index] ?? -1;
      if (rank < 0 || expected[index] !== 1) return -1;
      const use = uses[index] ?? 0;
      const isListed = (use & listedBit) !== 0;
      const late = (isListed ? 4 : 0) + (preferences.isRetried ? CodeOwners.lateInRetries(rank) : 0);
      return (late * (unused + 1) + (use & ~listedBit || unused)) * CodeOwners.maximum + rank;
    };
    this.#scores = new Int32Array(ranks.length);
    for (let index = 0; index < ranks.length; index++) this.#scores[index] = scoreOf(index);
    const ofCalls = preferences.ofCalls.flatMap((code) => this.#table.indexOf(code));
    for (const index of this.#inOrder(
      ofCalls.filter((one) => uses[one] === ofCall),
      maximumBest,
    )) {
      uses[index] = bestOfCall;
      this.#scores[index] = scoreOf(index);
    }
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
      const room = limit - found.length;
      const candidates = table
        .withCharacters(typed, atWordStart)
        .filter((index) => index < from || index >= to);
      return takeWhere(this.#inOrder(candidates, maximumChecked), room, matches);
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
    const sameCase: number[] = [];
    const otherCase: number[] = [];
    for (let index = from; index < to; index++) {
      if ((this.#scores[index] ?? -1) < 0) continue;
      const isSameCase = typed === "" || this.#table.codes[index]?.startsWith(typed);
      (isSameCase ? sameCase : otherCase).push(index);
    }
    const best = this.#inOrder(sameCase, limit);
    return best.length < limit ? [...best, ...this.#inOrder(otherCase, limit - best.length)] : best;
  }

  #codesAt(indexes: readonly number[]): string[] {
    return indexes.map((index) => this.#table.codes[index] ?? "");
  }

  /** Returns the best of some codes that are offered; codes that are equally good stay in alphabetical order. */
  #inOrder(indexes: readonly number[], limit: number): number[] {
    const scores = this.#scores;
    // Sorting takes longer than counting how many codes there are of each score.
    const counts = new Int32Array(maximumScore);
    for (const index of indexes) {
      const score = scores[index] ?? -1;
      if (score >= 0) counts[score] = (counts[score] ?? 0) + 1;
    }
    let last = 0;
    for (let total = 0; last < maximumScore; last++) {
      total += counts[last] ?? 0;
      if (total >= limit) break;
    }
    const best: number[] = [];
    for (const index of indexes) {
      const score = scores[index] ?? -1;
      // Of the codes with the last score, there may be many more than are wanted.
      if (score >= 0 && (score < last || (score === last && best.length < limit))) best.push(index);
    }
    return best.sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b).slice(0, limit);
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
 * is one of the best of those with which a call can fail, the file uses it, a call can fail with it, the workspace uses it,
 * nobody does; and a bit for the list around. Codes that a file handles are handled again more often than a call's others.
 */
const [ofCallInFile, bestOfCall, usedInFile, ofCall, usedInWorkspace, unused, listedBit] = [
  1, 2, 3, 4, 5, 6, 8,
];
/** So many codes of the calls around come before those that the file uses. */
const maximumBest = 2;
/** More than the highest score of a code: the latest one is in the list around, and cannot be retried. */
const maximumScore = ((4 + 3) * (unused + 1) + unused + 1) * CodeOwners.maximum;

/** Returns the uses of each code, by its index in the table; 0 if it has none. */
function usesOf(table: CodeTable, preferences: Preferences): Uint8Array {
  const uses = new Uint8Array(table.codes.length);
  const mark = (codes: Iterable<string>, change: (use: number) => number) => {
    for (const code of codes) for (const index of table.indexOf(code)) uses[index] = change(uses[index] ?? 0);
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
