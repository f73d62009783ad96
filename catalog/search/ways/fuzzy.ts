import Fuse, { type IFuseOptions } from "fuse.js";
import type { Entry } from "../../model/entry.ts";
import { localizedTexts } from "../../text/localized-text.ts";
import { matchRanks } from "../ranks.ts";
import { segmentSimilarity } from "../spelling/segments.ts";
import { fuzzyCandidates } from "./fuzzy-candidates.ts";
import type { Way } from "./way.ts";

interface Candidate {
  index: number;
  entry: Entry;
}

const options: IFuseOptions<Candidate> = {
  includeScore: true,
  includeMatches: true,
  ignoreLocation: true,
  threshold: 0.3,
  minMatchCharLength: 2,
  keys: [
    { name: "code", weight: 4, getFn: ({ entry }) => entry.code },
    { name: "summary", weight: 2, getFn: ({ entry }) => localizedTexts(entry.summary, "both") },
    { name: "messages", weight: 1, getFn: ({ entry }) => entry.messages },
  ],
};

/** A longer query (in UTF-16 units) is not matched: that takes long, and finds what shares but a part with it. */
const maximumLength = 32;

/** Finds entries that contain the query with a few misspellings. The index chooses which entries fuse.js judges. */
export const fuzzy: Way = {
  rank: matchRanks.fuzzy,

  find(query, { index }, hits) {
    const { text } = query;
    if (text.length > maximumLength) return;
    const candidates = fuzzyCandidates(query, index, (entry) => hits.isOpen(entry)).map(
      (entry): Candidate => ({ index: entry, entry: index.table.decode(entry) }),
    );
    for (const { item, matches = [], score = 1 } of new Fuse(candidates, options).search(text)) {
      const inCode = matches.filter(({ key }) => key === "code");
      const similarity = inCode.length > 0 ? segmentSimilarity(text, item.entry.code) : undefined;
      hits.add({
        index: item.index,
        rank: matchRanks.fuzzy,
        // A misspelling is more likely in the code than in one of the many words about it, and likeliest within segments.
        score: similarity === undefined ? 1 - score + (inCode.length > 0 ? 1 : 0) : 2 + similarity,
        ranges: inCode.flatMap(({ indices }) =>
          indices.map(([from, to]): [number, number] => [from, to + 1]),
        ),
      });
    }
  },
};
