import type { LexicalGrammar, Token } from "./lexer.ts";

/** What tells the relations of strings in a language that is read by its tokens. */
export interface TokenGrammar extends LexicalGrammar {
  /** Whether keywords and names are the same in capitals. */
  ignoresCase?: boolean;
  /** Operators that compare, and methods that do. */
  equals: RegExp;
  /** Operators and functions that look for one text in another. */
  contains: RegExp;
  /** Operators that test a list for what stands before them. */
  within?: RegExp;
  /** Functions of tests that expect two values to be equal. */
  expects?: RegExp;
  /** Operators between a name and its value. */
  assigns: RegExp;
  /** Words of a declaration whose name stands for the same value for good. */
  constants?: RegExp;
  /** What stands between a name and its type. */
  typed?: RegExp;
  /** The head of a type or enum with its `name`, before its body. */
  types?: RegExp;
  /** The head of an enum whose members are called with their values. */
  enums?: RegExp;
  /** The head of a function or property with its `name`, before its body. */
  functions?: RegExp;
  /** What goes on from a value to a part of it. */
  chains: RegExp;
  /** Brackets that hold lists. */
  lists: RegExp;
  /** Signs at the ends of a pattern that stand for any text. */
  wildcard?: string;
  /** Keywords, which are no names of functions or values. */
  keywords: RegExp;
}

/** A run of tokens of one text from `from` to `to`, both included: a string, or a list of some. */
export interface TokenRange {
  from: number;
  to: number;
}

/** The tokens of a text, and how to find one's way among them. */
export class TokenStream {
  readonly tokens: readonly Token[];
  readonly grammar: TokenGrammar;
  readonly #text: string;

  constructor(tokens: readonly Token[], text: string, grammar: TokenGrammar) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.#text = text;
  }

  /** The text of a token as keywords are written; strings are none. */
  at(index: number): string {
    const token = this.tokens[index];
    if (!token || token.kind === "string") return "";
    return this.grammar.ignoresCase ? token.text.toLowerCase() : token.text;
  }

  /** The text of a run, as it stands there. */
  text({ from, to }: TokenRange): string {
    const [first, last] = [this.tokens[from], this.tokens[to]];
    return first && last ? this.#text.slice(first.start, last.end) : "";
  }

  parent(index: number): number {
    return this.tokens[index]?.parent ?? -1;
  }

  /** Whether a token is the name of something. */
  isName(index: number): boolean {
    return this.tokens[index]?.kind === "word" && !this.grammar.keywords.test(this.at(index));
  }

  /** The expression that ends at a token. */
  operandBefore(end: number): TokenRange | undefined {
    let at = end;
    while (/^[?!]$/.test(this.at(at))) at--;
    let from: number | undefined;
    for (let steps = 0; steps < 40; steps++) {
      const token = this.tokens[at];
      const start = token?.kind === "close" ? token.pair : at;
      if (!token || start === undefined) break;
      if (token.kind !== "close" && token.kind !== "string" && !this.isName(at)) break;
      from = start;
      const before = this.tokens[start - 1];
      const called =
        token.kind === "close" && !this.tokens[start]?.first && before?.end === this.tokens[start]?.start;
      if (called && (this.isName(start - 1) || before?.kind === "close")) at = start - 1;
      else if (this.grammar.chains.test(this.at(start - 1))) at = start - 2;
      else break;
    }
    return from === undefined || from > end ? undefined : { from, to: end };
  }

  /** The expression that begins at a token. */
  operandAfter(start: number): TokenRange | undefined {
    let at = start;
    while (/^(?:[!&*-]|await|try|new)$/.test(this.at(at))) at++;
    let to: number | undefined;
    for (let steps = 0; steps < 40; steps++) {
      const token = this.tokens[at];
      const end = token?.kind === "open" ? token.pair : at;
      if (!token || end === undefined) break;
      if (token.kind !== "open" && token.kind !== "string" && !this.isName(at)) break;
      to = end;
      const next = this.tokens[end + 1];
      if (next?.kind === "open" && !next.first && next.start === this.tokens[end]?.end) at = end + 1;
      else if (this.grammar.chains.test(this.at(end + 1))) at = end + 2;
      else break;
    }
    return to === undefined ? undefined : { from: start, to };
  }

  /** The index of the first token of the statement that a token belongs to, or of the element where `parts` end it. */
  statementStart(index: number, parts = /^[;,]$/): number {
    let at = this.tokens[index]?.kind === "close" ? (this.tokens[index]?.pair ?? index) : index;
    for (let steps = 0; steps < 60; steps++) {
      const token = this.tokens[at];
      const before = this.tokens[at - 1];
      if (!token || !before || before.kind === "open" || parts.test(before.text)) break;
      if (before.kind === "close" && before.text === "}") break;
      if (token.first && !this.grammar.chains.test(token.text)) break;
      at = before.kind === "close" ? (before.pair ?? at - 1) : at - 1;
    }
    return at;
  }

  /** What stands before a bracket, up to the beginning of its statement: `enum ErrorCode: String`. */
  head(open: number): string {
    return this.text({ from: this.statementStart(open - 1, /^;$/), to: open - 1 });
  }

  /** The elements between a bracket and the one that closes it, each as a run. */
  elements(open: number): TokenRange[] {
    const close = this.tokens[open]?.pair;
    const found: TokenRange[] = [];
    if (close === undefined) return found;
    let from = open + 1;
    for (let at = from; at <= close && found.length < 200; at++) {
      const token = this.tokens[at];
      if (at === close || token?.text === ",") {
        if (at > from) found.push({ from, to: at - 1 });
        from = at + 1;
      } else if (token?.kind === "open") at = token.pair ?? at;
    }
    return found;
  }

  /** What is called with the list of arguments that a bracket opens: its own name, and whose method it is. */
  called(open: number): { span: TokenRange; name: string; receiver: TokenRange | undefined } | undefined {
    if (this.at(open) !== "(" || !this.isName(open - 1)) return undefined;
    const span = this.operandBefore(open - 1);
    if (!span) return undefined;
    const isMethod = this.grammar.chains.test(this.at(open - 2));
    const receiver = isMethod ? this.operandBefore(open - 3) : undefined;
    return { span, name: this.tokens[open - 1]?.text ?? "", receiver };
  }
}
