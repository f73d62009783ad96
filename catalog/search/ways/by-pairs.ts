import { hasCauseIn } from "../../model/compiled/traits.ts";
import { fields, pairOf } from "../index/tokens.ts";
import { matchRanks } from "../ranks.ts";
import type { SearchScope } from "./scope.ts";
import type { Way } from "./way.ts";

/** The share of the pairs that must occur; where only all texts together have so many, a quarter more. */
const minimumShare = 0.5;

/** How many of the pairs of a query occur in the texts of each entry, by its number. */
interface PairCounts {
  name: Uint16Array;
  summary: Uint16Array;
  nameOrSummary: Uint16Array;
  anywhere: Uint16Array;
}

/** Chinese is written without spaces: half of the pairs of adjacent characters must occur, in any order. */
export const byPairs: Way = {
  rank: matchRanks.meaning,

  find({ pairs, text }, scope, hits) {
    if (pairs.length < 2 || /[a-z\d]/.test(text)) return;
    const { index } = scope;
    const counts = countPairs(pairs, scope);
    for (let entry = 0; entry < counts.anywhere.length; entry++) {
      const shareOf = (one: Uint16Array) => (one[entry] ?? 0) / pairs.length;
      if (shareOf(counts.anywhere) < minimumShare) continue;
      const bestShare = Math.max(shareOf(counts.nameOrSummary), shareOf(counts.anywhere) - 0.25);
      if (bestShare < minimumShare) continue;
      // What is read from a name says the same as the concept that is.
      const ofSummary = index.hasSummary(entry) ? shareOf(counts.summary) / 2 : 0;
      const score = bestShare + shareOf(counts.name) + ofSummary;
      hits.add({ index: entry, rank: matchRanks.meaning, score });
    }
  },
};

function countPairs(pairs: readonly string[], scope: SearchScope): PairCounts {
  const { index, shared } = scope;
  const { size } = index.table;
  const [concepts, owners, traits] = (["concept", "owner", "traits"] as const).map((column) =>
    index.table.column(column),
  ) as [Uint32Array, Uint32Array, Uint32Array];
  const [name, summary, nameOrSummary, anywhere] = Array.from({ length: 4 }, () => new Uint16Array(size)) as [
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
  ];
  for (const pair of pairs.slice(0, 0xffff)) {
    const sets = new Uint8Array(size);
    index.forEachWithPair(pairOf(pair.charCodeAt(0), pair.charCodeAt(1)), (entry, set) => {
      sets[entry] = set;
    });
    const contains = (texts: readonly string[]) =>
      Uint8Array.from(texts, (text) => Number(text.includes(pair)));
    const [inName, inCause, inService] = [shared.names, shared.causes, shared.services].map(contains) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    for (let entry = 0; entry < size; entry++) {
      const set = sets[entry] as number;
      const concept = concepts[entry] as number;
      const isNamed = inName[concept] as number;
      const isSummed = set & fields.summary ? 1 : 0;
      const isElsewhere =
        (set & fields.other) !== 0 ||
        inService[owners[entry] as number] === 1 ||
        (inCause[concept] === 1 && !hasCauseIn(traits[entry] as number));
      (name[entry] as number) += isNamed;
      (summary[entry] as number) += isSummed;
      (nameOrSummary[entry] as number) += isNamed | isSummed;
      (anywhere[entry] as number) += isNamed | isSummed | Number(isElsewhere);
    }
  }
  return { name, summary, nameOrSummary, anywhere };
}
