import type { SearchIndex } from "../index/search-index.ts";
import { matchTemplate } from "../meaning/message-template.ts";
import { matchRanks } from "../ranks.ts";
import type { Way } from "./way.ts";

/** Finds entries of whose messages the query is one, or contains one. */
export const byMessage: Way = {
  rank: matchRanks.message,

  find({ message }, { index }, hits) {
    if (message === undefined) return;
    for (const [entry, score] of entriesWithMessage(message, index))
      hits.add({ index: entry, rank: matchRanks.message, score });
  },
};

/** Returns the entries, by number, of whose messages a normalised text contains one, with the length of its fixed text. */
export function entriesWithMessage(text: string, index: SearchIndex): Map<number, number> {
  const found = new Map<number, number>();
  for (const message of index.messagesIn(text)) {
    const template = index.template(message);
    const score = template ? matchTemplate(template, text) : 0;
    if (score === 0) continue;
    for (const entry of index.entriesWithMessage(message))
      found.set(entry, Math.max(score, found.get(entry) ?? 0));
  }
  return found;
}
