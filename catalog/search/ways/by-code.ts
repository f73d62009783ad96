import { withoutSeparators } from "../../model/words.ts";
import { isWordStart } from "../abbreviation.ts";
import type { SearchIndex } from "../index/search-index.ts";
import { matchRanks } from "../ranks.ts";
import type { SearchText } from "../search-text.ts";
import type { Way } from "./way.ts";

/** A query shorter than this (in UTF-16 units) occurs inside words by chance. */
const minimumPart = 5;

/** Finds codes that the query is, begins, or is a part of from the beginning of a word. */
export const byCode: Way = {
  rank: matchRanks.exact,

  find(query, { index }, hits) {
    const { table, codeTexts } = index;
    const addCode = (code: number, rank: number, score: number, at: number) => {
      table.forEachEntryOfCode(code, (entry) => hits.add({ index: entry, rank, score, at }));
    };
    const { text } = query;
    for (const code of wholeCodes(query, index))
      addCode(code, matchRanks.exact, scoreOfWhole(codeTexts.at(code), text), 0);
    codeTexts.forEachContaining(text, (code, at) => {
      if (!isDeliberate(text, code, at, index)) return;
      const rank = at === 0 ? matchRanks.prefix : matchRanks.part;
      addCode(code, rank, text.length / codeTexts.lengthOf(code), at);
    });
  },
};

/** Finds codes that the query stands in anywhere. */
export const byInside: Way = {
  rank: matchRanks.inside,

  find({ text }, { index }, hits) {
    index.codeTexts.forEachContaining(text, (code, at) => {
      index.table.forEachEntryOfCode(code, (entry) =>
        hits.add({ index: entry, rank: matchRanks.inside, score: -at, at }),
      );
    });
  },
};

/** The longest of several codes comes first, and of those with the same letters the one that is written alike. */
function scoreOfWhole(code: string, text: string): number {
  return withoutSeparators(code).length + (code.toLowerCase() === text ? 0.5 : 0);
}

function wholeCodes({ codes, letters }: SearchText, index: SearchIndex): Set<number> {
  const named = codes.map((code) => index.table.codeNumber(code));
  const isExplained = (code: number) => code >= 0 && code < index.table.explainedCodes;
  return new Set([...named.filter(isExplained), ...index.codesWithLetters(letters)]);
}

/** Whether a text that a code contains was meant as the beginning of it, or of a word in it. */
function isDeliberate(text: string, code: number, at: number, { codeTexts }: SearchIndex): boolean {
  if (at === 0 || text.length >= minimumPart) return true;
  const end = codeTexts.lengthOf(code);
  const [before, first, next] = [at - 1, at, at + 1].map((one) =>
    one < end ? codeTexts.characterAt(code, one) : "",
  );
  return isWordStart(`${before}${first}${next}`, 1);
}
