/** The pinyin syllables of a Chinese text, matched against typed letters such as `qianming`, `qmgq` or `qming`. */
export class Syllables {
  readonly #syllables: string[];

  constructor(text: string, pinyin: Readonly<Record<string, string>>) {
    this.#syllables = [...text].map((char) => pinyin[char] ?? "");
  }

  /** Whether the typed letters spell consecutive characters of the text, each by its syllable or the beginning of it. */
  matches(typed: string): boolean {
    return this.#syllables.some((_, start) => this.#isTypedFrom(typed, start));
  }

  /** Whether the typed letters spell consecutive characters of the text, two or more, each by its whole syllable. */
  areSpelledBy(typed: string): boolean {
    return this.#syllables.some(
      (first, start) => first.length < typed.length && this.#isSpelledFrom(typed, start),
    );
  }

  #isSpelledFrom(typed: string, start: number): boolean {
    const syllable = this.#syllables[start];
    if (!syllable || !typed.startsWith(syllable)) return false;
    return syllable.length === typed.length || this.#isSpelledFrom(typed.slice(syllable.length), start + 1);
  }

  #isTypedFrom(typed: string, start: number): boolean {
    const syllable = this.#syllables[start];
    if (!syllable) return false;
    for (let length = Math.min(syllable.length, typed.length); length > 0; length--) {
      if (!typed.startsWith(syllable.slice(0, length))) continue;
      if (length === typed.length || this.#isTypedFrom(typed.slice(length), start + 1)) return true;
    }
    return false;
  }
}
