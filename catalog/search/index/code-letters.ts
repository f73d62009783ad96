import { charactersOf } from "./code-characters.ts";

/** Codes, by number: their bytes one after the other, and where each begins. */
export interface CodeBytes {
  size: number;
  bytes: Uint8Array;
  offsets: Uint32Array;
}

/**
 * Finds codes by their letters: bits say which codes are worth a look, and one pass over the bytes of such a code whether
 * it is meant. A byte of another character than an ASCII one counts as a digit.
 */
export class CodeLetters {
  readonly #codes: CodeBytes;
  #collected: CodeBits | undefined;

  constructor(codes: CodeBytes) {
    this.#codes = codes;
  }

  get #bits(): CodeBits {
    this.#collected ??= bitsOf(this.#codes);
    return this.#collected;
  }

  /**
   * Calls back with the codes that an abbreviation matches, as `matchAbbreviation` says, and with the share of their words
   * of which it can contain the first letter. Of codes with other characters than ASCII ones, more are taken.
   */
  forEachAbbreviatedBy(abbreviation: string, callback: (code: number, share: number) => void): void {
    const { characters, initials } = this.#bits;
    const wanted = charactersOf(abbreviation) | 0;
    const first = charactersOf(abbreviation.charAt(0)) | 0;
    const places = placesOf(abbreviation);
    for (let code = 0; code < this.#codes.size; code++) {
      if (((characters[code] as number) & wanted) !== wanted) continue;
      if (((initials[code] as number) & first) !== first) continue;
      const share = this.#shareIfAbbreviated(code, places, abbreviation.length);
      if (share > 0) callback(code, share);
    }
  }

  /**
   * Calls back with each code, of some or all, of which a word begins with some ASCII letters or digits in lower case, or
   * is these.
   */
  forEachWithWord(
    word: string,
    isWhole: boolean,
    callback: (code: number) => void,
    codes: ArrayLike<number> = this.#withLettersOf(word),
  ): void {
    const letters = lettersOf(word);
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at] as number;
      if (this.#hasWord(code, letters, isWhole)) callback(code);
    }
  }

  /** Returns the codes that have all letters of a word, and a word that may begin like it. */
  #withLettersOf(word: string): Uint32Array {
    const { characters, initials, beginnings } = this.#bits;
    const wanted = charactersOf(word) | 0;
    const first = charactersOf(word.charAt(0)) | 0;
    const beginning = beginningOf(lettersOf(word));
    const found = new Uint32Array(this.#codes.size);
    let length = 0;
    for (let code = 0; code < found.length; code++) {
      if (((beginnings[code] as number) & beginning) !== beginning) continue;
      if (((characters[code] as number) & wanted) !== wanted) continue;
      if (((initials[code] as number) & first) === first) found[length++] = code;
    }
    return found.subarray(0, length);
  }

  #hasWord(code: number, letters: Uint8Array, isWhole: boolean): boolean {
    const { bytes, offsets } = this.#codes;
    const [start, end] = [offsets[code] as number, offsets[code + 1] as number];
    const [first, { length }] = [letters[0] as number, letters];
    for (let at = start; at <= end - length; at++) {
      if (lowerCase[bytes[at] as number] !== first) continue;
      let same = 1;
      while (same < length && lowerCase[bytes[at + same] as number] === letters[same]) same++;
      if (same < length || !isStart(bytes, start, at, end)) continue;
      const after = at + length;
      if (!isWhole || after === end || isStart(bytes, start, after, end) || isSeparator(bytes, after))
        return true;
    }
    return false;
  }

  /** Returns such a share of the words of a code, or 0 if the abbreviation of which the places are given does not match. */
  #shareIfAbbreviated(code: number, places: Int32Array, length: number): number {
    const { bytes, offsets } = this.#codes;
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

/** For each code some bits, see {@link charactersOf}; of codes that are not ASCII, more. */
interface CodeBits {
  /** Those of its characters. */
  characters: Uint32Array;
  /** Those of the characters with which its words begin. */
  initials: Uint32Array;
  /** Those of the two and three characters with which its words begin, see {@link beginningOf}. */
  beginnings: Uint32Array;
}

/** Collects the bits of codes; to read them from the file would take longer. */
function bitsOf({ size, bytes, offsets }: CodeBytes): CodeBits {
  const [characters, initials, beginnings] = [
    new Uint32Array(size),
    new Uint32Array(size),
    new Uint32Array(size),
  ];
  for (let code = 0; code < size; code++) {
    const [start, end] = [offsets[code] as number, offsets[code + 1] as number];
    let [all, first, pairs, before] = [0, 0, 0, 0];
    let current = classes[bytes[start] as number] as number;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      const next = at + 1 < end ? (classes[bytes[at + 1] as number] as number) : 0;
      const bit = bits[byte] as number;
      all |= bit;
      if (byte > 127 || startsWord(before, current, next)) {
        first |= bit;
        if (at + 1 < end) {
          const second = lowerCase[bytes[at + 1] as number] as number;
          const third = at + 2 < end ? (lowerCase[bytes[at + 2] as number] as number) : 0;
          pairs |= beginningBits(lowerCase[byte] as number, second, third);
        }
      }
      before = current;
      current = next;
    }
    characters[code] = all;
    initials[code] = first;
    beginnings[code] = pairs;
  }
  return { characters, initials, beginnings };
}

function lettersOf(word: string): Uint8Array {
  return Uint8Array.from(word, (letter) => letter.charCodeAt(0));
}

/** Returns one bit for the first two characters of a word, and one for the first three. */
function beginningBits(first: number, second: number, third: number): number {
  const pair = first * 5 + second;
  return (1 << (pair & 31)) | (1 << ((pair * 7 + third) & 31));
}

/** Returns the bits that the beginning of a word in lower case certainly sets. */
function beginningOf(letters: Uint8Array): number {
  const [first = 0, second, third] = letters;
  if (second === undefined) return 0;
  return third === undefined ? 1 << ((first * 5 + second) & 31) : beginningBits(first, second, third);
}

/** For each byte the bit of its character in lower case. */
const bits = Int32Array.from({ length: 256 }, (_, byte) =>
  charactersOf(String.fromCharCode(byte).toLowerCase()),
);

/** For each byte that of its character in lower case, if it is an ASCII one. */
const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 65 && byte <= 90 ? byte + 32 : byte,
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

/** Whether a word of a code, which begins and ends somewhere among some bytes, begins at a place. */
function isStart(bytes: Uint8Array, start: number, at: number, end: number): boolean {
  const before = at === start ? 0 : (classes[bytes[at - 1] as number] as number);
  const next = at + 1 === end ? 0 : (classes[bytes[at + 1] as number] as number);
  return startsWord(before, classes[bytes[at] as number] as number, next);
}

function isSeparator(bytes: Uint8Array, at: number): boolean {
  return classes[bytes[at] as number] === characterClass.other;
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
