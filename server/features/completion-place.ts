import type { Catalog } from "../../catalog/model/catalog.ts";
import { CodeTable } from "../../catalog/search/code-table.ts";
import { type Analysis, literalAt } from "../analysis/analysis.ts";
import type { Analyzer } from "../analysis/analyzer.ts";
import type { Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { type ExpectedCodes, expectedCodes } from "../evidence/expected-codes.ts";
import { isSomethingElse } from "../evidence/neighbors.ts";
import { SiblingConstants } from "../evidence/sibling-constants.ts";
import type { Literal } from "../syntax/literal.ts";
import { lineBefore, unfinishedLiteralAt } from "../syntax/unfinished-literal.ts";

// Whether a code is expected at the cursor is found out by writing one there, in a copy of the text: the parser and the
// query of the language then read it like any other literal, whatever stands there now.

/** A place at the cursor where a code can be written. */
export interface CompletionPlace {
  /** What an inserted code replaces. */
  span: Span;
  /** The quotes that are inserted around the code; empty if they are there already, or none are needed. */
  quote: string;
  /** The literal of a code if one were written there. */
  literal: Literal;
  /** The literals around it. */
  nearby: readonly Literal[];
  /** Which codes would have evidence there. */
  expected: ExpectedCodes;
}

/** What stands in place of the code: a text of the form of a code, which no query takes for anything else. */
const placeholder = "InvalidPlaceholder.NotFound";

/** A way to write a code at the cursor: what it replaces, and the texts before and after it. */
interface Attempt {
  span: Span;
  before: string;
  after: string;
  quote: string;
}

/** Returns the place at an offset where a code is expected; undefined if none is. */
export async function placeAt(
  analyzer: Analyzer,
  document: TrackedDocument,
  analysis: Analysis,
  offset: number,
  isManual: boolean,
): Promise<CompletionPlace | undefined> {
  if (!analysis.isParsed || document.version !== analysis.version) return undefined;
  const { catalog, configuredNames: configured } = analysis.project;
  for (const attempt of attemptsAt(document, analysis, offset, isManual)) {
    const { span, before, after, quote } = attempt;
    const literals = await analyzer.literalsIf(document, { ...span, text: before + placeholder + after });
    const at = span.start + before.length;
    const others = analysis.literals.filter(
      (one) => one.literal.end < span.start || one.literal.start > span.end,
    );
    const siblings = new SiblingConstants(others, (code) => catalog.isOfficial(code));
    for (const literal of literals) {
      if (literal.text !== placeholder || literal.start !== at) continue;
      const nearby = literals.filter((one) => one.start !== at);
      if (isSomethingElse(literal, nearby, document.text, (code) => catalog.isOfficial(code))) continue;
      const expected = expectedCodes({ literal, siblings, configured }, catalog);
      if (expected) return { span, quote, literal, nearby, expected };
    }
  }
  return undefined;
}

/** Yields the ways to write a code at an offset, the likeliest first. */
function* attemptsAt(
  document: TrackedDocument,
  analysis: Analysis,
  offset: number,
  isManual: boolean,
): Generator<Attempt> {
  const { text } = document;
  const literal = literalAt(analysis, offset)?.literal;
  if (literal) {
    const span = wordAround(text, offset, literal);
    yield { span, before: "", after: "", quote: "" };
    const { start, end } = literal;
    const isWhole = span.start === start && span.end === end;
    // Who asks for codes at the first word of a sentence wants to replace the sentence.
    if (isManual && !isWhole && !/\s/.test(text.slice(start, offset)))
      yield { span: { start, end }, before: "", after: "", quote: "" };
    // A quote that is not closed yet takes the code behind it for its content, up to the next quote.
    if (/[\p{L}\p{N}\s]/u.test(text.charAt(span.end)) || span.end === literal.end) return;
  }
  const unfinished = unfinishedLiteralAt(text, offset, false);
  if (unfinished) {
    const { start, end, quote } = unfinished;
    const isClosed = text.startsWith(quote, end);
    for (const ending of isClosed ? [""] : endingsFor(text, start - 1, end))
      yield { span: { start, end }, before: "", after: isClosed ? "" : quote + ending, quote: "" };
  }
  if (literal || unfinished) return;
  // Some literals need no quotes, and an empty one is not seen: `code: `, `%w[]`, `<Code></Code>`.
  const line = { start: offset - lineBefore(text, offset).length, end: endOfLine(text, offset) };
  yield { span: wordAround(text, offset, line), before: "", after: "", quote: "" };
  const span = unquotedAt(text, offset, analysis.project.catalog, isManual);
  if (!span) return;
  for (const quote of quotesOf(text, analysis))
    for (const ending of endingsFor(text, span.start, span.end))
      yield { span, before: quote, after: quote + ending, quote };
}

/** Returns the word around an offset within a literal: all of it, unless it is a text of several words. */
function wordAround(text: string, offset: number, within: Span): Span {
  if (/^[\p{L}\p{N}_.-]*$/u.test(text.slice(within.start, within.end))) return within;
  const before = /[\p{L}\p{N}_.-]*$/u.exec(text.slice(within.start, offset))?.[0] ?? "";
  // A dot at the end is a wildcard or ends a sentence.
  const after = /^(?:\.?[\p{L}\p{N}_-])*/u.exec(text.slice(offset, within.end))?.[0] ?? "";
  return { start: offset - before.length, end: offset + after.length };
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** Returns the span of the word outside quotes that ends at an offset and may become a code in quotes. */
function unquotedAt(text: string, offset: number, catalog: Catalog, isManual: boolean): Span | undefined {
  if (/[\p{L}\p{N}_]/u.test(text.charAt(offset))) return undefined;
  const typed = /[\p{L}\p{N}_.-]*$/u.exec(lineBefore(text, offset))?.[0] ?? "";
  if (typed === "") return isManual ? { start: offset, end: offset } : undefined;
  const [from, to] = CodeTable.of(catalog).withPrefix(typed);
  return from < to ? { start: offset - typed.length, end: offset } : undefined;
}

/** Returns the quotes that may be around a code: those of most literals of the text, or both kinds if it has none. */
function quotesOf(text: string, { literals }: Analysis): string[] {
  const counts = { '"': 0, "'": 0 };
  for (const { literal } of literals.slice(0, 200)) {
    const quote = text.charAt(literal.start - 1);
    if (quote === '"' || quote === "'") counts[quote]++;
  }
  if (counts['"'] === counts["'"]) return ['"', "'"];
  return counts['"'] > counts["'"] ? ['"'] : ["'"];
}

/**
 * Returns what may be missing behind a literal that is being typed: nothing, or the brackets that its line leaves open,
 * and the colon of a case.
 */
function endingsFor(text: string, start: number, end: number): string[] {
  const before = lineBefore(text, start);
  const after = text.slice(end, endOfLine(text, end));
  const open: string[] = [];
  for (const [char] of `${before}\n${after}`
    .replace(/(["'`])(?:\\.|(?!\1).)*\1/g, "")
    .matchAll(/[([{)\]}]/g)) {
    if (closing[char]) open.push(closing[char]);
    else if (open.at(-1) === char) open.pop();
  }
  const brackets = open.reverse().join("");
  const colon = after.trim() === "" && /^\s*\w+\s/.test(before) ? [`${brackets}:`] : [];
  return [...new Set(["", brackets, ...colon])];
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
