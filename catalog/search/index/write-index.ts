import { Catalog } from "../../model/catalog.ts";
import type { CompiledCatalog } from "../../model/compiled/compiled-catalog.ts";
import { writeHashTable } from "../../model/compiled/hash-table.ts";
import { writeLists } from "../../model/compiled/lists.ts";
import { packNumbers } from "../../model/compiled/numbers.ts";
import { PostingsWriter } from "../../model/compiled/postings.ts";
import { StringWriter } from "../../model/compiled/strings.ts";
import { atOnce, type Slices } from "../../model/slices.ts";
import { withoutSeparators } from "../../model/words.ts";
import { toTemplate } from "../meaning/message-template.ts";
import { codeKeySections } from "./codes-by-key.ts";
import { keyGrams } from "./message-grams.ts";
import {
  asciiWordsIn,
  fieldBits,
  fields,
  nonAsciiRunsIn,
  type OwnTexts,
  ownTextsOf,
  pairsIn,
  trigramsIn,
} from "./tokens.ts";
import { wordCountSection } from "./word-counts.ts";

/** Returns the sections with all that the build indexes of a catalog. */
export function indexSections(table: CompiledCatalog): Map<string, Uint8Array> {
  const sections = atOnce(searchSections(table));
  return new Map([...sections, ...codeKeySections(table), ...wordCountSection(new Catalog(table))]);
}

/** Returns the sections of the index by which a catalog is searched, see `SearchIndex`, in slices. */
export function* searchSections(table: CompiledCatalog): Slices<Map<string, Uint8Array>> {
  const sections = new Map<string, Uint8Array>();
  yield* writeTexts(table, sections);
  yield;
  writeCodes(table, sections);
  return sections;
}

/** So many entries take a few milliseconds. */
const entriesPerSlice = 100;

/** Indexes the words, pairs of characters, and messages of the entries. */
function* writeTexts(table: CompiledCatalog, sections: Map<string, Uint8Array>): Slices<void> {
  const words = new PostingsWriter<string>(fieldBits);
  const pairs = new PostingsWriter<number>(fieldBits);
  const messages = new Map<string, number[]>();
  for (let index = 0; index < table.size; index++) {
    if (index % entriesPerSlice === 0) yield;
    const entry = table.decode(index);
    const texts = ownTextsOf(entry);
    for (const field of Object.keys(fields) as (keyof OwnTexts)[]) {
      // The words of a name are looked up in the codes themselves, which takes less room.
      if (entry.basis !== "name")
        for (const word of asciiWordsIn(texts[field])) words.add(word, index, fields[field]);
      for (const run of nonAsciiRunsIn(texts[field]))
        for (const pair of pairsIn(run)) pairs.add(pair, index, fields[field]);
    }
    for (const message of entry.messages) {
      const entries = messages.get(message);
      if (entries) entries.push(index);
      else messages.set(message, [index]);
    }
  }
  yield;
  const strings = new StringWriter();
  for (const word of words.writeTo(sections, "search.words")) strings.idOf(word);
  strings.writeTo(sections, "search.words");
  yield;
  sections.set("search.pairs", packNumbers(pairs.writeTo(sections, "search.pairs")));
  writeMessages(messages, sections);
}

function writeMessages(
  messages: ReadonlyMap<string, readonly number[]>,
  sections: Map<string, Uint8Array>,
): void {
  const parsed = [...messages].flatMap(([message, entries]) => {
    const template = toTemplate(message);
    return template ? { message, entries, template } : [];
  });
  const strings = new StringWriter();
  for (const { message } of parsed) strings.idOf(message);
  strings.writeTo(sections, "search.messages");
  writeLists(
    sections,
    "search.messages.entries",
    parsed.map(({ entries }) => entries),
  );
  const keys = keyGrams(parsed.map(({ template }) => template));
  writeHashTable(sections, "search.messages.grams", keys);
  const short = keys.flatMap((key, number) => (key === "" ? number : []));
  sections.set("search.messages.short", packNumbers(short));
}

/** Fewer codes are looked through one by one: that takes a millisecond or two, and the list of their letters much room. */
const manyCodes = 50_000;

/** Indexes the codes that have an entry. */
function writeCodes({ codes, explainedCodes }: CompiledCatalog, sections: Map<string, Uint8Array>): void {
  const all = Array.from({ length: explainedCodes }, (_, number) => codes.at(number));
  const letters = all.map(withoutSeparators);
  const isAscii = (code: string) => /^[\0-\x7f]*$/.test(code);
  sections.set("search.nonAscii", packNumbers(all.flatMap((code, number) => (isAscii(code) ? [] : number))));
  if (all.length < manyCodes) return;
  const trigrams = new PostingsWriter<number>(0);
  for (const [number, ofCode] of letters.entries())
    for (const trigram of trigramsIn(ofCode)) trigrams.add(trigram, number);
  sections.set("search.trigrams", packNumbers(trigrams.writeTo(sections, "search.trigrams")));
}
