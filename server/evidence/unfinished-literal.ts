import type { Literal, Relation } from "../syntax/literal.ts";
import { type ConfiguredNames, evidenceOf } from "./evidence.ts";

/** How far back an unfinished `case` looks for its `switch`, in UTF-16 units. */
const lookBehind = 4000;

/**
 * The literal being typed at an offset where no grammar sees one: an unclosed quote, or no value yet.
 * Its clues come from the words before it, since a broken line parses into anything.
 */
export function unfinishedLiteralAt(text: string, offset: number, scalars: boolean): Literal | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const typed = openQuote(before) ?? (scalars ? openScalar(before) : undefined);
  if (typed === undefined) return undefined;
  const start = offset - typed.length;
  const quote = /["'`]$/.exec(text.slice(0, start))?.[0] ?? "";
  const context = text.slice(Math.max(0, start - quote.length - lookBehind), start - quote.length);
  const after = restAt(text, offset, quote);
  return { text: typed + after, start, end: offset + after.length, relations: relationBefore(context) };
}

/** What of the word at an offset belongs to the literal; behind an open quote it may as well be the code that follows. */
function restAt(text: string, offset: number, quote: string): string {
  const rest = /^[\w.-]*/.exec(text.slice(offset, offset + 200))?.[0] ?? "";
  return quote === "" || text.startsWith(quote, offset + rest.length) ? rest : "";
}

/** Whether an unfinished literal stands where an error code is expected. */
export function isCodeExpected(literal: Literal, own: ConfiguredNames): boolean {
  return evidenceOf({ ...literal, text: "" }, () => false, own) !== undefined;
}

/** What was typed since the last quote of the line that nothing closes; undefined where all are closed. */
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

/** What was typed of a bare value: after `key: `, or after the dash of a list. */
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

function relationBefore(context: string): Relation[] {
  for (const [kind, pattern] of patterns) {
    const subject = pattern.exec(context)?.groups?.subject;
    if (subject !== undefined) return [{ kind, subject }];
  }
  return [];
}
