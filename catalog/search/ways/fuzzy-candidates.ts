import distance from "damerau-levenshtein";
import { bitCount } from "../bits.ts";
import { charactersOf } from "../index/code-characters.ts";
import type { SearchIndex } from "../index/search-index.ts";
import { asciiWordsIn, nonAsciiRunsIn, pairsIn } from "../index/tokens.ts";
import type { SearchText } from "../search-text.ts";

/** How many entries are judged for their codes, and for their texts: each takes some 20 µs. */
const maximum = { codes: 150, texts: 150 };

/** The share of the letters of a word that may be wrong, as in the options of fuse.js. */
const wrongShare = 0.3;

/** Returns the entries, by number, that most likely contain a misspelled query. */
export function fuzzyCandidates(
  query: SearchText,
  index: SearchIndex,
  isOpen: (entry: number) => boolean,
): number[] {
  return [...new Set([...inCodes(query, index, isOpen), ...inTexts(query, index, isOpen)])];
}

/** Returns the entries whose codes share the most three adjacent letters with the query; of these, the shortest codes. */
function inCodes({ letters }: SearchText, index: SearchIndex, isOpen: (entry: number) => boolean): number[] {
  const { table, codeTexts } = index;
  const shared = new Uint8Array(table.explainedCodes);
  index.forEachSharedTrigram(letters, (code) => {
    shared[code] = Math.min(0xff, (shared[code] as number) + 1);
  });
  return best(shared, maximum.codes, (code) => codeTexts.lengthOf(code)).flatMap((code) =>
    [...table.entriesOfCode(code)].filter(isOpen),
  );
}

/** Returns the entries whose texts have the most words, and pairs of Chinese characters, that resemble those of the query. */
function inTexts({ text }: SearchText, index: SearchIndex, isOpen: (entry: number) => boolean): number[] {
  const { size } = index.table;
  const shared = new Uint8Array(size);
  const count = (add: (sets: Uint8Array) => void) => {
    const sets = new Uint8Array(size);
    add(sets);
    for (let entry = 0; entry < size; entry++)
      if (sets[entry] && isOpen(entry)) shared[entry] = Math.min(0xff, (shared[entry] as number) + 1);
  };
  for (const word of asciiWordsIn(text)) count((sets) => addSimilarWords(word, index, sets));
  for (const pair of nonAsciiRunsIn(text).flatMap(pairsIn))
    count((sets) =>
      index.forEachWithPair(pair, (entry, set) => {
        sets[entry] = set;
      }),
    );
  return best(shared, maximum.texts, () => 0);
}

/** Adds the fields of the words that, or the beginnings of which, differ from a word in a few letters. */
function addSimilarWords(word: string, index: SearchIndex, sets: Uint8Array): void {
  const limit = Math.floor(word.length * wrongShare);
  const wanted = charactersOf(word);
  const { texts, characters } = index.words;
  for (const [rank, other] of texts.entries()) {
    if (other.length < word.length - limit || bitCount(wanted & ~(characters[rank] as number)) > limit)
      continue;
    const beginning = other.slice(0, word.length + limit);
    if (distance(word, beginning).steps <= limit) index.addWords(rank, rank + 1, sets);
  }
}

/** Returns the numbers with the highest counts, at most `limit` of them; of equal counts those first that `sortKey` says. */
function best(counts: Uint8Array, limit: number, sortKey: (number: number) => number): number[] {
  const sizes = new Uint32Array(0x101);
  for (const count of counts) (sizes[count] as number)++;
  let [least, sum] = [0xff, sizes[0xff] as number];
  while (least > 1 && sum + (sizes[least - 1] as number) <= limit) sum += sizes[--least] as number;
  const found: number[] = [];
  const atLeast = Math.max(1, sum < limit ? least - 1 : least);
  for (let number = 0; number < counts.length; number++)
    if ((counts[number] as number) >= atLeast) found.push(number);
  const countOf = (number: number) => counts[number] as number;
  return found.sort((a, b) => countOf(b) - countOf(a) || sortKey(a) - sortKey(b) || a - b).slice(0, limit);
}
