import { bestAbbreviationScore, matchAbbreviation, toAbbreviation } from "../abbreviation.ts";
import type { SearchIndex } from "../index/search-index.ts";
import { matchRanks } from "../ranks.ts";
import type { TopHits } from "../top-hits.ts";
import type { Way } from "./way.ts";

/** Finds codes that the query abbreviates, see {@link matchAbbreviation}. */
export const byAbbreviation: Way = {
  rank: matchRanks.abbreviation,

  find({ text }, { index }, hits) {
    const abbreviation = toAbbreviation(text);
    if (abbreviation === undefined) return;
    const { table, codeTexts } = index;
    const [explained, others]: [Possible[], Possible[]] = [[], []];
    codeTexts.forEachAbbreviatedBy(abbreviation, (code, share) => {
      const isExplained = table.entriesOfCode(code).some((entry) => index.hasSummary(entry));
      (isExplained ? explained : others).push({ code, best: bestAbbreviationScore(share) });
    });
    findIn(explained, text, index, hits, true);
    findIn(others, text, index, hits, false);
  },
};

/** A code that may match, and the highest score that it can have. */
interface Possible {
  code: number;
  best: number;
}

function findIn(
  possible: Possible[],
  text: string,
  { table, codeTexts }: SearchIndex,
  hits: TopHits,
  areExplained: boolean,
): void {
  // The score is expensive: it is computed only as long as there can be a better one.
  possible.sort((a, b) => b.best - a.best);
  for (const [at, { code, best }] of possible.entries()) {
    if (at % 64 === 0) hits.settle();
    if (!hits.hasRoomFor(matchRanks.abbreviation, best, areExplained)) return;
    const entries = table.entriesOfCode(code);
    const isOpen = entries.some((entry) => hits.isOpen(entry));
    const found = isOpen ? matchAbbreviation(text, codeTexts.at(code)) : undefined;
    if (!found) continue;
    for (const entry of entries) hits.add({ index: entry, rank: matchRanks.abbreviation, ...found });
  }
}
