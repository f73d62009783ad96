import { wordsOf } from "../../model/words.ts";
import { intentOf } from "../meaning/intent.ts";
import { matchRanks } from "../ranks.ts";
import type { Way } from "./way.ts";

/** More than what the words of a query weigh where they stand in the texts of an entry. */
const weight = 20;

/** Finds entries of the concepts, services and things that the words of a query stand for; every word must count. */
export const bySynonym: Way = {
  rank: matchRanks.meaning,

  find({ text }, { index, catalog }, hits) {
    const { table } = index;
    const intent = intentOf(text, new Set(catalog.services.map(({ service }) => service)));
    if (!intent) return;
    const { concepts, services, things, prefers } = intent;
    const order = ["", ...table.conceptIds].map((id) => concepts.indexOf(id));
    const [ofEntries, owners] = [table.column("concept"), table.column("owner")];
    const isOfService = table.owners.map(([, service]) => services.size === 0 || services.has(service));
    for (let entry = 0; entry < ofEntries.length; entry++) {
      const place = order[ofEntries[entry] as number] as number;
      if (concepts.length > 0 && place < 0) continue;
      if (!isOfService[owners[entry] as number] || !hits.isOpen(entry)) continue;
      const words = things.size + prefers.size > 0 ? wordsOf(table.keyOf(entry).code) : [];
      if (things.size > 0 && !words.some((word) => isOneOf(word, things))) continue;
      const bonus = words.some((word) => isOneOf(word, prefers)) ? 0.5 : 0;
      hits.add({ index: entry, rank: matchRanks.meaning, score: weight + bonus - Math.max(0, place) });
    }
  },
};

function isOneOf(word: string, things: ReadonlySet<string>): boolean {
  return things.has(word) || (word.endsWith("s") && things.has(word.slice(0, -1)));
}
