import type { CompiledCatalog } from "../../model/compiled/compiled-catalog.ts";
import { HashTable } from "../../model/compiled/hash-table.ts";
import { Lists } from "../../model/compiled/lists.ts";
import { readNumbers } from "../../model/compiled/numbers.ts";
import { Postings, partition } from "../../model/compiled/postings.ts";
import { type Sections, sectionsOf } from "../../model/compiled/sections.ts";
import { StringReader } from "../../model/compiled/strings.ts";
import { isOwnIn, isRepeatedIn } from "../../model/compiled/traits.ts";
import type { Slices } from "../../model/slices.ts";
import { type MessageTemplate, toTemplate } from "../meaning/message-template.ts";
import { charactersOf } from "./code-characters.ts";
import { CodeTexts } from "./code-texts.ts";
import { CodesByKey } from "./codes-by-key.ts";
import { gramsIn } from "./message-grams.ts";
import { fieldBits, fields, pairOf, trigramsIn } from "./tokens.ts";
import { searchSections } from "./write-index.ts";

/** The index by which the entries of a compiled catalog are searched. Sets of fields are as in `fields`. */
export class SearchIndex {
  readonly table: CompiledCatalog;
  readonly #sections: Sections;
  readonly #words: StringReader;
  readonly #wordLists: Postings;
  readonly #pairs: Uint32Array;
  readonly #pairLists: Postings;
  readonly #messages: StringReader;
  readonly #entriesOfMessages: Lists;
  readonly #grams: HashTable;
  readonly #templates = new Map<number, MessageTemplate | undefined>();
  #codeTexts: CodeTexts | undefined;
  #notRepeated: Uint8Array | undefined;
  #readTrigrams: { keys: Uint32Array; lists: Postings } | undefined;
  #allWords: { texts: readonly string[]; characters: Uint32Array } | undefined;

  private constructor(table: CompiledCatalog, sections: Sections) {
    this.table = table;
    this.#sections = sections;
    this.#words = new StringReader(sections, "search.words");
    this.#wordLists = new Postings(sections, "search.words", fieldBits);
    this.#pairs = this.numbers("search.pairs");
    this.#pairLists = new Postings(sections, "search.pairs", fieldBits);
    this.#messages = new StringReader(sections, "search.messages");
    this.#entriesOfMessages = new Lists(sections, "search.messages.entries");
    this.#grams = new HashTable(sections, "search.messages.grams");
  }

  /** Returns the index of a catalog, in slices: that of one which the build has not indexed, as of a user, is made now. */
  static *making(table: CompiledCatalog): Slices<SearchIndex> {
    const isIndexed = table.sections.has("search.pairs");
    return new SearchIndex(table, isIndexed ? table.sections : sectionsOf(yield* searchSections(table)));
  }

  /** Whether the summary of an entry can be looked at: what is read from the name of its code is in the index alone. */
  hasSummary(entry: number): boolean {
    return isOwnIn(this.table.column("traits")[entry] as number);
  }

  /** For each entry, 1 if no other one stands for it. */
  get notRepeated(): Uint8Array {
    this.#notRepeated ??= Uint8Array.from(this.table.column("traits"), (one) => Number(!isRepeatedIn(one)));
    return this.#notRepeated;
  }

