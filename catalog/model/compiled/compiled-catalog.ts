import type { LocalizedText } from "../../text/localized-text.ts";
import type {
  CatalogData,
  CodesOfEveryAction,
  Concept,
  Entry,
  NameReader,
  Provider,
  Service,
} from "../entry.ts";
import { CodeIndex } from "./code-index.ts";
import { readRecord, readSummary, type SourceTable } from "./entry-record.ts";
import { Lists } from "./lists.ts";
import { MessageHashes } from "./message-hashes.ts";
import { readNumbers } from "./numbers.ts";
import { withTextsFromName } from "./read-texts.ts";
import type { Parts, Sections } from "./sections.ts";
import { StringReader } from "./strings.ts";
import { type Traits, unpackTraits } from "./traits.ts";
import { longestVarint, VarintReader } from "./varint.ts";

/** The columns that each entry has a number in. */
export const columns = ["code", "owner", "concept", "traits", "record"] as const;

/** The section of each column: a query asks for columns too often to compose its name anew. */
const columnSections = Object.fromEntries(columns.map((name) => [name, `entries.${name}`]));

/** What an entry is found by. */
export type EntryKey = Pick<Entry, "provider" | "service" | "code">;

/**
 * A catalog in the form that `compileCatalog` writes. Codes and entries have numbers, in the order of the catalog;
 * of an entry nothing is decoded until it is asked for.
 */
export class CompiledCatalog {
  readonly sections: Sections;
  /** All official codes, those with an entry first. */
  readonly codes: StringReader;
  /** The texts of the entries. */
  readonly texts: StringReader;
  readonly #codeIndex: CodeIndex;
  readonly #records: Parts;
  readonly #parsed = new Map<string, unknown>();
  readonly #numbers = new Map<string, Uint32Array>();
  readonly #decoded = new Map<number, Entry>();
  readonly #readName: NameReader | undefined;
  #entriesOfCodes: Lists | undefined;
  #entriesOfConcepts: Lists | undefined;
  #messageHashes: MessageHashes | undefined;

  /** `readName` gives the texts of entries that only the names of their codes explain, if the sections do not have them. */
  constructor(sections: Sections, readName?: NameReader) {
    this.sections = sections;
    this.#readName = readName;
    this.codes = new StringReader(sections, "codes");
    this.#codeIndex = new CodeIndex(sections, this.codes);
    this.texts = new StringReader(sections, "entries");
    this.#records = sections.parts("entries.records");
  }

  get providers(): readonly Provider[] {
    return this.#json<Provider[]>("providers", []);
  }

  get services(): readonly Service[] {
    return this.#json<Service[]>("services", []);
  }

  get concepts(): readonly Concept[] {
    return this.#json<Concept[]>("concepts", []);
  }

  /** See {@link CatalogData}. */
  get pinyin(): CatalogData["pinyin"] {
    return this.#json("pinyin", {});
  }

  /** See {@link CatalogData}. */
  get complete(): readonly string[] {
    return this.#json<string[]>("complete", []);
  }

  /** See {@link CatalogData}. */
  get codesOfEveryAction(): readonly CodesOfEveryAction[] {
    return this.#json<CodesOfEveryAction[]>("actions.every", []);
  }

  /** The ids of the concepts of the entries; their numbers in the column are one more, and 0 means none. */
  get conceptIds(): readonly string[] {
    return this.#json<string[]>("conceptIds", []);
  }

  /** The provider and the service of each owner, by its number in the column. */
  get owners(): readonly (readonly [provider: string, service: string])[] {
    return this.#json<[string, string][]>("owners", []);
  }

  /** The different lists of HTTP statuses of the entries, by number. */
  get statuses(): readonly (readonly number[])[] {
    return this.#json<number[][]>("statuses", []);
  }

  /** The number of entries. */
  get size(): number {
    return this.column("code").length;
  }

  /** Returns a number for each entry; what it means depends on the column, see `compileCatalog`. */
  column(name: (typeof columns)[number]): Uint32Array {
    return this.numbers(columnSections[name] as string);
  }

  /** Returns a section as 32-bit numbers. */
  numbers(section: string): Uint32Array {
    let found = this.#numbers.get(section);
    if (!found) {
      found = readNumbers(this.sections, section) ?? new Uint32Array();
      this.#numbers.set(section, found);
    }
    return found;
  }

  /** Returns the number of a code, or -1. */
  codeNumber(code: string): number {
    return this.#codeIndex.numberOf(code);
  }

