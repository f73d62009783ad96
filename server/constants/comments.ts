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
    const lines = this.#linesAbove(index);
    return plain(lines.slice(startOfOwn(lines)));
  }

  /** Returns the comment that is about more than the next constant: above an empty line, or below or between rules. */
  headingAbove(index: number): string {
    const lines = this.#linesAbove(index);
    const above = lines.slice(0, startOfOwn(lines));
    const end = above.findLastIndex((line) => line.trim() !== "");
    const start = above.slice(0, end).findLastIndex((line) => line.trim() === "");
    return plain(above.slice(start + 1, end + 1).map(withoutRules)).slice(0, maximumHeading);
  }

  /** Whether the comment directly above a token has the form of documentation. */
  isDocumentationAbove(index: number): boolean {
    const lines = this.#linesAbove(index);
    return /^\s*\/(?:\*\*|\/[/!])/.test(lines[startOfOwn(lines)] ?? "");
  }

  /** Returns the text in quotes behind a tag in the comment above a token: `@Message("…")`. */
  tagAbove(index: number, tag: string): string | undefined {
    const lines = this.#linesAbove(index);
    const start = `@${tag}`;
    const line = lines.slice(startOfOwn(lines)).find((one) => one.includes(start)) ?? "";
    return /^\s*\(\s*["'](.*)["']\s*\)/.exec(
      line.slice(line.indexOf(start) + start.length, maximumLine),
    )?.[1];
  }

  /** Returns the lines between a token and the one before it, but for the rest of that one's line. */
  #linesAbove(index: number): string[] {
    const before = this.#tokens[index - 1];
    const start = before?.end ?? 0;
    const gap = this.#text.slice(start, this.#tokens[index]?.start);
    // What stands on the line of the token before belongs to that.
    return (before ? gap.replace(/^[^\r\n]*/, "") : gap).trimEnd().split(/\r?\n/);
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

/** Returns the index of the first line that is about the next constant alone: behind empty lines and rules. */
function startOfOwn(lines: readonly string[]): number {
  const rule = lines.findLastIndex((line) => line.trim() === "" || isRule(line));
  return rule + 1;
}

/** Whether a line of a comment has a rule of signs, as above, below or beside a heading: `// ==== Orders ====`. */
function isRule(line: string): boolean {
  return /([=#~*-])\1{3}|([─━═])\2/.test(line.slice(0, maximumLine).replace(/^\s*\/\*+|\*+\/\s*$/g, ""));
}

function withoutRules(line: string): string {
  return line.slice(0, maximumLine).replace(/[=~─━═#*-]{3,}/g, " ");
}

/** In UTF-16 units. */
const maximumHeading = 200;

/** How many brackets and separators may stand between a constant and the comment behind it. */
const maximumSeparators = 3;

/** Longer lines are no sentences. In UTF-16 units. */
const maximumLine = 2000;

/** Returns the text of comments without their signs, as one line; what tags of documentation say is left out. */
function plain(lines: readonly string[]): string {
  const texts = lines.map((line) => withoutEnd(line.slice(0, maximumLine).replace(sign, "").trim()));
  const isCode = texts.every((text) => text === "" || codeLine.test(text));
  if (isCode) return "";
  const tag = texts.findIndex((text) => /^[@\\][a-z]/i.test(text));
  return texts
    .slice(0, tag < 0 ? undefined : tag)
    .filter((text) => text !== "")
    .join(" ");
}

/** A line of code that was made a comment: `NOT_FOUND(404, "…"),`, `A = 1;`. */
const codeLine = /^[\w.:<>]+(?: [\w.]+){0,4}\s*(?:=\s*\S.{0,400}|\(.{0,400}\)\s*)[,;]?$/;

/** The sign of a comment at the start of a line. */
const sign = /^\s*(?:\/{2,}!?|\/\*+!?|\*+(?!\/)|#+)?/;

/** Returns a line without the stars and the slash that end a comment. */
function withoutEnd(line: string): string {
  if (!line.endsWith("*/")) return line;
  let end = line.length - 1;
  while (line[end - 1] === "*") end--;
  return line.slice(0, end).trimEnd();
}
