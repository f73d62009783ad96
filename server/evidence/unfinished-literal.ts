import type { Literal, Relation } from "../syntax/literal.ts";
import { type ConfiguredNames, evidenceOf } from "./evidence.ts";

/** How far back from an unfinished `case` its `switch` is searched for, in UTF-16 units. */
const lookBehind = 4000;

/**
 * Returns the literal being typed at an offset in UTF-16 units where the parser finds none: behind an unclosed quote,
 * or a value that is still missing. Its relations are derived from the text before it, since the syntax tree of a
 * broken line is unreliable. Unquoted values are considered only if `allowsScalars` is set. Returns undefined if no
 * literal is being typed.
 */
export function unfinishedLiteralAt(
  text: string,
  offset: number,
  allowsScalars: boolean,
): Literal | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const typed = openQuote(before) ?? (allowsScalars ? openScalar(before) : undefined);
  if (typed === undefined) return undefined;
  const start = offset - typed.length;
  const quote = /["'`]$/.exec(text.slice(0, start))?.[0] ?? "";
  const context = text.slice(Math.max(0, start - quote.length - lookBehind), start - quote.length);
  const after = restAt(text, offset, quote);
  return { text: typed + after, start, end: offset + after.length, relations: relationBefore(context) };
}

/**
 * Returns the part of the word after an offset that belongs to the literal: behind an unclosed quote, nothing unless
 * the closing quote follows, since the word may be the code behind the string.
 */
function restAt(text: string, offset: number, quote: string): string {
  const rest = /^[\w.-]*/.exec(text.slice(offset, offset + 200))?.[0] ?? "";
  return quote === "" || text.startsWith(quote, offset + rest.length) ? rest : "";
}

/** Returns whether an error code is expected at an unfinished literal. */
export function isCodeExpected(literal: Literal, configured: ConfiguredNames): boolean {
  return evidenceOf({ ...literal, text: "" }, () => false, configured) !== undefined;
}

/** Returns the text behind the unclosed quote of a line; undefined if there is none or the text cannot begin a code. */
function openQuote(before: string): string | undefined {
  let quote = "";
  let start = 0;
  for (let index = 0; index < before.length; index++) {
    const char = before.charAt(index);
    if (char === "\\") index++;
    else if (quote === "" && /["'`]/.test(char)) [quote, start] = [char, index + 1];
    else if (char === quote) quote = "";
  }
  if (quote === "") return undefined;
  const typed = before.slice(start);
  return /^[\w.-]*$/.test(typed) ? typed : undefined;
}

/** Returns the text of an unquoted value, after `key: ` or the dash of a list item; undefined if there is none. */
function openScalar(before: string): string | undefined {
  return /(?:^|\s)(?:-|[\w."'-]+:)\s+(?<typed>[\w.-]*)$/.exec(before)?.groups?.typed;
}

const operand = String.raw`(?<subject>[\w$.?![\]"'()]+)`;
const patterns: [Relation["kind"], RegExp][] = [
  ["compared", new RegExp(String.raw`${operand}\s*(?:[!=]==?)\s*$`)],
  ["compared", new RegExp(String.raw`${operand}\.(?:equals|equalsIgnoreCase)\(\s*$`)],
  ["value", /(?<subject>["']?[\w-]+["']?)\s*:\s*$/],
  ["listed", /(?<subject>["']?[\w-]+["']?)\s*:\s*\[(?:[^\][\n]*,)?\s*$/],
  ["listed", /(?<subject>[\w"'-]+)\s*:\s*(?:\r?\n\s*-\s[^\n]*)*\r?\n\s*-\s*$/],
  [
    "case",
    /\bswitch\s*\(?(?<subject>[^{}\n]*?)\)?\s*\{(?:(?!\bswitch\b)[\s\S])*\bcase\s+(?:["'`][^"'`\n]*["'`]\s*,\s*)*$/,
  ],
  ["case", /\bmatch\s+(?<subject>[^\n:]*):(?:(?!\bmatch\b)[\s\S])*\bcase\s+(?:["'][^"'\n]*["']\s*\|\s*)*$/],
];

/** Returns the relation of the literal that follows a text, as a list of at most one. */
function relationBefore(context: string): Relation[] {
  for (const [kind, pattern] of patterns) {
    const subject = pattern.exec(context)?.groups?.subject;
    if (subject !== undefined) return [{ kind, subject }];
  }
  return [];
}
