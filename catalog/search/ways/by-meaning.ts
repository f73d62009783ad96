import { hasCauseIn, isOwnIn } from "../../model/compiled/traits.ts";
import { fields, summaryTextOf } from "../index/tokens.ts";
import { matchRanks } from "../ranks.ts";
import type { TopHits } from "../top-hits.ts";
import type { SearchScope } from "./scope.ts";
import type { Way } from "./way.ts";
import { fieldsWith, hasWord, isIndexed, verifyFields } from "./word-fields.ts";

/** What a word weighs in the name of a concept, in a summary, in the other texts, and, on top, in a code. */
const weights = { name: 3, summary: 2, other: 1, code: 1.5 };
/** What it weighs on top that the whole query stands in the name of the concept, or in the summary. */
const phraseBonus = { name: 2, summary: 1 };

/** What is known of each entry, by its number, after some of the words. */
interface Weighed {
  /** The entries that have all of these words; undefined before the first. */
  remaining: Uint32Array | undefined;
  sums: Float32Array;
  /** A bit that is set as long as the summary has all words. */
  inSummary: Uint8Array;
}

/** Every word must occur. It weighs most in the name of the concept, and least in the rest of the texts. */
export const byMeaning: Way = {
  rank: matchRanks.meaning,

  find({ text, words }, scope, hits) {
    const { index } = scope;
    const { size } = index.table;
    const inSummary = new Uint8Array(size).fill(fields.summary);
    const weighed: Weighed = { remaining: undefined, sums: new Float32Array(size), inSummary };
    for (const word of indexedFirst(words)) {
      const sets = fieldsWith(word, index);
      // Nothing but a look at all entries would say where punctuation stands.
      if (!sets) {
        if (!weighed.remaining) return;
        continue;
      }
      const isWanted = (entry: number) => hits.isOpen(entry);
      if (!isIndexed(word)) verifyFields(word, sets, index, isWanted, weighed.remaining);
      weighed.remaining = addWeights(word, sets, scope, weighed);
    }
    const inName = scope.shared.names.map((name) => hasWord(name, text));
    const concepts = index.table.column("concept");
    for (const entry of weighed.remaining ?? []) {
      const isNamed = inName[concepts[entry] as number] ?? false;
      const bonus = isNamed ? phraseBonus.name : inSummary[entry] ? phraseBonus.summary : 0;
      addHit(entry, weighed.sums[entry] as number, bonus, { text, words, scope, hits });
    }
  },
};

/** Adds a hit. Whether the summary contains the words as a phrase is looked up only if it matters. */
function addHit(
  index: number,
  sum: number,
  bonus: number,
  { text, words, scope, hits }: { text: string; words: readonly string[]; scope: SearchScope; hits: TopHits },
): void {
  const scoreWith = (granted: number) => (sum + granted) / words.length;
  const rank = matchRanks.meaning;
  const isUnsure = bonus === phraseBonus.summary && words.length > 1;
  const isGranted =
    !isUnsure ||
    !hits.hasRoomFor(rank, scoreWith(bonus)) ||
    (scope.index.hasSummary(index) && hasWord(summaryTextOf(scope.index.table.summaryOf(index)), text));
  hits.add({ index, rank, score: scoreWith(isGranted ? bonus : 0) });
}

/** Returns the words, those first of which the index knows at once where they are. */
function indexedFirst(words: readonly string[]): string[] {
  return words.toSorted((a, b) => Number(isIndexed(b)) - Number(isIndexed(a)));
}

/** Adds the weight of a word to the sums of the remaining entries, and returns those of them that have it. */
function addWeights(word: string, sets: Uint8Array, scope: SearchScope, weighed: Weighed): Uint32Array {
  const { table } = scope.index;
  const { remaining, sums, inSummary } = weighed;
  const [concepts, owners, traits] = [table.column("concept"), table.column("owner"), table.column("traits")];
  const { ofConcepts, ofOwners } = sharedWeights(word, scope);
  const found = new Uint32Array(remaining?.length ?? table.size);
  let length = 0;
  for (let at = 0; at < found.length; at++) {
    const entry = remaining ? (remaining[at] as number) : at;
    const set = sets[entry] as number;
    const ofConcept = ofConcepts[concepts[entry] as number] as number;
    const ofOwner = ofOwners[owners[entry] as number] as number;
    if (set === 0 && ofConcept === 0 && ofOwner === 0) continue;
    const isInCause = ofConcept === weights.other && !hasCauseIn(traits[entry] as number);
    // What is read from a name is no second sign beside the words of the name.
    let weight = set & fields.words && isOwnIn(traits[entry] as number) ? weights.code : 0;
    if (ofConcept === weights.name) weight += weights.name;
    else if (set & fields.summary) weight += weights.summary;
    else if (set & fields.other || ofOwner !== 0 || isInCause) weight += weights.other;
    else if (weight === 0 && set & fields.words) weight = weights.code;
    if (weight === 0) continue;
    (sums[entry] as number) += weight;
    (inSummary[entry] as number) &= set;
    found[length++] = entry;
  }
  return found.subarray(0, length);
}

/** Returns what a word weighs in the texts of each concept and of each service, by number. */
function sharedWeights(
  word: string,
  { shared }: SearchScope,
): { ofConcepts: Uint8Array; ofOwners: Uint8Array } {
  const ofCauses = shared.causes.map((cause) => (hasWord(cause, word) ? weights.other : 0));
  const ofConcepts = shared.names.map((name, at) =>
    hasWord(name, word) ? weights.name : (ofCauses[at] ?? 0),
  );
  const ofOwners = shared.services.map((name) => (hasWord(name, word) ? weights.other : 0));
  return { ofConcepts: Uint8Array.from(ofConcepts), ofOwners: Uint8Array.from(ofOwners) };
}
