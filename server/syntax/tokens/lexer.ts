// Tokens of languages that no sound grammar reads: enough to tell strings from the rest, and what brackets hold.

/**
 * How strings of one kind are written. In `close`, `escape` and `value`, `%` stands for what the first group of `open`
 * matched, such as the hashes before a raw string.
 */
export interface StringForm {
  /** What a string begins with, its prefix included; sticky. */
  open: RegExp;
  close: string;
  /** What takes its meaning from the character that follows it; the closing itself where it is doubled. */
  escape?: string;
  /** What begins a value put into the string: a bracket that something closes, or a name. */
  value?: RegExp;
  /** Whether it may go on in the next line. */
  multiline?: boolean;
  /** Whether it may also hold code of the language itself, as the body of a function in SQL does. */
  body?: boolean;
  /** Whether it stands only where a value is expected, since what opens it divides elsewhere. */
  expectsValue?: boolean;
}

/** What the tokens of a language look like. */
export interface LexicalGrammar {
  /** Comments and what else says nothing; sticky. */
  skipped: RegExp;
  /** Whether comments between slash and star may hold others. */
  nestedComments?: boolean;
  strings: readonly StringForm[];
  /** Names and keywords; sticky. */
  word: RegExp;
}

export interface Token {
  kind: "word" | "string" | "open" | "close" | "mark";
  text: string;
  start: number;
  end: number;
  /** Whether it is the first of its line. */
  first: boolean;
  /** The index of the bracket around it; -1 where there is none. */
  parent: number;
  /** The index of the bracket that closes or opens this one. */
  pair?: number;
  /** Where the content of a string stands; absent where a value is put into it or lines are broken. */
  content?: { start: number; end: number } | undefined;
}

const number = /\d[\w]*(?:\.\d\w*)?/y;
const mark = /->>?|=>|\.\.[.<]?|[?!*]\.|[=!<>~:+\-*/%&|^]?==?~?|<>|&&|\|\||\?\?|::|[\s\S]/y;
const closers: Record<string, string> = { "(": ")", "[": "]", "{": "}" };

/** Values in strings in values in strings: nobody writes more. */
const maximumDepth = 20;

/** A text that is read in vain more often than this, for strings that nothing closes, is no program. */
const maximumInVain = 2;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Cuts a text into tokens; what is put into strings becomes a stream of its own. */
export class Lexer {
  readonly streams: Token[][] = [];
  readonly #text: string;
  readonly #lexis: LexicalGrammar;
  /** Closings that do not occur any more, and where strings seemed to begin that nothing closes. */
  readonly #absent = new Set<string>();
  readonly #broken = new Set<number>();
  /** How many characters were read for strings that nothing closes. */
  #inVain = 0;
  #line = { start: 0, end: -1 };

  constructor(text: string, lexis: LexicalGrammar) {
    this.#text = text;
    this.#lexis = lexis;
  }

