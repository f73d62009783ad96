import type { CompiledCatalog } from "../../model/compiled/compiled-catalog.ts";
import { withoutSeparators } from "../../model/words.ts";
import { isWordStart } from "../abbreviation.ts";
import { charactersOf } from "./code-characters.ts";
import { forEachSharedTrigram } from "./shared-trigrams.ts";

/** What the index says of the codes. */
interface CodeIndexes {
  numbers(section: string): Uint32Array;
  codesThatMayContain(letters: string, maximum: number): number[] | undefined;
}

/** A look at so many codes, one by one, takes as long as one through the text of all 100,000. */
const maximumSingle = 1500;
/** For so many codes, it takes less to read all at once. */
const manySingle = 64;

/** The texts of the codes with an entry, which are searched faster together than one after the other. */
export class CodeTexts {
  readonly size: number;
  readonly #codes: CompiledCatalog["codes"];
  readonly #index: CodeIndexes;
  /** The codes that have other characters than ASCII ones: of these, a character is not a byte. */
  readonly #nonAscii: ReadonlySet<number>;
  #joined: { lower: string; starts: Uint32Array } | undefined;
  #bytes: Uint8Array | undefined;
  #characters: ReturnType<typeof charactersIn> | undefined;

  constructor({ codes, explainedCodes }: CompiledCatalog, index: CodeIndexes) {
    this.size = explainedCodes;
    this.#codes = codes;
    this.#index = index;
    this.#nonAscii = new Set(index.numbers("search.nonAscii"));
  }

  /** Returns the length of a code in UTF-16 units. */
  lengthOf(code: number): number {
    return this.#nonAscii.size > 0 && this.#nonAscii.has(code)
      ? this.at(code).length
      : this.#codes.lengthOf(code);
  }

  at(code: number): string {
    const bytes = this.#bytes;
    if (!bytes || this.#nonAscii.has(code)) return this.#codes.at(code);
    const { offsets } = this.#codes;
    return String.fromCharCode.apply(
      undefined,
      bytes.subarray(offsets[code], offsets[code + 1]) as unknown as number[],
    );
  }

  /** Returns the character of a code at a position. */
  characterAt(code: number, at: number): string {
    if (this.#nonAscii.has(code)) return this.at(code).charAt(at);
    return String.fromCharCode(this.#allBytes[(this.#codes.offsets[code] ?? 0) + at] ?? 0);
  }

  /** Calls back with each code that contains a text, which is in lower case, and with where it does first. */
  forEachContaining(text: string, callback: (code: number, at: number) => void): void {
    const possible = this.#index.codesThatMayContain(withoutSeparators(text), maximumSingle);
    if (!possible) {
      this.#searchJoined(text, callback);
      return;
    }
    if (possible.length > manySingle) this.#bytes ??= this.#codes.firstBytes(this.size);
    for (const code of possible) {
      const at = toLower(this.at(code)).indexOf(text);
      if (at >= 0) callback(code, at);
    }
  }

  /** Calls back with each code of which a word begins with some letters or digits in lower case, or is these. */
  forEachWithWord(word: string, isWhole: boolean, callback: (code: number) => void): void {
    const { lower, starts } = this.#lowerText;
    let code = 0;
    for (let at = lower.indexOf(word); at >= 0; ) {
      while ((starts[code + 1] ?? Number.POSITIVE_INFINITY) <= at) code++;
      const [start, end] = [starts[code] ?? 0, starts[code + 1] ?? 0];
      const found = at + word.length <= end && this.#hasWordAt(code, at - start, word, isWhole);
      if (found) callback(code);
      at = lower.indexOf(word, found ? end : at + 1);
    }
  }

  #hasWordAt(code: number, at: number, word: string, isWhole: boolean): boolean {
    const text = this.at(code);
    const isEnd = at + word.length === text.length || isWordStart(text, at + word.length);
    return isWordStart(text, at) && (!isWhole || isEnd || !/[a-z0-9]/i.test(text.charAt(at + word.length)));
  }

  /** Calls back with the number of each code for each of some trigrams that it has. */
  forEachSharedTrigram(trigrams: readonly number[], callback: (code: number) => void): void {
    const { offsets } = this.#codes;
    const at = (code: number) => this.at(code);
    const codes = { size: this.size, bytes: this.#allBytes, offsets, nonAscii: this.#nonAscii, at };
    forEachSharedTrigram(codes, trigrams, callback);
  }

  #searchJoined(text: string, callback: (code: number, at: number) => void): void {
    const { lower, starts } = this.#lowerText;
    let code = 0;
    for (let at = lower.indexOf(text); at >= 0; ) {
      while ((starts[code + 1] ?? Number.POSITIVE_INFINITY) <= at) code++;
      const end = starts[code + 1] ?? 0;
      const isWithin = at + text.length <= end;
      if (isWithin) callback(code, at - (starts[code] ?? 0));
      at = lower.indexOf(text, isWithin ? end : at + 1);
    }
  }

  /** All codes, one after the other. */
  get #allBytes(): Uint8Array {
    this.#bytes ??= this.#codes.firstBytes(this.size);
    return this.#bytes;
  }

  /** All codes as one text in lower case. */
  get #lowerText(): { lower: string; starts: Uint32Array } {
    if (!this.#joined) {
      const { text, starts } = this.#codes.joined(this.size);
      this.#joined = { lower: toLower(text), starts };
    }
    return this.#joined;
  }

