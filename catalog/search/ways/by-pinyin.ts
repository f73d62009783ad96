import type { SearchIndex } from "../index/search-index.ts";
import { fields, pairOf } from "../index/tokens.ts";
import { Syllables } from "../pinyin.ts";
import { matchRanks } from "../ranks.ts";
import type { TopHits } from "../top-hits.ts";
import type { SearchScope } from "./scope.ts";
import type { Way } from "./way.ts";

/** What a match scores in the name of the concept and in the summary: more than an abbreviation can. */
const scores = { name: 3, summary: 2 };

/** Finds entries in the Chinese name or summary of which consecutive characters are spelled by the query. */
export const byPinyin: Way = {
  rank: matchRanks.pinyin,

  find({ pinyin: typed }, scope, hits) {
    if (typed !== undefined)
      findSpelled(typed, scope, hits, matchRanks.pinyin, (text) => text.matches(typed));
  },
};

/** Finds what the query spells in whole syllables: few abbreviate a code so. */
export const bySyllables: Way = {
  rank: matchRanks.abbreviation,

  find({ pinyin: typed }, scope, hits) {
    if (typed === undefined || !isOfSyllables(typed, scope.catalog.pinyin)) return;
    findSpelled(typed, scope, hits, matchRanks.abbreviation, (text) => text.areSpelledBy(typed));
  },
};

/** Whether letters consist of whole syllables. */
function isOfSyllables(typed: string, pinyin: Readonly<Record<string, string>>): boolean {
  const syllables = new Set(Object.values(pinyin));
  const ends = new Set([0]);
  for (const end of ends)
    for (let length = 1; length <= longestSyllable && end + length <= typed.length; length++)
      if (syllables.has(typed.slice(end, end + length))) ends.add(end + length);
  return ends.has(typed.length);
}

/** The letters of `zhuang`. */
const longestSyllable = 6;

function findSpelled(
  typed: string,
  scope: SearchScope,
  hits: TopHits,
  rank: number,
  isSpelledIn: (text: Syllables) => boolean,
): void {
  const { catalog, index } = scope;
  const { table } = index;
  const isSpelled = (text: string | undefined) => isSpelledIn(new Syllables(text ?? "", catalog.pinyin));
  const named = ["", ...table.conceptIds].map((id) => isSpelled(catalog.conceptWithId(id)?.name["zh-CN"]));
  const concepts = table.column("concept");
  const spelled = entriesSpelledBy(typed, scope);
  for (let entry = 0; entry < concepts.length; entry++) {
    const isNamed = named[concepts[entry] as number];
    if (!(isNamed || spelled.certain[entry] || spelled.possible[entry]) || !hits.isOpen(entry)) continue;
    const isSummed = () =>
      (spelled.certain[entry] && rank === matchRanks.pinyin) ||
      ((spelled.certain[entry] || spelled.possible[entry]) &&
        index.hasSummary(entry) &&
        isSpelled(table.summaryOf(entry)["zh-CN"]));
    if (isNamed || isSummed())
      hits.add({ index: entry, rank, score: isNamed ? scores.name : scores.summary });
  }
}

/** Returns for each entry whether two characters of its summary spell the letters, or may begin to spell them. */
function entriesSpelledBy(
  typed: string,
  { catalog, index }: SearchScope,
): { certain: Uint8Array; possible: Uint8Array } {
  const spelling = new Spelling(typed, catalog.pinyin, index);
  const { ended: certain, going: possible, after } = spelling.entriesFrom(new Set([0]));
  after.delete(typed.length);
  const next = spelling.entriesFrom(after);
  for (let entry = 0; entry < possible.length; entry++)
    if (!next.going[entry] && !next.ended[entry]) possible[entry] = 0;
  return { certain, possible };
}

/** The typed letters, as the pinyin of characters. */
class Spelling {
  readonly #typed: string;
  readonly #pinyin: Readonly<Record<string, string>>;
  readonly #index: SearchIndex;

  constructor(typed: string, pinyin: Readonly<Record<string, string>>, index: SearchIndex) {
    this.#typed = typed;
    this.#pinyin = pinyin;
    this.#index = index;
  }

  /** Returns the offsets in the letters at which a character that begins at an offset can end. */
  #endsOf(character: string, offset: number): number[] {
    const syllable = this.#pinyin[character] ?? "";
    const ends: number[] = [];
    for (let length = 1; length <= syllable.length && offset + length <= this.#typed.length; length++) {
      if (syllable.charAt(length - 1) !== this.#typed.charAt(offset + length - 1)) break;
      ends.push(offset + length);
    }
    return ends;
  }

  /**
   * Returns for each entry whether its summary has a character that spells the letters from one of the offsets to their
   * end, or two that do (`ended`), or two that spell some of them (`going`); and the offsets at which the first can end.
   */
  entriesFrom(offsets: ReadonlySet<number>): { ended: Uint8Array; going: Uint8Array; after: Set<number> } {
    const [ended, going] = [new Uint8Array(this.#index.table.size), new Uint8Array(this.#index.table.size)];
    const all = new Set<number>();
    for (const character of Object.keys(this.#pinyin)) {
      const after = [...offsets].flatMap((offset) => this.#endsOf(character, offset));
      if (after.length === 0) continue;
      const first = character.charCodeAt(0);
      for (const offset of after) all.add(offset);
      for (const second of this.#index.charactersAfter(first)) {
        const ends = after.flatMap((offset) => this.#endsOf(String.fromCharCode(second), offset));
        if (after.includes(this.#typed.length) || ends.includes(this.#typed.length))
          this.#mark(pairOf(first, second), ended);
        else if (ends.length > 0) this.#mark(pairOf(first, second), going);
      }
    }
    return { ended, going, after: all };
  }

  #mark(pair: number, entries: Uint8Array): void {
    this.#index.forEachWithPair(pair, (entry, set) => {
      if (set & fields.summary) entries[entry] = 1;
    });
  }
}
