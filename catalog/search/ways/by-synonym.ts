import { wordsOf } from "../../model/words.ts";
import { summaryTextOf } from "../index/tokens.ts";
import { intentOf } from "../meaning/intent.ts";
import { matchRanks } from "../ranks.ts";
import type { Way } from "./way.ts";
import { hasWord } from "./word-fields.ts";

/** More than what the words of a query weigh where they stand in the texts of an entry. */
const weight = 20;
/** What it weighs on top that the words themselves stand in the summary. */
const literal = 0.7;
/** What it weighs on top that the code has a word that is preferred: more than a place in the order of concepts. */
const preferred = 1.5;

/** Finds entries of the concepts, services and things that the words of a query stand for; every word must count. */
export const bySynonym: Way = {
  rank: matchRanks.meaning,

  find({ text }, { index, catalog }, hits) {
    const { table } = index;
    const intent = intentOf(text, new Set(catalog.services.map(({ service }) => service)));
    if (!intent) return;
    const { concepts, services, things, prefers, words: others } = intent;
    const order = ["", ...table.conceptIds].map((id) => concepts.indexOf(id));
    const [ofEntries, owners] = [table.column("concept"), table.column("owner")];
    const isOfService = table.owners.map(([, service]) => services.size === 0 || services.has(service));
    /** The words themselves, in the summary of an entry, say more than what they stand for. */
    const literalBonus = (entry: number, score: number) =>
      hits.hasRoomFor(matchRanks.meaning, score + literal) &&
      index.hasSummary(entry) &&
      hasWord(summaryTextOf(table.summaryOf(entry)), text)
        ? literal
        : 0;
    const isOfWords = things.size + prefers.size + others.size > 0;
    for (let entry = 0; entry < ofEntries.length; entry++) {
      const place = order[ofEntries[entry] as number] as number;
      if (concepts.length > 0 && place < 0) continue;
      if (!isOfService[owners[entry] as number] || !hits.isOpen(entry)) continue;
      const words = isOfWords ? wordsOf(table.keyOf(entry).code) : [];
      if ([...others].some((other) => !words.includes(other))) continue;
      if (things.size > 0 && !words.some((word) => isOneOf(word, things))) continue;
      const bonus = words.some((word) => isOneOf(word, prefers)) ? preferred : 0;
      const score = weight + bonus - Math.max(0, place);
      hits.add({ index: entry, rank: matchRanks.meaning, score: score + literalBonus(entry, score) });
    }
  },
};

function isOneOf(word: string, things: ReadonlySet<string>): boolean {
  return things.has(word) || (word.endsWith("s") && things.has(word.slice(0, -1)));
}
