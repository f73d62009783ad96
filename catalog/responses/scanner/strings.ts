// String literals of any language, also where they are themselves escaped once or several times.

/** The content of a string literal in a text. */
export interface StringContent {
  /** Where the content begins, and where it ends: before its closing quote, or where the text was cut off. */
  start: number;
  end: number;
  /** The offset after the closing quote. */
  after: number;
  /** How often the literal is escaped: 0 for `"a"`, 1 for `\"a\"`, 2 for `\\\"a\\\"`. */
  depth: number;
  isClosed: boolean;
}

/** Returns how often a quote with so many backslashes before it was escaped. */
function depthOf(backslashes: number): number {
  return 31 - Math.clz32(backslashes + 1);
}

/** Finds where string literals end, each character of a text once. */
export class StringReader {
  readonly #text: string;
  /** For each kind of quote and depth, an offset after which no literal of it is closed. */
  readonly #unclosed = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads the literal whose quote, without the backslashes before it, stands at an offset. */
  read(at: number, backslashes: number): StringContent {
    const quote = this.#text.charAt(at);
    const [start, depth] = [at + 1, depthOf(backslashes)];
    const key = `${quote}${depth}`;
    if (start >= (this.#unclosed.get(key) ?? Number.POSITIVE_INFINITY)) return this.#cutOff(start, depth);
    for (let end = this.#text.indexOf(quote, start); end >= 0; end = this.#text.indexOf(quote, end + 1)) {
      const run = backslashesBefore(this.#text, end, start);
      if (!closesAt(run, depth) || (quote === "'" && isApostrophe(this.#text, end))) continue;
      return { start, end: end - Math.min(run, 2 ** depth - 1), after: end + 1, depth, isClosed: true };
    }
    this.#unclosed.set(key, start);
    return this.#cutOff(start, depth);
  }

  /** Returns the content of a literal that is not closed: the rest of its line. */
  #cutOff(start: number, depth: number): StringContent {
    const line = this.#text.indexOf("\n", start);
    const end = line < 0 ? this.#text.length : line;
    return { start, end, after: end, depth, isClosed: false };
  }
}

function backslashesBefore(text: string, at: number, start: number): number {
  let count = 0;
  while (at - count > start && text[at - count - 1] === "\\") count++;
  return count;
}

/** Whether a quote with so many backslashes before it closes a literal of a depth, or one around it. */
function closesAt(backslashes: number, depth: number): boolean {
  let run = backslashes;
  for (let level = 0; level <= depth; level++) {
    if (run % 2 === 0) return true;
    run = (run - 1) / 2;
  }
  return false;
}

/** Whether a single quote stands between letters, as in `doesn't`. */
function isApostrophe(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at + 1)) && /\p{L}/u.test(text.charAt(at - 1));
}