  /** Returns a section as 32-bit numbers. */
  numbers(section: string): Uint32Array {
    return readNumbers(this.#sections, section) ?? new Uint32Array();
  }

  /** The codes with an entry as texts, to be searched through. */
  get codeTexts(): CodeTexts {
    this.#codeTexts ??= new CodeTexts(this.table, this);
    return this.#codeTexts;
  }

  /** All words of the texts, in order, see {@link addWords}, and the bits of their characters. */
  get words(): { texts: readonly string[]; characters: Uint32Array } {
    if (!this.#allWords) {
      const texts = Array.from({ length: this.#words.size }, (_, rank) => this.#words.at(rank));
      this.#allWords = { texts, characters: Uint32Array.from(texts, charactersOf) };
    }
    return this.#allWords;
  }

  /** Adds to the set of each entry the fields in which a word begins with some letters or digits, or is these. */
  addWord(word: string, isWhole: boolean, sets: Uint8Array): void {
    const from = partition(this.#words.size, (rank) => this.#words.at(rank) < word);
    const isPassed = (one: string) => (isWhole ? one <= word : one < word || one.startsWith(word));
    this.addWords(
      from,
      partition(this.#words.size, (rank) => isPassed(this.#words.at(rank))),
      sets,
    );
    this.#addWordOfNames(word, isWhole, sets);
  }

  /** Adds the words of the codes to the sets of the entries that only their names explain. */
  #addWordOfNames(word: string, isWhole: boolean, sets: Uint8Array): void {
    const traits = this.table.column("traits");
    this.codeTexts.forEachWithWord(word, isWhole, (code) => {
      this.table.forEachEntryOfCode(code, (entry) => {
        if (!isOwnIn(traits[entry] as number)) sets[entry] = (sets[entry] as number) | fields.words;
      });
    });
  }

  /** Adds the fields of the words from one rank up to another. */
  addWords(from: number, to: number, sets: Uint8Array): void {
    this.#wordLists.forEach(from, to, (entry, set) => {
      sets[entry] = (sets[entry] ?? 0) | set;
    });
  }

  /** Calls back with each entry that has a pair of characters, and the fields in which. */
  forEachWithPair(pair: number, callback: (entry: number, set: number) => void): void {
    const rank = partition(this.#pairs.length, (one) => (this.#pairs[one] ?? 0) < pair);
    if (this.#pairs[rank] === pair) this.#pairLists.forEach(rank, rank + 1, callback);
  }

  /** Returns the second characters of the pairs that begin with one; 0 stands for the end of a run. */
  charactersAfter(first: number): number[] {
    const [from, to] = this.#ranksOf(first);
    return Array.from(this.#pairs.subarray(from, to), (pair) => pair & 0xffff);
  }

  /** Adds to the set of each entry the fields in which a character occurs. */
  addCharacter(character: number, sets: Uint8Array): void {
    const [from, to] = this.#ranksOf(character);
    this.#pairLists.forEach(from, to, (entry, set) => {
      sets[entry] = (sets[entry] ?? 0) | set;
    });
  }

  #ranksOf(first: number): [from: number, to: number] {
    const before = (limit: number) =>
      partition(this.#pairs.length, (rank) => (this.#pairs[rank] ?? 0) < limit);
    return [before(pairOf(first, 0)), first === 0xffff ? this.#pairs.length : before(pairOf(first + 1, 0))];
  }

  /** Returns the messages, by number, that a normalised text may contain. */
  messagesIn(text: string): Set<number> {
    const found = new Set(this.numbers("search.messages.short"));
    for (const gram of gramsIn(text)) {
      this.#grams.find(gram, (number) => {
        found.add(number);
        return false;
      });
    }
    return found;
  }

  /** Returns the template of a message. */
  template(message: number): MessageTemplate | undefined {
    if (!this.#templates.has(message)) this.#templates.set(message, toTemplate(this.#messages.at(message)));
    return this.#templates.get(message);
  }

  /** Returns the entries with a message, by number. */
  entriesWithMessage(message: number): Uint32Array {
    return this.#entriesOfMessages.of(message);
  }

  /** Returns the codes with an entry, by number, that equal some letters apart from case and separators. */
  codesWithLetters(letters: string): number[] {
    const numbers = CodesByKey.of(this.table).numbersWith("letters", letters);
    return numbers.filter((code) => code < this.table.explainedCodes);
  }

  /** Calls back with the number of each code for each three adjacent letters that it shares with some letters. */
  forEachSharedTrigram(letters: string, callback: (code: number) => void): void {
    if (!this.#hasTrigrams) {
      this.codeTexts.forEachSharedTrigram(trigramsIn(letters), callback);
      return;
    }
    const { lists } = this.#trigrams;
    for (const rank of this.#trigramRanks(letters)) if (rank >= 0) lists.forEach(rank, rank + 1, callback);
  }

  /**
   * Returns the codes, by number and at most some, among which are all that contain some letters, apart from case and
   * separators; undefined if they would be more, the letters are too few to say, or the codes so few that the index has
   * no lists of them.
   */
  codesThatMayContain(letters: string, maximum: number): number[] | undefined {
    if (!this.#hasTrigrams) return undefined;
    const { lists } = this.#trigrams;
    const ranks = this.#trigramRanks(letters);
    if (ranks.includes(-1)) return [];
    const [rarest] = ranks.sort((a, b) => lists.lengthOf(a) - lists.lengthOf(b));
    if (rarest === undefined || lists.lengthOf(rarest) > maximum) return undefined;
    const found: number[] = [];
    lists.forEach(rarest, rarest + 1, (code) => found.push(code));
    return found;
  }

  /** Returns for each three adjacent letters the rank of their list, -1 if no code has them. */
  #trigramRanks(letters: string): number[] {
    const { keys } = this.#trigrams;
    return [...new Set(trigramsIn(letters))].map((trigram) => {
      const rank = partition(keys.length, (one) => (keys[one] ?? 0) < trigram);
      return keys[rank] === trigram ? rank : -1;
    });
  }

  get #hasTrigrams(): boolean {
    return this.#sections.has("search.trigrams");
  }

  get #trigrams(): { keys: Uint32Array; lists: Postings } {
    this.#readTrigrams ??= {
      keys: this.numbers("search.trigrams"),
      lists: new Postings(this.#sections, "search.trigrams", 0),
    };
    return this.#readTrigrams;
  }
}
