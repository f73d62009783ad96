import { hasCauseIn } from "../../model/compiled/traits.ts";
import { bitCount } from "../bits.ts";
import { fields, pairOf } from "../index/tokens.ts";
import { matchRanks } from "../ranks.ts";
import type { SearchScope } from "./scope.ts";
import type { Way } from "./way.ts";

/** The share of the pairs that must occur; where only all texts together have so many, a quarter more. */
const minimumShare = 0.5;

/** So many pairs are bits of one set. */
const pairsOfSet = 32;

/** How many of the pairs of a query occur in the texts of an entry. */
interface PairCounts {
  name: number;
  summary: number;
  nameOrSummary: number;
  anywhere: number;
}

/** The sets of some pairs that occur in texts of their own, by entry, and in shared ones, by concept and by owner. */
interface PairSets {
  inSummary: Uint32Array;
  inOther: Uint32Array;
  inName: Uint32Array;
  inCause: Uint32Array;
  inService: Uint32Array;
}

/** Chinese is written without spaces: half of the pairs of adjacent characters must occur, in any order. */
export const byPairs: Way = {
  rank: matchRanks.meaning,

  find({ pairs, text }, scope, hits) {
    if (pairs.length < 2 || /[a-z\d]/.test(text)) return;
    const { index } = scope;
    const shareOf = (count: number) => count / pairs.length;
    const minimum = minimumShare * pairs.length;
    const countsOf = counter(pairs, scope);
    for (let entry = 0; entry < index.table.size; entry++) {
      const counts = countsOf(entry, minimum);
      if (!counts) continue;
      const bestShare = Math.max(shareOf(counts.nameOrSummary), shareOf(counts.anywhere) - 0.25);
      if (bestShare < minimumShare) continue;
      // What is read from a name says the same as the concept that is.
      const ofSummary = index.hasSummary(entry) ? shareOf(counts.summary) / 2 : 0;
      const score = bestShare + shareOf(counts.name) + ofSummary;
      hits.add({ index: entry, rank: matchRanks.meaning, score });
    }
  },
};

/** Returns a function for the counts of an entry, undefined if fewer pairs than some occur in all its texts. */
function counter(
  pairs: readonly string[],
  scope: SearchScope,
): (entry: number, minimum: number) => PairCounts | undefined {
  const { table } = scope.index;
  const [concepts, owners, traits] = [table.column("concept"), table.column("owner"), table.column("traits")];
  const all: PairSets[] = [];
  for (let from = 0; from < pairs.length; from += pairsOfSet)
    all.push(setsOf(pairs.slice(from, from + pairsOfSet), scope));
  return (entry, minimum) => {
    const [concept, owner] = [concepts[entry] as number, owners[entry] as number];
    const hasCause = hasCauseIn(traits[entry] as number);
    const counts = { name: 0, summary: 0, nameOrSummary: 0, anywhere: 0 };
    for (const { inSummary, inOther, inName, inCause, inService } of all) {
      const [name, summary] = [inName[concept] as number, inSummary[entry] as number];
      const cause = hasCause ? 0 : (inCause[concept] as number);
      const anywhere = name | summary | cause | (inOther[entry] as number) | (inService[owner] as number);
      if (anywhere === 0) continue;
      counts.name += bitCount(name);
      counts.summary += bitCount(summary);
      counts.nameOrSummary += bitCount(name | summary);
      counts.anywhere += bitCount(anywhere);
    }
    return counts.anywhere < minimum ? undefined : counts;
  };
}

function setsOf(pairs: readonly string[], { index, shared }: SearchScope): PairSets {
  const { size } = index.table;
  const [inSummary, inOther] = [new Uint32Array(size), new Uint32Array(size)];
  for (const [at, pair] of pairs.entries()) {
    const bit = 1 << at;
    index.forEachWithPair(pairOf(pair.charCodeAt(0), pair.charCodeAt(1)), (entry, set) => {
      if (set & fields.summary) (inSummary[entry] as number) |= bit;
      if (set & fields.other) (inOther[entry] as number) |= bit;
    });
  }
  const setIn = (text: string) =>
    pairs.reduce((set, pair, at) => (text.includes(pair) ? set | (1 << at) : set), 0);
  const [inName, inCause, inService] = [shared.names, shared.causes, shared.services].map((texts) =>
    Uint32Array.from(texts, setIn),
  ) as [Uint32Array, Uint32Array, Uint32Array];
  return { inSummary, inOther, inName, inCause, inService };
}
