import { atOnce, type Slices } from "../../../catalog/model/slices.ts";
import type { LexicalGrammar, StringForm, Token } from "./lexical-grammar.ts";

const number = /\d[\w]*(?:\.\d\w*)?/y;
const mark = /->>?|=>|\.\.[.<]?|[?!*]\.|[=!<>~:+\-*/%&|^]?==?~?|<>|&&|\|\||\?\?|::|[\s\S]/y;
const closers: Record<string, string> = { "(": ")", "[": "]", "{": "}" };

/** The maximum depth of values in strings in values in strings; nobody nests them deeper. */
const maximumDepth = 20;

/**
 * The maximum number of characters that are searched in vain for the end of unclosed strings, as a multiple of the
 * length of the text. A text that exceeds it is no program.
 */
const maximumVainSearch = 2;

/** Returns the match of a sticky expression at an offset; undefined if there is none. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Divides a text into tokens. Interpolated values, and code in strings, become token streams of their own. */
export class Lexer {
  readonly streams: Token[][] = [];
  readonly #text: string;
  readonly #grammar: LexicalGrammar;
  /** Closing signs that do not occur in the rest of the text. */
  readonly #absentClosings = new Set<string>();
  /** The offsets of opening signs that no closing sign on the same line follows. */
  readonly #unclosedStarts = new Set<number>();
  /** The number of characters that were searched in vain for closing signs. */
  #searchedInVain = 0;
  /** The part of a line whose end is known. */
  #line = { start: 0, end: -1 };

  constructor(text: string, grammar: LexicalGrammar) {
    this.#text = text;
    this.#grammar = grammar;
  }

