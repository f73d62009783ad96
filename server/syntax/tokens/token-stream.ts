import type { LexicalGrammar, Token } from "./lexical-grammar.ts";

/**
 * The grammar of a language without a tree-sitter grammar: its tokens, and those that establish relations of strings.
 */
export interface TokenGrammar extends LexicalGrammar {
  /**
   * Whether keywords and names are case-insensitive; the expressions for operators and keywords then match lower case.
   */
  ignoresCase?: boolean;
  /** Operators and methods that compare two values for equality. */
  equals: RegExp;
  /** Operators, methods and functions that search a text for another one. */
  contains: RegExp;
  /** Operators that test whether the list on their right contains the value on their left. */
  within?: RegExp;
  /** Assertions that two values are equal. */
  expects?: RegExp;
  /** Operators between a name and its value. */
  assigns: RegExp;
  /** Keywords of the declaration of a constant. */
  constants?: RegExp;
  /** The sign between a name and its type. */
  typed?: RegExp;
  /** The declaration of a type or enum up to its body; the group `name` is its name. */
  types?: RegExp;
  /** The declaration of an enum whose members have values, up to its body. */
  enums?: RegExp;
  /** The declaration of a function or property up to its body; the group `name` is its name. */
  functions?: RegExp;
  /** The sign between a value and its member. */
  chains: RegExp;
  /** The opening brackets of lists. */
  lists: RegExp;
  /** The sign at an end of a pattern that matches any text. */
  wildcard?: string;
  /** Keywords, which cannot be names of functions or values. */
  keywords: RegExp;
}

/** A range of tokens by their indices, `from` and `to` inclusive: a string, a list, an expression. */
export interface TokenRange {
  from: number;
  to: number;
}

/** The tokens of a text, with searches for the expressions, statements and calls among them. */
export class TokenStream {
  readonly tokens: readonly Token[];
  readonly grammar: TokenGrammar;
  readonly #text: string;
  // What is asked for each string in a bracket, by the index of the bracket.
  readonly #heads = new Map<number, string>();
  readonly #matches = new Map<RegExp, Map<number, RegExpExecArray | null>>();
  readonly #elements = new Map<number, readonly TokenRange[]>();

  constructor(tokens: readonly Token[], text: string, grammar: TokenGrammar) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.#text = text;
  }

  /** Returns the text of a token, in lower case if the language ignores case; empty for strings and beyond the ends. */
  at(index: number): string {
    const token = this.tokens[index];
    if (!token || token.kind === "string") return "";
    return this.grammar.ignoresCase ? token.text.toLowerCase() : token.text;
  }

  /** Returns the source text of a range. */
  text({ from, to }: TokenRange): string {
    const [first, last] = [this.tokens[from], this.tokens[to]];
    return first && last ? this.#text.slice(first.start, last.end) : "";
  }

  /** Returns the index of the opening bracket around a token; -1 if there is none. */
  parent(index: number): number {
    return this.tokens[index]?.parent ?? -1;
  }

  /** Returns whether a token is a name: a word that is not a keyword. */
  isName(index: number): boolean {
    return this.tokens[index]?.kind === "word" && !this.grammar.keywords.test(this.at(index));
  }

  /** Returns the range of the expression that ends at a token; undefined if none does. */
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
      const isCallOrIndex =
        token.kind === "close" &&
        !this.tokens[start]?.isFirstOnLine &&
        before?.end === this.tokens[start]?.start;
      if (isCallOrIndex && (this.isName(start - 1) || before?.kind === "close")) at = start - 1;
      else if (this.grammar.chains.test(this.at(start - 1))) at = start - 2;
      else break;
    }
    return from === undefined || from > end ? undefined : { from, to: end };
  }

  /** Returns the range of the expression that begins at a token; undefined if none does. */
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
      if (next?.kind === "open" && !next.isFirstOnLine && next.start === this.tokens[end]?.end) at = end + 1;
      else if (this.grammar.chains.test(this.at(end + 1))) at = end + 2;
      else break;
    }
    return to === undefined ? undefined : { from: start, to };
  }

  /**
   * Returns the index of the first token of the statement that a token belongs to. Statements end at `separators`, by
   * default also at commas, so that each element of a list counts as one.
   */
  statementStart(index: number, separators = /^[;,]$/): number {
    let at = this.tokens[index]?.kind === "close" ? (this.tokens[index]?.pair ?? index) : index;
    for (let steps = 0; steps < 60; steps++) {
      const token = this.tokens[at];
      const before = this.tokens[at - 1];
      if (!token || !before || before.kind === "open" || separators.test(before.text)) break;
      if (before.kind === "close" && before.text === "}") break;
      if (token.isFirstOnLine && !this.grammar.chains.test(token.text)) break;
      at = before.kind === "close" ? (before.pair ?? at - 1) : at - 1;
    }
    return at;
  }

  /** Returns the source text of a statement from its start to an opening bracket: `enum ErrorCode: String`. */
  head(open: number): string {
    let head = this.#heads.get(open);
    if (head === undefined) {
      head = this.text({ from: this.statementStart(open - 1, /^;$/), to: open - 1 });
      this.#heads.set(open, head);
    }
    return head;
  }

  /** Returns the match of an expression in the statement up to an opening bracket; `pattern` must have no state. */
  matchInHead(open: number, pattern: RegExp | undefined): RegExpExecArray | null {
    if (!pattern) return null;
    const matches = this.#matches.get(pattern) ?? new Map<number, RegExpExecArray | null>();
    this.#matches.set(pattern, matches);
    let match = matches.get(open);
    if (match === undefined) {
      match = pattern.exec(this.head(open));
      matches.set(open, match);
    }
    return match;
  }

  /** Returns the ranges of the elements between an opening bracket and its partner, about 200 at most. */
  elements(open: number): readonly TokenRange[] {
    let elements = this.#elements.get(open);
    if (!elements) {
      elements = this.#elementsIn(open);
      this.#elements.set(open, elements);
    }
    return elements;
  }

  #elementsIn(open: number): TokenRange[] {
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

  /**
   * Returns the function that is called with the arguments in a bracket: the range of its whole expression, its
   * unqualified name, and the receiver if it is a method. Returns undefined if the bracket does not open arguments.
   */
  calleeOf(open: number): { span: TokenRange; name: string; receiver: TokenRange | undefined } | undefined {
    if (this.at(open) !== "(" || !this.isName(open - 1)) return undefined;
    const span = this.operandBefore(open - 1);
    if (!span) return undefined;
    const isMethod = this.grammar.chains.test(this.at(open - 2));
    const receiver = isMethod ? this.operandBefore(open - 3) : undefined;
    return { span, name: this.tokens[open - 1]?.text ?? "", receiver };
  }
}
