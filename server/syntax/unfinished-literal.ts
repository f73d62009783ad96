import type { Span } from "../documents/span.ts";

/** The content of a literal that is still being typed, as a span of the text. */
export interface UnfinishedLiteral extends Span {
  /** The quote that is open before it; empty if it has none. */
  quote: string;
}

/**
 * Returns the literal being typed at an offset in UTF-16 units where the parser finds none: behind an unclosed quote,
 * or a value that is still missing. Unquoted values are considered only if `allowsScalars` is set. Returns undefined if
 * no literal is being typed.
 */
export function unfinishedLiteralAt(
  text: string,
  offset: number,
  allowsScalars: boolean,
): UnfinishedLiteral | undefined {
  const before = lineBefore(text, offset);
  const typed = openQuote(before) ?? (allowsScalars ? openScalar(before) : undefined);
  if (typed === undefined) return undefined;
  const start = offset - typed.length;
  const quote = /["'`]$/.exec(text.slice(0, start))?.[0] ?? "";
  return { start, end: offset + restAt(text, offset, quote).length, quote };
}

/** Returns the text of a line before an offset. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
}

/**
 * Returns the part of the word after an offset that belongs to the literal: behind an unclosed quote, nothing unless
 * the closing quote follows, since the word may be the code behind the string.
 */
function restAt(text: string, offset: number, quote: string): string {
  const rest = /^[\p{L}\p{N}_.-]*/u.exec(text.slice(offset, offset + 200))?.[0] ?? "";
  return quote === "" || text.startsWith(quote, offset + rest.length) ? rest : "";
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
  return /^[\p{L}\p{N}_.-]*$/u.test(typed) ? typed : undefined;
}

/** Returns the text of an unquoted value, after `key: ` or the dash of a list item; undefined if there is none. */
function openScalar(before: string): string | undefined {
  return /(?:^|\s)(?:-|[\w."'-]+:)\s+(?<typed>[\p{L}\p{N}_.-]*)$/u.exec(before)?.groups?.typed;
}