  /** Returns the numbers of the codes with an entry that equal one apart from its case and separators. */
  codesSpelledLike(code: string): number[] {
    return this.#codeIndex.spelledLike(code);
  }

  /** Returns whether there are such codes, see {@link codesSpelledLike}. */
  hasCodeSpelledLike(code: string): boolean {
    return this.#codeIndex.hasSpelledLike(code);
  }

  /** Returns the numbers of the codes that begin with a text, in ascending order. */
  codesWithPrefix(prefix: string): number[] {
    return this.#codeIndex.withPrefix(prefix, this.numbers("codes.sorted"));
  }

  /** The number of codes with an entry; the others follow them. */
  get explainedCodes(): number {
    return this.#entryLists.size;
  }

  /** Returns the entries with a message of which only the hash is known, by number, without copying the list. */
  entriesWithMessageHash(hash: number): Uint32Array {
    this.#messageHashes ??= new MessageHashes(this.sections);
    return this.#messageHashes.entriesOf(hash);
  }

  /** Returns the entries of a code, by number, without copying the list. */
  entriesOfCode(number: number): Uint32Array {
    return this.#entryLists.of(number);
  }

  /** Calls back with each entry of a code, by number. */
  forEachEntryOfCode(number: number, callback: (entry: number) => void): void {
    this.#entryLists.forEach(number, callback);
  }

  get #entryLists(): Lists {
    this.#entriesOfCodes ??= new Lists(this.sections, "codes.entries");
    return this.#entriesOfCodes;
  }

  /** Returns the entries of a concept, by number, without copying the list. */
  entriesOfConcept(id: string): Uint32Array {
    this.#entriesOfConcepts ??= new Lists(this.sections, "concepts.entries");
    return this.#entriesOfConcepts.of(this.conceptIds.indexOf(id));
  }

  /** The length of the longest code that {@link codesSpelledLike} can find. */
  get longestSpelling(): number {
    return this.numbers("codes.spelling.longest")[0] ?? 0;
  }

  /** Returns the providers that list a code, by number, as official without explaining it. */
  knownProvidersOf(number: number): readonly string[] {
    const owners = this.#json<string[][]>("known", []);
    return owners[this.numbers("codes.known")[number] ?? -1] ?? [];
  }

  /** Returns what an entry is found by, without decoding the rest. */
  keyOf(entry: number): EntryKey {
    const [provider = "", service = ""] = this.owners[this.column("owner")[entry] ?? 0] ?? [];
    return { provider, service, code: this.codes.at(this.column("code")[entry] ?? 0) };
  }

  traitsOf(entry: number): Traits {
    return unpackTraits(this.column("traits")[entry] ?? 0);
  }

  /** Returns an entry; the same object each time. */
  entry(index: number): Entry {
    let entry = this.#decoded.get(index);
    if (!entry) {
      entry = this.decode(index);
      this.#decoded.set(index, entry);
    }
    return entry;
  }

  /** Returns an entry that is not kept, so that looking through many takes no memory. */
  decode(index: number): Entry {
    const { statuses, hasCause: _, ...traits } = this.traitsOf(index);
    const concept = this.conceptIds[(this.column("concept")[index] ?? 0) - 1];
    const entry = {
      ...this.keyOf(index),
      ...traits,
      ...(concept === undefined ? {} : { concept }),
      httpStatus: [...(this.statuses[statuses] ?? [])],
      ...readRecord(this.#recordOf(index), this.texts, this.#json<SourceTable[]>("tables", [])),
    };
    return this.#readName && traits.basis === "name"
      ? withTextsFromName(entry, this.#readName, this.concepts)
      : entry;
  }

  /** Returns the summary of an entry, without decoding the rest; an empty one if it is read from the name of its code. */
  summaryOf(index: number): LocalizedText {
    return readSummary(this.#recordOf(index), this.texts);
  }

  #recordOf(index: number): VarintReader {
    const start = this.column("record")[index] ?? 0;
    const head = new VarintReader(this.#records.slice(start, start + longestVarint));
    const length = head.next();
    const from = start + head.position;
    return new VarintReader(this.#records.slice(from, from + length));
  }

  #json<T>(section: string, missing: T): T {
    let value = this.#parsed.get(section);
    if (value === undefined) {
      const bytes = this.sections.get(section);
      value = bytes ? JSON.parse(new TextDecoder().decode(bytes)) : missing;
      this.#parsed.set(section, value);
    }
    return value as T;
  }
}
