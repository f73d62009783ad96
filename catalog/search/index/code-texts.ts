import type { CompiledCatalog } from "../../model/compiled/compiled-catalog.ts";
import { charactersOf } from "./code-characters.ts";

/** Reads sections of numbers. */
interface NumberSections {
  numbers(section: string): Uint32Array;
}

/** The codes with an entry in one text, which is searched faster than one code after the other. */
export class CodeTexts {
  readonly size: number;
  readonly #text: string;
  readonly #lower: string;
  /** Where each code begins in the texts; one more says where the last one ends. In UTF-16 units. */
  readonly #starts: Uint32Array;
  readonly #characters: Uint32Array;
  readonly #initials: Uint32Array;

  constructor({ codes, explainedCodes }: CompiledCatalog, sections: NumberSections) {
    this.size = explainedCodes;
    const { text, starts } = codes.joined(explainedCodes);
    this.#text = text;
    this.#starts = starts;
    const lower = text.toLowerCase();
    // Of a few letters outside ASCII the lower case has another length, and would shift all codes behind them.
    this.#lower = lower.length === text.length ? lower : Array.from(text, lowerCaseOf).join("");
    this.#characters = sections.numbers("search.characters");
    this.#initials = sections.numbers("search.initials");
  }

  /** Returns the length of a code. */
  lengthOf(code: number): number {
    return (this.#starts[code + 1] ?? 0) - (this.#starts[code] ?? 0);
  }

  at(code: number): string {
    return this.#text.slice(this.#starts[code], this.#starts[code + 1]);
  }

  /** Returns the character of a code at a position. */
  characterAt(code: number, at: number): string {
    return at < 0 ? "" : this.#text.charAt((this.#starts[code] ?? 0) + at);
  }

  /** Calls back with each code that contains a text, which is in lower case, and with where it does first. */
  forEachContaining(text: string, callback: (code: number, at: number) => void): void {
    const starts = this.#starts;
    let code = 0;
    for (let at = this.#lower.indexOf(text); at >= 0; ) {
      while ((starts[code + 1] ?? Number.POSITIVE_INFINITY) <= at) code++;
      const end = starts[code + 1] ?? 0;
      const isWithin = at + text.length <= end;
      if (isWithin) callback(code, at - (starts[code] ?? 0));
      at = this.#lower.indexOf(text, isWithin ? end : at + 1);
    }
  }

  /**
   * Calls back with the codes that an abbreviation matches, as `matchAbbreviation` says, and with the share of their words
   * of which it can contain the first letter. Of codes with other characters than ASCII ones, more are taken.
   */
  forEachAbbreviatedBy(abbreviation: string, callback: (code: number, share: number) => void): void {
    const wanted = charactersOf(abbreviation) | 0;
    const first = charactersOf(abbreviation.charAt(0)) | 0;
    const places = placesOf(abbreviation);
    for (let code = 0; code < this.size; code++) {
      if (((this.#characters[code] as number) & wanted) !== wanted) continue;
      if (((this.#initials[code] as number) & first) !== first) continue;
      const share = this.#shareIfAbbreviated(code, places, abbreviation.length);
      if (share > 0) callback(code, share);
    }
  }

  /** Returns such a share of the words of a code, or 0 if the abbreviation of which the places are given does not match. */
  #shareIfAbbreviated(code: number, places: Uint32Array, length: number): number {
    const [start, end] = [this.#starts[code] as number, this.#starts[code + 1] as number];
    // Bits of the letters with which what has matched so far can end: anywhere, and in the current word.
    let [anywhere, inWord, words, possible] = [0, 0, 0, 0];
    let before: CharacterClass = characterClass.other;
    let current = classAt(this.#text, start);
    for (let at = start; at < end; at++) {
      const next = at + 1 < end ? classAt(this.#text, at + 1) : characterClass.other;
      const unit = this.#lower.charCodeAt(at);
      const here = unit < 128 ? (places[unit] as number) : -1;
      if (startsWord(before, current, next)) {
        words++;
        inWord = ((anywhere << 1) | 1) & here;
        if (inWord !== 0) possible++;
      } else inWord |= (inWord << 1) & here;
      anywhere |= inWord;
      before = current;
      current = next;
    }
    return (anywhere >>> (length - 1)) & 1 ? Math.min(length, possible) / words : 0;
  }
}

const characterClass = { other: 0, upper: 1, lower: 2, digit: 3 } as const;
type CharacterClass = (typeof characterClass)[keyof typeof characterClass];

function classAt(text: string, at: number): CharacterClass {
  const unit = text.charCodeAt(at);
  if (unit >= 97 && unit <= 122) return characterClass.lower;
  if (unit >= 65 && unit <= 90) return characterClass.upper;
  return (unit >= 48 && unit <= 57) || unit > 127 ? characterClass.digit : characterClass.other;
}

/** Whether a word begins at a character, as `isWordStart` says. */
function startsWord(before: CharacterClass, current: CharacterClass, next: CharacterClass): boolean {
  if (current === characterClass.other) return false;
  if (before === characterClass.other) return true;
  const { upper, lower } = characterClass;
  return current === upper && (before !== upper || next === lower);
}

/** Returns for each ASCII character the bits of the places where a text has it. */
function placesOf(text: string): Uint32Array {
  const places = new Uint32Array(128);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128) (places[unit] as number) |= 1 << at;
  }
  return places;
}

function lowerCaseOf(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}
