import { atOnce } from "../../catalog/model/slices.ts";
import { Lexer } from "../syntax/tokens/lexer.ts";
import type { Token } from "../syntax/tokens/lexical-grammar.ts";
import { Comments } from "./comments.ts";
import type { Constant, Owner } from "./constant.ts";
import type { SourceForm } from "./lexical-forms.ts";

/** The maximum number of tokens of a declaration. */
const maximumDeclaration = 60;

/** In UTF-16 units: what precedes is a comment in it. */
const longestDeclaration = 1000;

/** Longer texts, in UTF-16 units, are none that name the errors of an API. */
const longestText = 2_000_000;

/** Returns the strings that a source text names, with their comments, in the order of the text; none of a very long one. */
export function sourceConstants(text: string, form: SourceForm): Constant[] {
  if (text.length > longestText) return [];
  const lexer = new Lexer(text, form);
  atOnce(lexer.read());
  return new ConstantReader(text, lexer.streams[0] ?? [], form).constants();
}

class ConstantReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #form: SourceForm;
  readonly #comments: Comments;
  /** By the index of the opening bracket. */
  readonly #owners = new Map<number, Owner | undefined>();

  constructor(text: string, tokens: readonly Token[], form: SourceForm) {
    this.#text = text;
    this.#tokens = tokens;
    this.#form = form;
    this.#comments = new Comments(text, tokens);
  }

  constants(): Constant[] {
    return this.#tokens.flatMap((token, index) => {
      const { content } = token;
      if (token.kind !== "string" || !content) return [];
      const value = this.#text.slice(content.start, content.end);
      // What an escape stands for differs from language to language; codes need none.
      if (value === "" || value.includes("\\")) return [];
      const name = this.#nameOf(index);
      if (!name) return [];
      const comment = this.#commentOf(name.index) || this.#comments.behind(index);
      const owner = this.#ownerOf(this.#tokens[name.index]?.parent ?? -1);
      return [{ name: name.text, value, ...content, comment, owner }];
    });
  }

  /** Returns the comment above a name, unless another constant stands before it on its line. */
  #commentOf(name: number): string {
    const first = this.#firstOfLine(name);
    const before = this.#tokens.slice(first, name);
    return before.some(({ text }) => /^[,;]$/.test(text)) ? "" : this.#comments.above(first);
  }

  /** Returns the name of the string at an index of the tokens, and where it stands; undefined if it has none. */
  #nameOf(index: number): { text: string; index: number } | undefined {
    const at = this.#indexOfName(index);
    const token = at === undefined ? undefined : this.#tokens[at];
    if (at === undefined || !token) return undefined;
    if (token.kind === "word") return { text: token.text, index: at };
    // A key can be a string itself.
    if (token.kind !== "string" || !token.content) return undefined;
    return { text: this.#text.slice(token.content.start, token.content.end), index: at };
  }

  #indexOfName(index: number): number | undefined {
    const before = this.#tokens[index - 1];
    if (before?.kind === "open" || before?.text === ",") return this.#memberWithArgument(index);
    if (before?.kind !== "mark" || !/^(?:=|:=|:|=>)$/.test(before.text)) return undefined;
    const first = this.#firstOfLine(index);
    const left: number[] = [];
    for (let at = index - 2; at >= first; at--) {
      const token = this.#tokens[at];
      // What stands in brackets is the argument of a type.
      if (token?.pair !== undefined && token.pair < at) {
        at = token.pair;
        continue;
      }
      // Another member stands before this one on the line.
      if (!token || token.text === "," || token.text === ";" || token.kind === "open") break;
      left.unshift(at);
    }
    const names = left.filter((at) => !this.#form.modifiers.test(this.#tokens[at]?.text ?? ""));
    const colon = names.findIndex((at) => this.#tokens[at]?.text === ":");
    if (colon > 0) return names[colon - 1];
    return this.#form.hasTypesBehindNames ? names[0] : names.at(-1);
  }

  /** Returns the index of the member of an enum in whose arguments a string is the first one: `NAME("value", 404)`. */
  #memberWithArgument(index: number): number | undefined {
    const open = this.#tokens[index]?.parent ?? -1;
    if (this.#tokens[open]?.text !== "(" || index - open > maximumDeclaration) return undefined;
    for (let at = open + 1; at < index; at++) if (this.#tokens[at]?.kind === "string") return undefined;
    const [before, name] = [this.#tokens[open - 2], this.#tokens[open - 1]];
    const isMember = name?.isFirstOnLine || before === undefined || /^[,{;]$/.test(before.text);
    if (name?.kind !== "word" || !isMember) return undefined;
    return /\benum\b/.test(this.#ownerOf(name.parent)?.declaration ?? "") ? open - 1 : undefined;
  }

  /** Returns the index of the first token on the line of a token, within the same brackets. */
  #firstOfLine(index: number): number {
    let at = index;
    const limit = index - maximumDeclaration;
    while (at > 0 && at > limit && !this.#tokens[at]?.isFirstOnLine) at--;
    return at;
  }

  #ownerOf(open: number): Owner | undefined {
    const bracket = this.#tokens[open];
    if (!bracket) return undefined;
    if (!this.#owners.has(open)) {
      const first = this.#firstOfLine(open);
      const start = Math.max(this.#tokens[first]?.start ?? bracket.start, bracket.start - longestDeclaration);
      const declaration = this.#text.slice(start, bracket.start).trim();
      this.#owners.set(open, { declaration, comment: this.#comments.above(first) });
    }
    return this.#owners.get(open);
  }
}
