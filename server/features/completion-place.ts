import type { Catalog } from "../../catalog/model/catalog.ts";
import { CodeTable } from "../../catalog/search/code-table.ts";
import { type Analysis, literalAt } from "../analysis/analysis.ts";
import type { Analyzer } from "../analysis/analyzer.ts";
import type { Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { type ExpectedCodes, expectedCodes } from "../evidence/expected-codes.ts";
import { isSomethingElse } from "../evidence/neighbors.ts";
import { SiblingConstants } from "../evidence/sibling-constants.ts";
import { hasBareLiterals, languageById } from "../syntax/languages/index.ts";
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

/** How far around a finished literal the other members of its list or switch are looked for, in UTF-16 units. */
const reach = 2000;

/** How much of the text before a word shows whether a value can stand there, in UTF-16 units. */
const lookBehind = 200;

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
  const current = literalAt(analysis, offset)?.literal;
  // What an empty text stands beside cannot be told from what other empty texts stand beside.
  const isReadable = current?.text !== "" || current.relations.every(({ within }) => within === undefined);
  if (current && current.relations.length > 0 && isWord(current.text) && isReadable) {
    // A literal of one word has the relations of any other.
    const nearby = analysis.literals.flatMap(({ literal }) =>
      literal !== current && Math.abs(literal.start - current.start) < reach ? literal : [],
    );
    const expected = expectedAt(document, analysis, current, current, nearby);
    return expected && { span: current, quote: "", literal: current, nearby, expected };
  }
  for (const { span, before, after, quote } of attemptsAt(document, analysis, offset, isManual)) {
    const literals = await analyzer.literalsIf(document, { ...span, text: before + placeholder + after });
    // The document may have been edited while a long text was read.
    if (document.version !== analysis.version) return undefined;
    const at = span.start + before.length;
    for (const literal of literals) {
      if (literal.text !== placeholder || literal.start !== at) continue;
      const nearby = literals.filter((one) => one.start !== at);
      const expected = expectedAt(document, analysis, span, literal, nearby);
      if (expected) return { span, quote, literal, nearby, expected };
    }
  }
  return undefined;
}

/** Returns which codes would have evidence in a literal; undefined if there are none, or it is something else. */
function expectedAt(
  { text }: TrackedDocument,
  { literals, project }: Analysis,
  span: Span,
  literal: Literal,
  nearby: readonly Literal[],
): ExpectedCodes | undefined {
  const { catalog, configuredNames: configured } = project;
  const isKnown = (code: string) => catalog.isOfficial(code);
  if (isSomethingElse(literal, nearby, text, isKnown)) return undefined;
  const others = literals.filter((one) => one.literal.end < span.start || one.literal.start > span.end);
  return expectedCodes({ literal, siblings: new SiblingConstants(others, isKnown), configured }, catalog);
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
  const typed = /(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_.-]*$/u.exec(lineBefore(text, offset))?.[0] ?? "";
  const before = text.slice(Math.max(0, offset - typed.length - lookBehind), offset - typed.length);
  const isValue =
    /(?:[=([{,:|&!?<>~]|(?<![\w.])(?:case|when|in|is|return|eq|ne|or|and|not|with|raise|throw))\s*$/i.test(
      before,
    );
  const language = languageById(document.languageId);
  const isBare = language !== undefined && hasBareLiterals(language);
  // Some literals need no quotes, and an empty one is not seen: `code: `, `%w[]`, `<Code></Code>`.
  if (isBare || /[[>/]$|%[wWiI][^\n]+$/.test(before)) {
    const line = { start: offset - lineBefore(text, offset).length, end: endOfLine(text, offset) };
    yield { span: wordAround(text, offset, line), before: "", after: "", quote: "" };
  }
  const isWordEnd = !/[\p{L}\p{N}_]/u.test(text.charAt(offset));
  if (!isWordEnd || !isValue || !(typed === "" ? isManual : mayBegin(typed, analysis.project.catalog)))
    return;
  const span = { start: offset - typed.length, end: offset };
  for (const quote of language?.quote ?? quotesOf(text, analysis))
    for (const ending of endingsFor(text, span.start, span.end))
      yield { span, before: quote, after: quote + ending, quote };
}

function isWord(text: string): boolean {
  return /^[\p{L}\p{N}_.-]*$/u.test(text);
}

/** Returns the word around an offset within a literal: all of it, unless it is a text of several words. */
function wordAround(text: string, offset: number, within: Span): Span {
  if (isWord(text.slice(within.start, within.end))) return within;
  const before = /(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_.-]*$/u.exec(text.slice(within.start, offset))?.[0] ?? "";
  // A dot at the end is a wildcard or ends a sentence.
  const after = /^(?:\.?[\p{L}\p{N}_-])*/u.exec(text.slice(offset, within.end))?.[0] ?? "";
  return { start: offset - before.length, end: offset + after.length };
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** Returns whether a code begins with a text. */
function mayBegin(typed: string, catalog: Catalog): boolean {
  const [from, to] = CodeTable.of(catalog).withPrefix(typed);
  return from < to;
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