  /** Whether looking for what strings hold is no longer worth it. */
  get #isVain(): boolean {
    return this.#inVain > maximumInVain * this.#text.length;
  }

  /** Reads up to `end`, or behind the bracket that closes what was opened before; answers where it stopped. */
  read(start: number, end: number, depth = 0, closer?: string): number {
    const tokens: Token[] = [];
    const open: number[] = [];
    this.streams.push(tokens);
    let at = start;
    let first = true;
    while (at < end && (depth === 0 || !this.#isVain)) {
      const skipped = this.#skipped(at);
      if (skipped > at) {
        first ||= /[\r\n]/.test(this.#text.slice(at, skipped));
        at = skipped;
        continue;
      }
      if (open.length === 0 && this.#text[at] === closer) return at + 1;
      const token = this.#token(at, end, depth, tokens.at(-1));
      tokens.push({ ...token, first, parent: open.at(-1) ?? -1 });
      if (token.kind === "open") open.push(tokens.length - 1);
      if (token.kind === "close") closeBracket(tokens, open);
      first = false;
      at = token.end;
    }
    return end;
  }

  #skipped(at: number): number {
    const end = at + (matchAt(this.#lexis.skipped, this.#text, at)?.[0].length ?? 0);
    if (!this.#lexis.nestedComments || !this.#text.startsWith("/*", at)) return end;
    let depth = 0;
    for (const { 0: mark, index } of this.#text.slice(at).matchAll(/\/\*|\*\//g)) {
      depth += mark === "/*" ? 1 : -1;
      if (depth === 0) return at + index + 2;
    }
    return this.#text.length;
  }

  #token(at: number, end: number, depth: number, before: Token | undefined): Omit<Token, "first" | "parent"> {
    for (const form of this.#lexis.strings) {
      if (
        form.expectsValue &&
        before &&
        (before.kind !== "mark" || before.text === ".") &&
        before.kind !== "open"
      )
        continue;
      const token = this.#string(form, at, end, depth);
      if (token) return token;
    }
    const word = matchAt(this.#lexis.word, this.#text, at) ?? matchAt(number, this.#text, at);
    const [text = ""] = word ?? matchAt(/[()[\]{}]/y, this.#text, at) ?? matchAt(mark, this.#text, at) ?? [];
    const kind = word ? "word" : /^[([{]$/.test(text) ? "open" : /^[)\]}]$/.test(text) ? "close" : "mark";
    return { kind, text, start: at, end: at + Math.max(1, text.length) };
  }

  /** A string, or undefined where none begins or nothing closes it. */
  #string(form: StringForm, at: number, end: number, depth: number) {
    const [opening, group = ""] = matchAt(form.open, this.#text, at) ?? [];
    if (opening === undefined) return undefined;
    const close = form.close.replace("%", () => group);
    if (this.#broken.has(at) || this.#absent.has(close)) return undefined;
    const start = at + opening.length;
    const marks = { close, escape: form.escape?.replace("%", () => group) };
    const streams = this.streams.length;
    const limit = form.multiline ? end : Math.min(end, this.#lineEnd(start));
    const body = this.#body(form, marks, start, limit, depth);
    if (!body) {
      this.streams.length = streams;
      this.#inVain += limit - at;
      if (!form.multiline) this.#broken.add(at);
      else if (end === this.#text.length) this.#absent.add(close);
      return undefined;
    }
    const inside = this.#text.slice(start, body.end);
    if (form.body && !/^[\w.-]*$/.test(inside) && depth < maximumDepth) this.read(start, body.end, depth + 1);
    const constant = body.constant && !/[\r\n]/.test(inside);
    const content = constant ? { start, end: body.end } : undefined;
    const stop = body.end + close.length;
    return { kind: "string" as const, text: this.#text.slice(at, stop), start: at, end: stop, content };
  }

  #lineEnd(at: number): number {
    if (at < this.#line.start || at > this.#line.end) {
      const length = this.#text.slice(at).search(/[\r\n]/);
      this.#line = { start: at, end: length < 0 ? this.#text.length : at + length };
    }
    return this.#line.end;
  }

  #body(
    { value }: StringForm,
    { close, escape: skips }: { close: string; escape: string | undefined },
    start: number,
    end: number,
    depth: number,
  ): { end: number; constant: boolean } | undefined {
    let constant = true;
    let at = start;
    while (at < end) {
      const [put] = (value && matchAt(value, this.#text, at)) ?? [];
      if (put !== undefined) {
        constant = false;
        const closer = closers[put.at(-1) ?? ""];
        const from = at + put.length;
        const reads = depth < maximumDepth && !this.#isVain;
        at = closer && reads ? this.read(from, end, depth + 1, closer) : from;
      } else if (skips !== undefined && skips !== close && this.#text.startsWith(skips, at)) {
        at += skips.length + 1;
      } else if (this.#text.startsWith(close, at)) {
        const doubled = skips === close && this.#text.startsWith(close, at + close.length);
        if (!doubled) return { end: at, constant };
        at += 2 * close.length;
      } else at++;
    }
    return undefined;
  }
}

function closeBracket(tokens: Token[], open: number[]): void {
  const last = tokens.length - 1;
  const token = tokens[last];
  // Farther out stands no bracket that a stray one could mean.
  const near = open.slice(-maximumDepth);
  const opening = near.findLastIndex((index) => closers[tokens[index]?.text ?? ""] === token?.text);
  const index = near[opening];
  if (!token || index === undefined) return;
  open.length -= near.length - opening;
  const partner = tokens[index];
  if (partner) partner.pair = last;
  token.pair = index;
  token.parent = open.at(-1) ?? -1;
}
