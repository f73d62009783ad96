import { wordsOf } from "../../model/words.ts";
import { summaryTextOf } from "../index/tokens.ts";
import { intentOf } from "../meaning/intent.ts";
import { matchRanks } from "../ranks.ts";
import type { SearchText } from "../search-text.ts";
import type { TopHits } from "../top-hits.ts";
import type { SearchScope } from "./scope.ts";
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
  find: (searched, scope, hits) => findMeant(searched, scope, hits, false),
};

/** Finds what those words of a query stand for that are in the tables, where nothing has all its words. */
export const bySynonymOfSome: Way = {
  rank: matchRanks.fuzzy,
  find: (searched, scope, hits) => findMeant(searched, scope, hits, true),
};

function findMeant(
  { text, words: written, pairs }: SearchText,
  { index, catalog }: SearchScope,
  hits: TopHits,
  isRelaxed: boolean,
): void {
  const rank = isRelaxed ? matchRanks.fuzzy : matchRanks.meaning;
  const { table } = index;
  const intent = intentOf(text, new Set(catalog.services.map(({ service }) => service)), isRelaxed);
  if (!intent) return;
  const { concepts, services, things, prefers, words: others } = intent;
  const order = ["", ...table.conceptIds].map((id) => concepts.indexOf(id));
  const [ofEntries, owners] = [table.column("concept"), table.column("owner")];
  const isOfService = table.owners.map(([, service]) => services.size === 0 || services.has(service));
  const parts = isRelaxed ? [...written.filter((word) => /^[\x21-\x7e]{3,}$/.test(word)), ...pairs] : [text];
  /** The words themselves, in the summary of an entry, say more than what they stand for; of some, each as its share. */
  const literalBonus = (entry: number, score: number) => {
    if (!hits.hasRoomFor(rank, score + literal) || !index.hasSummary(entry)) return 0;
    const summary = summaryTextOf(table.summaryOf(entry));
    return (literal * parts.filter((part) => hasWord(summary, part)).length) / Math.max(1, parts.length);
  };
  const isOfWords = things.size + prefers.size + others.size > 0;
  for (let entry = 0; entry < ofEntries.length; entry++) {
    const place = order[ofEntries[entry] as number] as number;
    if (concepts.length > 0 && place < 0) continue;
    if (!isOfService[owners[entry] as number] || !hits.isOpen(entry)) continue;
    const words = isOfWords ? wordsOf(table.keyOf(entry).code) : [];
    if ([...others].some((other) => !words.includes(other))) continue;
    const hasThing = words.some((word) => isOneOf(word, things));
    // Where little fits, what is wrong says more than with what.
    if (things.size > 0 && !hasThing && !(isRelaxed && concepts.length > 0)) continue;
    const bonus = (isRelaxed && hasThing) || words.some((word) => isOneOf(word, prefers)) ? preferred : 0;
    const score = weight + bonus - Math.max(0, place);
    hits.add({ index: entry, rank, score: score + literalBonus(entry, score) });
  }
}

function isOneOf(word: string, things: ReadonlySet<string>): boolean {
  return things.has(word) || (word.endsWith("s") && things.has(word.slice(0, -1)));
}
