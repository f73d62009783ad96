import type { Token } from "../syntax/tokens/lexical-grammar.ts";

/** Reads the comments between the tokens of a text. */
export class Comments {
  readonly #text: string;
  readonly #tokens: readonly Token[];

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  /** Returns the comment directly above the line that a token begins, as plain text. */
  above(index: number): string {
    const before = this.#tokens[index - 1];
    const start = before?.end ?? 0;
    const gap = this.#text.slice(start, this.#tokens[index]?.start);
    // What stands on the line of the token before belongs to that.
    const lines = (before ? gap.replace(/^[^\r\n]*/, "") : gap).trimEnd().split(/\r?\n/);
    // Behind an empty line stands what is about more than the next constant.
    const empty = lines.findLastIndex((line) => line.trim() === "");
    return plain(lines.slice(empty + 1));
  }

  /** Returns the comment behind a token on its line, or behind the separator there, as plain text. */
  behind(index: number): string {
    for (let at = index; at <= index + maximumSeparators; at++) {
      const [token, next] = [this.#tokens[at], this.#tokens[at + 1]];
      if (!token) return "";
      const gap = this.#text.slice(token.end, next?.start);
      const line = /^[^\r\n]*/.exec(gap)?.[0] ?? "";
      if (line.trim() !== "") return plain([line]);
      if (line.length < gap.length || next?.kind === "word") return "";
    }
    return "";
  }
}

/** How many brackets and separators may stand between a constant and the comment behind it. */
const maximumSeparators = 3;

/** Longer lines are no sentences. In UTF-16 units. */
const maximumLine = 2000;

/** Returns the text of comments without their signs, as one line; what tags of documentation say is left out. */
function plain(lines: readonly string[]): string {
  const texts = lines.map((line) => withoutEnd(line.slice(0, maximumLine).replace(sign, "").trim()));
  const tag = texts.findIndex((text) => /^[@\\][a-z]/i.test(text));
  return texts
    .slice(0, tag < 0 ? undefined : tag)
    .filter((text) => text !== "")
    .join(" ");
}

/** The sign of a comment at the start of a line. */
const sign = /^\s*(?:\/{2,}!?|\/\*+!?|\*+(?!\/)|#+)?/;

/** Returns a line without the stars and the slash that end a comment. */
function withoutEnd(line: string): string {
  if (!line.endsWith("*/")) return line;
  let end = line.length - 1;
  while (line[end - 1] === "*") end--;
  return line.slice(0, end).trimEnd();
}
