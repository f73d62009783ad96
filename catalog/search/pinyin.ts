/** The syllables of a Chinese text, to be found by what is typed for it: `qianming`, `qmgq`, `qming`. */
export class Syllables {
  readonly #syllables: string[];

  constructor(text: string, pinyin: Readonly<Record<string, string>>) {
    this.#syllables = [...text].map((char) => pinyin[char] ?? "");
  }

  /** Whether some stretch of the text is typed so, each syllable by its beginning at least. */
  isTypedAs(typed: string): boolean {
    return this.#syllables.some((_, start) => this.#fits(typed, start));
  }

  #fits(typed: string, start: number): boolean {
    const syllable = this.#syllables[start];
    if (!syllable) return false;
    for (let length = Math.min(syllable.length, typed.length); length > 0; length--) {
      if (!typed.startsWith(syllable.slice(0, length))) continue;
      if (length === typed.length || this.#fits(typed.slice(length), start + 1)) return true;
    }
    return false;
  }
}
