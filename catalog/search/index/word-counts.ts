import type { Catalog } from "../../model/catalog.ts";
import type { CatalogLayer } from "../../model/layer.ts";
import { atOnce, type Slices } from "../../model/slices.ts";
import { wordsOf } from "../../model/words.ts";

/** How many official codes of each provider have a word, and how many join their words by underscores. */
export interface WordCounts {
  /** By word, the number of codes of each provider. */
  words: Map<string, Map<string, number>>;
  /** By provider, how many of its codes join words in small letters by an underscore: `Invalid_Instance`. */
  joined: Map<string, number>;
  /** By provider, the number of its codes. */
  totals: Map<string, number>;
}

/** Matches an underscore between words that are not in capitals. */
export const joinsWords = /[a-z\d]_[A-Z][a-z]/;

const section = "words.counts";

/** Returns the section with the counts of a catalog. */
export function wordCountSection(catalog: Catalog): Map<string, Uint8Array> {
  const { words, joined, totals } = atOnce(countAll(catalog));
  const stored = [[...words].map(([word, ofWord]) => [word, ...ofWord].flat()), [...joined], [...totals]];
  return new Map([[section, new TextEncoder().encode(JSON.stringify(stored))]]);
}

/** So many codes are counted in about a millisecond. */
const codesPerStep = 128;

/** Returns the counts of a catalog, in slices: those that the build has stored, and on top those of the other codes. */
export function* wordCountsOf(catalog: Catalog): Slices<WordCounts> {
  const stored = catalog.layers.find(({ table }) => table.sections.has(section));
  if (!stored) return yield* countAll(catalog);
  const counts = read(stored.table.sections.get(section) ?? new Uint8Array());
  yield;
  const others = catalog.layers.filter((layer) => layer !== stored);
  let number = 0;
  for (const code of new Set(others.flatMap(({ table }) => table.codes.all()))) {
    if (number++ % codesPerStep === 0) yield;
    const counted = ownersIn(stored, code);
    const owners = catalog.providersOf(code).filter((owner) => !counted.includes(owner));
    add(counts, code, owners);
  }
  return counts;
}

function* countAll(catalog: Catalog): Slices<WordCounts> {
  const counts: WordCounts = { words: new Map(), joined: new Map(), totals: new Map() };
  for (const [number, code] of catalog.officialCodes.entries()) {
    add(counts, code, catalog.providersOf(code));
    if (number % codesPerStep === 0) yield;
  }
  return counts;
}

function add({ words, joined, totals }: WordCounts, code: string, owners: readonly string[]): void {
  for (const owner of owners) totals.set(owner, (totals.get(owner) ?? 0) + 1);
  if (joinsWords.test(code)) for (const owner of owners) joined.set(owner, (joined.get(owner) ?? 0) + 1);
  for (const word of new Set(wordsOf(code))) {
    const ofWord = words.get(word) ?? new Map<string, number>();
    words.set(word, ofWord);
    for (const owner of owners) ofWord.set(owner, (ofWord.get(owner) ?? 0) + 1);
  }
}

/** Returns the providers of a code in the compiled catalog of a layer, those of replaced entries too. */
function ownersIn({ table }: CatalogLayer, code: string): string[] {
  const number = table.codeNumber(code);
  if (number < 0) return [];
  const ofEntries = Array.from(table.entriesOfCode(number), (entry) => table.keyOf(entry).provider);
  return [...ofEntries, ...table.knownProvidersOf(number)];
}

function read(bytes: Uint8Array): WordCounts {
  const [words, joined, totals] = JSON.parse(new TextDecoder().decode(bytes)) as [
    [word: string, ...counts: (string | number)[]][],
    [string, number][],
    [string, number][],
  ];
  const countsIn = (list: (string | number)[]) => {
    const counts = new Map<string, number>();
    for (let at = 0; at < list.length; at += 2) counts.set(String(list[at]), Number(list[at + 1]));
    return counts;
  };
  return {
    words: new Map(words.map(([word, ...counts]) => [word, countsIn(counts)])),
    joined: new Map(joined),
    totals: new Map(totals),
  };
}
