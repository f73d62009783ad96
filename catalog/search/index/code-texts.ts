import type { CompiledCatalog } from "../../model/compiled/compiled-catalog.ts";
import { withoutSeparators } from "../../model/words.ts";
import { isWordStart } from "../abbreviation.ts";
import { CodeLetters } from "./code-letters.ts";
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
  #letters: CodeLetters | undefined;
  /** The codes that contain the text that was looked for last, and where. */
  #containing: { text: string; codes: number[]; places: number[] } | undefined;

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
    // Two ways of matching ask for the same text one after the other.
    if (this.#containing?.text !== text) this.#containing = { text, ...this.#searchFor(text) };
    const { codes, places } = this.#containing;
    for (let at = 0; at < codes.length; at++) callback(codes[at] as number, places[at] as number);
  }

  #searchFor(text: string): { codes: number[]; places: number[] } {
    const found = { codes: [] as number[], places: [] as number[] };
    const add = (code: number, at: number) => {
      found.codes.push(code);
      found.places.push(at);
    };
    const possible = this.#index.codesThatMayContain(withoutSeparators(text), maximumSingle);
    if (!possible) {
      this.#searchJoined(text, add);
      return found;
    }
    if (possible.length > manySingle) this.#bytes ??= this.#codes.firstBytes(this.size);
    for (const code of possible) {
      const at = toLower(this.at(code)).indexOf(text);
      if (at >= 0) add(code, at);
    }
    return found;
  }

  /** Calls back with each code of which a word begins with some ASCII letters or digits in lower case, or is these. */
  forEachWithWord(word: string, isWhole: boolean, callback: (code: number) => void): void {
    const possible = this.#index.codesThatMayContain(word, maximumSingle);
    const found = (code: number) => {
      if (!this.#nonAscii.has(code)) callback(code);
    };
    this.#codeLetters.forEachWithWord(word, isWhole, found, possible);
    for (const code of this.#nonAscii) if (hasWord(this.at(code), word, isWhole)) callback(code);
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

  /** See {@link CodeLetters.forEachAbbreviatedBy}. */
  forEachAbbreviatedBy(abbreviation: string, callback: (code: number, share: number) => void): void {
    this.#codeLetters.forEachAbbreviatedBy(abbreviation, callback);
  }

  get #codeLetters(): CodeLetters {
    const { offsets } = this.#codes;
    this.#letters ??= new CodeLetters({ size: this.size, bytes: this.#allBytes, offsets });
    return this.#letters;
  }
}

/** Whether a word of a code begins with some letters or digits in lower case, or is these. */
function hasWord(code: string, word: string, isWhole: boolean): boolean {
  const lower = toLower(code);
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
    const end = at + word.length;
    const isEnd = isWordStart(code, end) || !/[a-z0-9]/i.test(code.charAt(end));
    if (isWordStart(code, at) && (!isWhole || isEnd)) return true;
  }
  return false;
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
