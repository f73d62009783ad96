// The tokens of languages without a reliable tree-sitter grammar: enough to separate strings from the rest, and to know
// what brackets contain.

/**
 * One form of string literals. In `close` and `escape`, `%` stands for the match of the first group of `open`, such as
 * the hashes before a raw string.
 */
export interface StringForm {
  /** The start of a string, including its prefix; a sticky expression. */
  open: RegExp;
  close: string;
  /** The sign that escapes the character after it; the same as `close` if a quote is escaped by doubling it. */
  escape?: string;
  /** The start of an interpolated value, which ends with an opening bracket or precedes a name; a sticky expression. */
  value?: RegExp;
  /** Whether a string may contain line breaks. */
  multiline?: boolean;
  /** Whether a string may contain code of the language itself, as the body of a function in SQL does. */
  body?: boolean;
  /** Whether a string occurs only where a value is expected, since its opening sign is a division elsewhere. */
  expectsValue?: boolean;
}

/** The start of an interpolated value in languages that write `$name` and `${…}`. */
export const dollarInterpolation = /\$\{|\$(?=[A-Za-z_])/y;

/** The forms of the tokens of a language. */
export interface LexicalGrammar {
  /** White space and comments; a sticky expression. */
  skipped: RegExp;
  /** Whether comments in slash and star may be nested. */
  nestedComments?: boolean;
  strings: readonly StringForm[];
  /** Names and keywords; a sticky expression. */
  word: RegExp;
}

/** A token; `start` and `end` are UTF-16 offsets in the whole text. */
export interface Token {
  kind: "word" | "string" | "open" | "close" | "mark";
  text: string;
  start: number;
  end: number;
  /** Whether it is the first token on its line. */
  isFirstOnLine: boolean;
  /** The index of the opening bracket around the token; -1 if there is none. */
  parent: number;
  /** The index of the matching bracket; undefined if there is none or the token is no bracket. */
  pair?: number;
  /** The span of a string's content; undefined if it contains a line break or an interpolated value. */
  content?: { start: number; end: number } | undefined;
}