  /**
   * Calls back with the codes that an abbreviation matches, as `matchAbbreviation` says, and with the share of their words
   * of which it can contain the first letter. Of codes with other characters than ASCII ones, more are taken.
   */
  forEachAbbreviatedBy(abbreviation: string, callback: (code: number, share: number) => void): void {
    const { characters, initials } = this.#letters;
    const wanted = charactersOf(abbreviation) | 0;
    const first = charactersOf(abbreviation.charAt(0)) | 0;
    const places = placesOf(abbreviation);
    for (let code = 0; code < this.size; code++) {
      if (((characters[code] as number) & wanted) !== wanted) continue;
      if (((initials[code] as number) & first) !== first) continue;
      const share = this.#shareIfAbbreviated(code, places, abbreviation.length);
      if (share > 0) callback(code, share);
    }
  }

  /** For each code, the bits of its characters, and of those with which its words begin; of codes that are not ASCII, more. */
  get #letters(): { characters: Uint32Array; initials: Uint32Array } {
    this.#characters ??= charactersIn(this.#allBytes, this.#codes.offsets, this.size);
    return this.#characters;
  }

  /** Returns such a share of the words of a code, or 0 if the abbreviation of which the places are given does not match. */
  #shareIfAbbreviated(code: number, places: Int32Array, length: number): number {
    const bytes = this.#allBytes;
    const { offsets } = this.#codes;
    const [start, end] = [offsets[code] as number, offsets[code + 1] as number];
    // Bits of the letters with which what has matched so far can end: anywhere, and in the current word.
    let [anywhere, inWord, words, possible] = [0, 0, 0, 0];
    let before = 0;
    let byte = bytes[start] as number;
    let current = classes[byte] as number;
    for (let at = start; at < end; at++) {
      const nextByte = at + 1 < end ? (bytes[at + 1] as number) : 0;
      const next = classes[nextByte] as number;
      const here = places[byte] as number;
      if (startsWord(before, current, next)) {
        words++;
        inWord = ((anywhere << 1) | 1) & here;
        if (inWord !== 0) possible++;
      } else inWord |= (inWord << 1) & here;
      anywhere |= inWord;
      before = current;
      current = next;
      byte = nextByte;
    }
    return (anywhere >>> (length - 1)) & 1 ? Math.min(length, possible) / words : 0;
  }
}

/** Collects the bits of codes, see {@link charactersOf}; to read them from the file would take longer. */
function charactersIn(
  bytes: Uint8Array,
  offsets: Uint32Array,
  size: number,
): { characters: Uint32Array; initials: Uint32Array } {
  const [characters, initials] = [new Uint32Array(size), new Uint32Array(size)];
  for (let code = 0; code < size; code++) {
    const [start, end] = [offsets[code] as number, offsets[code + 1] as number];
    let [all, first, before] = [0, 0, 0];
    let current = classes[bytes[start] as number] as number;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      const next = at + 1 < end ? (classes[bytes[at + 1] as number] as number) : 0;
      const bit = bits[byte] as number;
      all |= bit;
      if (byte > 127 || startsWord(before, current, next)) first |= bit;
      before = current;
      current = next;
    }
    characters[code] = all;
    initials[code] = first;
  }
  return { characters, initials };
}

/** For each byte the bit of its character in lower case. */
const bits = Int32Array.from({ length: 256 }, (_, byte) =>
  charactersOf(String.fromCharCode(byte).toLowerCase()),
);

const characterClass = { other: 0, upper: 1, lower: 2, digit: 3 };

/** For each byte the class of its character; bytes of other characters than ASCII ones count as digits. */
const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 97 && byte <= 122) return characterClass.lower;
  if (byte >= 65 && byte <= 90) return characterClass.upper;
  return (byte >= 48 && byte <= 57) || byte > 127 ? characterClass.digit : characterClass.other;
});

/** Whether a word begins at a character, as `isWordStart` says; by the classes of it and of its neighbours. */
function startsWord(before: number, current: number, next: number): boolean {
  if (current === 0) return false;
  if (before === 0) return true;
  return current === 1 && (before !== 1 || next === 2);
}

/** Returns for each byte the bits of the places where a text in lower case has its character, in any case. */
function placesOf(text: string): Int32Array {
  const places = new Int32Array(256).fill(-1, 128);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 128) continue;
    (places[unit] as number) |= 1 << at;
    if (unit >= 97 && unit <= 122) (places[unit - 32] as number) |= 1 << at;
  }
  return places;
}

/** Returns a text in lower case. Of a few letters that has another length, and would shift all that is behind them. */
function toLower(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : Array.from(text, lowerCaseOf).join("");
}

function lowerCaseOf(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}
