import type { Language } from "../language.ts";
import type { Relation } from "../literal.ts";
import { dollarInterpolation } from "../tokens/lexical-grammar.ts";
import { tokenReader } from "../tokens/token-literals.ts";
import type { TokenRange, TokenStream } from "../tokens/token-stream.ts";

export const groovy: Language = {
  name: "Groovy",
  ids: ["groovy", "gradle", "jenkinsfile"],
  extensions: [".groovy", ".gradle", ".gvy"],
  comment: ["//"],
  hasQuotedLiteralsOnly: true,
  read: tokenReader(
    {
      skipped: /\s+|\/\/[^\r\n]*|#![^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y,
      strings: [
        { open: /"""/y, close: '"""', escape: "\\", value: dollarInterpolation, multiline: true },
        { open: /'''/y, close: "'''", escape: "\\", multiline: true },
        { open: /\$\//y, close: "/$", escape: "$", value: dollarInterpolation, multiline: true },
        { open: /"/y, close: '"', escape: "\\", value: dollarInterpolation },
        { open: /'/y, close: "'", escape: "\\" },
        { open: /\/(?![*/\s])/y, close: "/", escape: "\\", value: dollarInterpolation, expectsValue: true },
      ],
      word: /[\p{L}_$][\p{L}\p{N}_$]*/uy,
      equals: /^(?:[!=]==?|is|equals|equalsIgnoreCase|compareTo)$/,
      contains: /^(?:==?~|contains|containsIgnoreCase|startsWith|endsWith|indexOf|matches|find)$/,
      within: /^!?in$/,
      expects: /Equals$|^(?:assertSame|equalTo)$/,
      assigns: /^=$/,
      constants: /^final$/,
      types: /\b(?:enum|class|interface|trait)\s+(?<name>\w+)/,
      enums: /\benum\s+(?<name>\w+)/,
      functions: /\b(?!(?:if|for|while|switch|catch)\b)(?<name>\w+)\s*\([^()]*\)[^()]*$/,
      chains: /^(?:[?!*]?\.|\?\.|\*\.)$/,
      lists: /^\[$/,
      keywords:
        /^(?:def|if|else|while|for|in|return|case|switch|throw|assert|new|instanceof|as|do|catch|default|final|static)$/,
    },
    findTableCell,
  ),
};

/** Finds the relation of a cell in a table of test data (Spock's `where:`) to the header of its column. */
function findTableCell(stream: TokenStream, { from, to }: TokenRange, isList: boolean): Relation[] {
  if (isList || !(isBar(stream, from - 1) || isBar(stream, to + 1))) return [];
  let row = lineStart(stream, from);
  const column = barsBefore(stream, row, from);
  for (let rows = 0; rows < maximumRows; rows++) {
    const above = lineStart(stream, row - 1);
    if (stream.at(above) === "where" && stream.at(above + 1) === ":") break;
    if (barsBefore(stream, above, row) === 0) return [];
    row = above;
  }
  for (let at = row; stream.isName(at) || isBar(stream, at); at++)
    if (stream.isName(at) && barsBefore(stream, row, at) === column)
      return [{ kind: "value", subject: stream.text({ from: at, to: at }) }];
  return [];
}

/** The maximum number of rows that are searched for the header; longer tables are data. */
const maximumRows = 200;

/** Returns whether a token separates two columns. */
function isBar(stream: TokenStream, index: number): boolean {
  return /^\|\|?$/.test(stream.at(index));
}

/** Returns the index of the first token on the line of a token. */
function lineStart(stream: TokenStream, index: number): number {
  let at = index;
  while (at > 0 && !stream.tokens[at]?.isFirstOnLine) at--;
  return at;
}

/** Counts the bars between two tokens. */
function barsBefore(stream: TokenStream, from: number, to: number): number {
  let bars = 0;
  for (let at = from; at < to; at++) if (isBar(stream, at)) bars++;
  return bars;
}
