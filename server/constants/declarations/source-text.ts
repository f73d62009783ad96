import type { Token } from "../../syntax/tokens/lexical-grammar.ts";
import { Comments } from "../comments.ts";
import type { SourceForm } from "../lexical-forms.ts";

/** A range of tokens by their indices; `to` is exclusive. */
export interface TokenRange {
  from: number;
  to: number;
}

/** How many brackets may be open around one that is read. */
const maximumDepth = 24;

/** The tokens of a source text, with what stands between and beside them. */
export class SourceText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly form: SourceForm;
  readonly comments: Comments;
  /** How many brackets are open around each token. */
  readonly #depths: Uint32Array;

  constructor(text: string, tokens: readonly Token[], form: SourceForm) {
    this.text = text;
    this.tokens = tokens;
    this.form = form;
    this.comments = new Comments(text, tokens);
    this.#depths = new Uint32Array(tokens.length);
    for (const [index, { parent }] of tokens.entries())
      this.#depths[index] = parent < 0 ? 0 : (this.#depths[parent] ?? 0) + 1;
  }

  /** Returns the text of a token; empty for strings and beyond the ends. */
  at(index: number): string {
    const token = this.tokens[index];
    return !token || token.kind === "string" ? "" : token.text;
  }

  isWord(index: number): boolean {
    return this.tokens[index]?.kind === "word";
  }

  isString(index: number): boolean {
    return this.tokens[index]?.kind === "string";
  }

  /** Whether a bracket is closed, and no deeper in others than code goes: what such brackets contain is read once for each. */
  isReadable(open: number): boolean {
    return this.tokens[open]?.pair !== undefined && (this.#depths[open] ?? 0) <= maximumDepth;
  }

  /** Returns the index behind the bracket that a token opens, or behind the token itself. */
  after(index: number): number {
    const token = this.tokens[index];
    return token?.kind === "open" ? (token.pair ?? this.tokens.length) + 1 : index + 1;
  }

  /** Returns the range between an opening bracket and its partner. */
  inside(open: number): TokenRange {
    return { from: open + 1, to: this.tokens[open]?.pair ?? this.tokens.length };
  }

  /** Returns the offsets of a range of tokens in the text. */
  span({ from, to }: TokenRange): { start: number; end: number } {
    const start = this.tokens[from]?.start ?? this.text.length;
    return { start, end: this.tokens[Math.max(from, to - 1)]?.end ?? start };
  }

  written(range: TokenRange): string {
    const { start, end } = this.span(range);
    return this.text.slice(start, end);
  }

  /** Returns how far the line of a token is indented, in UTF-16 units. */
  indentOf(index: number): number {
    const start = this.tokens[index]?.start ?? 0;
    return start - (this.text.lastIndexOf("\n", start - 1) + 1);
  }
}