  /** Whether the text has so many unclosed strings that their content is no longer searched. */
  get #isBroken(): boolean {
    return this.#searchedInVain > maximumVainSearch * this.#text.length;
  }

  /** Adds the streams of the text; yields after every thousand tokens. */
  *read(): Slices<void> {
    yield* this.#read(0, this.#text.length, 0);
  }

  /**
   * Adds the stream of the tokens from `start` to `end`, or to the first `closer` outside other brackets. Returns the
   * offset after the closer, or `end`. `depth` is 0 for the text itself, and greater inside strings.
   */
  *#read(start: number, end: number, depth: number, closer?: string): Slices<number> {
    const tokens: Token[] = [];
    const open: number[] = [];
    this.streams.push(tokens);
    let at = start;
    let isFirstOnLine = true;
    while (at < end && (depth === 0 || !this.#isBroken)) {
      const next = this.#skip(at);
      if (next > at) {
        isFirstOnLine ||= /[\r\n]/.test(this.#text.slice(at, next));
        at = next;
        continue;
      }
      if (open.length === 0 && this.#text[at] === closer) return at + 1;
      const token = this.#token(at, end, depth, tokens.at(-1));
      tokens.push({ ...token, isFirstOnLine, parent: open.at(-1) ?? -1 });
      if (token.kind === "open") open.push(tokens.length - 1);
      if (token.kind === "close") closeBracket(tokens, open);
      isFirstOnLine = false;
      at = token.end;
      if (tokens.length % 1000 === 0) yield;
    }
    return end;
  }

  /** Returns the offset after the white space and comments at an offset. */
  #skip(at: number): number {
    const end = at + (matchAt(this.#grammar.skipped, this.#text, at)?.[0].length ?? 0);
    if (!this.#grammar.nestedComments || !this.#text.startsWith("/*", at)) return end;
    let depth = 0;
    for (const { 0: mark, index } of this.#text.slice(at).matchAll(/\/\*|\*\//g)) {
      depth += mark === "/*" ? 1 : -1;
      if (depth === 0) return at + index + 2;
    }
    return this.#text.length;
  }

  /** Returns the token at an offset; `before` is the token before it. */
  #token(
    at: number,
    end: number,
    depth: number,
    before: Token | undefined,
  ): Omit<Token, "isFirstOnLine" | "parent"> {
    for (const form of this.#grammar.strings) {
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
    const word = matchAt(this.#grammar.word, this.#text, at) ?? matchAt(number, this.#text, at);
    const [text = ""] = word ?? matchAt(/[()[\]{}]/y, this.#text, at) ?? matchAt(mark, this.#text, at) ?? [];
    const kind = word ? "word" : /^[([{]$/.test(text) ? "open" : /^[)\]}]$/.test(text) ? "close" : "mark";
    return { kind, text, start: at, end: at + Math.max(1, text.length) };
  }

  /** Returns the string of a form at an offset; undefined if none begins there or it is not closed. */
  #string(form: StringForm, at: number, end: number, depth: number) {
    const [opening, group = ""] = matchAt(form.open, this.#text, at) ?? [];
    if (opening === undefined) return undefined;
    const close = form.close.replace("%", () => group);
    if (this.#unclosedStarts.has(at) || this.#absentClosings.has(close)) return undefined;
    const start = at + opening.length;
    const marks = { close, escape: form.escape?.replace("%", () => group) };
    const streams = this.streams.length;
    const limit = form.multiline ? end : Math.min(end, this.#lineEnd(start));
    const body = this.#body(form, marks, start, limit, depth);
    if (!body) {
      this.streams.length = streams;
      this.#searchedInVain += limit - at;
      if (!form.multiline) this.#unclosedStarts.add(at);
      else if (end === this.#text.length) this.#absentClosings.add(close);
      return undefined;
    }
    const inside = this.#text.slice(start, body.end);
    if (form.body && !/^[\w.-]*$/.test(inside) && depth < maximumDepth)
      atOnce(this.#read(start, body.end, depth + 1));
    const constant = body.constant && !/[\r\n]/.test(inside);
    const content = constant ? { start, end: body.end } : undefined;
    const stop = body.end + close.length;
    return { kind: "string" as const, text: this.#text.slice(at, stop), start: at, end: stop, content };
  }

  /** Returns the offset of the end of the line that contains an offset. */
  #lineEnd(at: number): number {
    if (at < this.#line.start || at > this.#line.end) {
      const length = this.#text.slice(at).search(/[\r\n]/);
      this.#line = { start: at, end: length < 0 ? this.#text.length : at + length };
    }
    return this.#line.end;
  }

  /**
   * Returns the end of the content of a string that starts at `start`, and whether it is constant: without interpolated
   * values, whose tokens are added as streams. Returns undefined if the string is not closed before `end`.
   */
  #body(
    { value }: StringForm,
    { close, escape: escapeSign }: { close: string; escape: string | undefined },
    start: number,
    end: number,
    depth: number,
  ): { end: number; constant: boolean } | undefined {
    let constant = true;
    let at = start;
    while (at < end) {
      const [opening] = (value && matchAt(value, this.#text, at)) ?? [];
      if (opening !== undefined) {
        constant = false;
        const closer = closers[opening.at(-1) ?? ""];
        const from = at + opening.length;
        const canRead = depth < maximumDepth && !this.#isBroken;
        at = closer && canRead ? atOnce(this.#read(from, end, depth + 1, closer)) : from;
      } else if (escapeSign !== undefined && escapeSign !== close && this.#text.startsWith(escapeSign, at)) {
        at += escapeSign.length + 1;
      } else if (this.#text.startsWith(close, at)) {
        const isDoubled = escapeSign === close && this.#text.startsWith(close, at + close.length);
        if (!isDoubled) return { end: at, constant };
        at += 2 * close.length;
      } else at++;
    }
    return undefined;
  }
}

/** Pairs the last token, a closing bracket, with the innermost open bracket of its kind. */
function closeBracket(tokens: Token[], open: number[]): void {
  const last = tokens.length - 1;
  const token = tokens[last];
  // A closing bracket without a partner among the innermost ones is stray; it does not close one farther out.
  const innermost = open.slice(-maximumDepth);
  const position = innermost.findLastIndex((index) => closers[tokens[index]?.text ?? ""] === token?.text);
  const index = innermost[position];
  if (!token || index === undefined) return;
  open.length -= innermost.length - position;
  const partner = tokens[index];
  if (partner) partner.pair = last;
  token.pair = index;
  token.parent = open.at(-1) ?? -1;
}
