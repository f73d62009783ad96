/** A text made of pieces of another text, and of replacements for some of them, that maps offsets back to it. */
export class MappedText {
  #text = "";
  #parts: string[] = [];
  #length = 0;
  /** Where each piece begins in this text, and in the other text; ascending. */
  readonly #starts: number[] = [];
  readonly #origins: number[] = [];

  /** Returns a text that is its own original. */
  static of(text: string): MappedText {
    return new MappedText().add(text, 0);
  }

  get text(): string {
    if (this.#parts.length > 0) {
      this.#text += this.#parts.join("");
      this.#parts = [];
    }
    return this.#text;
  }

  /** Appends a piece that begins at an offset of the other text. */
  add(piece: string, origin: number): this {
    if (piece === "") return this;
    this.#starts.push(this.#length);
    this.#origins.push(origin);
    this.#parts.push(piece);
    this.#length += piece.length;
    return this;
  }

  /** Returns the offset in the other text of the character at an offset of this one. */
  originOf(offset: number): number {
    const index = this.#pieceAt(offset);
    return (this.#origins[index] ?? 0) + offset - (this.#starts[index] ?? 0);
  }

  /** Replaces each match of a global pattern; the original of what follows stays where it is. */
  replace(pattern: RegExp, replacement: (match: RegExpMatchArray) => string | undefined): MappedText {
    const { text } = this;
    const result = new MappedText();
    let at = 0;
    for (const match of text.matchAll(pattern)) {
      const replaced = replacement(match);
      if (replaced === undefined) continue;
      result.#addSlice(this, at, match.index).add(replaced, this.originOf(match.index));
      at = match.index + match[0].length;
    }
    return at === 0 && result.#length === 0 ? this : result.#addSlice(this, at, text.length);
  }

  /** Appends a part of a text that maps to the same other text. */
  #addSlice(source: MappedText, start: number, end: number): this {
    const { text } = source;
    let index = source.#pieceAt(start);
    for (let at = start; at < end; index++) {
      const pieceEnd = Math.min(end, source.#starts[index + 1] ?? text.length);
      this.add(text.slice(at, pieceEnd), (source.#origins[index] ?? 0) + at - (source.#starts[index] ?? 0));
      at = Math.max(at, pieceEnd);
    }
    return this;
  }

  /** Returns the index of the piece that holds an offset of this text. */
  #pieceAt(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
