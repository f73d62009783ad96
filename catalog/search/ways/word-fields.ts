import type { SearchIndex } from "../index/search-index.ts";
import {
  asciiWordsIn,
  codeWordsOf,
  fields,
  nonAsciiRunsIn,
  type OwnTexts,
  ownTextsOf,
  pairOf,
  summaryTextOf,
} from "../index/tokens.ts";

/** Whether a text contains a word: a non-ASCII one, such as Chinese, anywhere, an ASCII one only where a word begins. */
export function hasWord(text: string, word: string): boolean {
  const isNonAscii = /[^\p{ASCII}]/u.test(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isNonAscii || !/[a-z0-9]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** Whether the index alone says which texts contain a word: letters and digits, or one or two Chinese characters. */
export function isIndexed(word: string): boolean {
  return /^[a-z0-9]+$/.test(word) || /^[^\0-\x7f]{1,2}$/.test(word);
}

/**
 * Returns for each entry, by number, the set of its own texts that contain a word, see {@link hasWord}; undefined if
 * nothing in the index can say. Where the word {@link isIndexed} not, the set may have more fields: those that contain
 * all parts of it.
 */
export function fieldsWith(word: string, index: SearchIndex): Uint8Array | undefined {
  let found: Uint8Array | undefined;
  const restrict = (add: (sets: Uint8Array) => void) => {
    const sets = new Uint8Array(index.table.size);
    add(sets);
    if (!found) found = sets;
    else for (let entry = 0; entry < sets.length; entry++) (found[entry] as number) &= sets[entry] as number;
  };
  const isAscii = /^[\0-\x7f]*$/.test(word);
  let at = 0;
  for (const part of asciiWordsIn(word)) {
    at = word.indexOf(part, at);
    // A word with Chinese characters may begin within one of the text.
    if (at > 0 || isAscii) restrict((sets) => index.addWord(part, at + part.length < word.length, sets));
    at += part.length;
  }
  for (const run of nonAsciiRunsIn(word)) {
    if (run.length === 1) restrict((sets) => index.addCharacter(run.charCodeAt(0), sets));
    for (let second = 1; second < run.length; second++)
      restrict((sets) => addPair(run.charCodeAt(second - 1), run.charCodeAt(second), index, sets));
  }
  return found;
}

function addPair(first: number, second: number, index: SearchIndex, sets: Uint8Array): void {
  index.forEachWithPair(pairOf(first, second), (entry, set) => {
    sets[entry] = set;
  });
}

/**
 * Removes the fields that do not contain the word, by looking at them, from the sets of those entries, of some or all,
 * that are wanted.
 */
export function verifyFields(
  word: string,
  sets: Uint8Array,
  index: SearchIndex,
  isWanted: (entry: number) => boolean,
  entries: Iterable<number> = sets.keys(),
): void {
  // Where all pairs of a run of Chinese characters occur, the run itself hardly ever does not.
  const isRun = /^[^\0-\x7f]+$/.test(word);
  for (const entry of entries) {
    if (sets[entry] === 0 || !isWanted(entry) || (isRun && !index.hasSummary(entry))) continue;
    const textOf = textsOf(entry, index);
    for (const field of Object.keys(fields) as (keyof OwnTexts)[])
      if ((sets[entry] as number) & fields[field] && !hasWord(textOf(field), word))
        (sets[entry] as number) &= ~fields[field];
  }
}

/** Returns a function for the texts of an entry, which decodes no more than what it is asked for. */
function textsOf(entry: number, index: SearchIndex): (field: keyof OwnTexts) => string {
  const { table } = index;
  let texts: OwnTexts | undefined;
  return (field) => {
    if (field === "words") return codeWordsOf(table.keyOf(entry).code);
    if (field === "summary") return summaryTextOf(table.summaryOf(entry));
    texts ??= ownTextsOf(table.decode(entry));
    return texts[field];
  };
}
