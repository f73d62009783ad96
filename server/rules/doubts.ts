import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import type { Span } from "../documents/span.ts";
import type { Literal } from "../syntax/literal.ts";
import type { RuleContext } from "./rule.ts";
import { servicesNamedIn } from "./services.ts";

// What makes it doubtful that an unknown code is a misspelling of a near one.

/** Matches what can stand between two comparisons of one condition: no end of a statement and no block. */
const insideCondition = /^(?:[^{};:\n]|::|\n(?!\s*(?:el)?if\b)){0,200}$/;

/**
 * Whether a code stands beside the occurrence on purpose: in the same list, call, switch or chain of conditions, or both
 * are constants of the file.
 */
export function isBesideOccurrence(code: string, context: RuleContext): boolean {
  const { document, occurrence, analysis, group, chain } = context;
  const isCode = ({ literal }: AnalyzedLiteral) => literal.text === code;
  if (group.some(isCode) || chain.some(isCode)) return true;
  const { kind, subject } = occurrence.evidence;
  const { syntax, start, end } = occurrence.literal;
  const between = (other: Span) =>
    document.text.slice(Math.min(end, other.end), Math.max(start, other.start));
  return analysis.literals.some(({ literal, evidence }) => {
    if (literal.text !== code || !evidence) return false;
    if (syntax?.group && literal.syntax?.group === syntax.group) return true;
    if (evidence.kind !== kind) return false;
    return kind === "constant" || (evidence.subject === subject && insideCondition.test(between(literal)));
  });
}

/** Lists of the texts of errors, in the options of error trackers. */
const listsOfTexts = /^ignore_?errors$/i;

/** Whether an occurrence is a member of a list of texts, in which other members are sentences, rather than of codes. */
export function isAmongTexts({ occurrence, analysis }: RuleContext): boolean {
  const { kind, subject } = occurrence.evidence;
  if (kind !== "element") return false;
  if (listsOfTexts.test(subject)) return true;
  const isSentence = ({ text, relations }: Literal) =>
    /\S\s+\S/.test(text) && relations.some((one) => one.kind === "listed" && one.subject === subject);
  return analysis.literals.some(({ literal }) => isSentence(literal));
}

/** The other distinct codes of a file: how many there are, and those that are known. */
export interface OtherCodes {
  count: number;
  known: readonly string[];
}

/** By analysis, each distinct code of the file and whether it is known. */
const codesByAnalysis = new WeakMap<Analysis, ReadonlyMap<string, boolean>>();

/** Returns the distinct codes of a file, and whether they are known; computed once for each analysis. */
function codesOf(analysis: Analysis): ReadonlyMap<string, boolean> {
  let codes = codesByAnalysis.get(analysis);
  if (!codes) {
    const occurrences = analysis.literals.filter(({ evidence, literal }) => evidence && literal.text !== "");
    codes = new Map(occurrences.map(({ literal, isKnown }) => [literal.text, isKnown]));
    codesByAnalysis.set(analysis, codes);
  }
  return codes;
}

/** Returns the other codes of the file. */
export function otherCodesIn({ occurrence, analysis }: RuleContext): OtherCodes {
  const others = [...codesOf(analysis)].filter(([text]) => text !== occurrence.literal.text);
  return { count: others.length, known: others.flatMap(([text, isKnown]) => (isKnown ? text : [])) };
}

/** Whether most other codes of a file are unknown, as in mocks and for services without a catalog. */
export function isMostlyUnknown({ count, known }: OtherCodes): boolean {
  return count > 2 && known.length < count / 2;
}

/** Matches what compares texts in any case, or changes their case before. */
const caseless = /lower|upper|downcase|upcase|fold|ignore_?case|casecmp|-i(?:eq|n|ne)\b|\bilike\b/i;

/** How far around a literal in its line the call that tests it is looked for, in UTF-16 units. */
const reachOfCall = 120;

/** Whether a literal is compared in any case, or with a text whose case was changed: then its own case says nothing. */
export function ignoresCase({ document, occurrence }: RuleContext): boolean {
  const { relations, start, end } = occurrence.literal;
  if (relations.some(({ subject }) => caseless.test(subject))) return true;
  const before = document.text.slice(Math.max(0, start - reachOfCall), start);
  const after = document.text.slice(end, end + reachOfCall);
  const line = before.slice(before.lastIndexOf("\n") + 1) + (after.split("\n", 1)[0] ?? "");
  return caseless.test(line);
}

/** Whether a spelling stands in the file three times or more. */
export function isRecurring({ occurrence, analysis }: RuleContext): boolean {
  const { text } = occurrence.literal;
  return analysis.literals.filter(({ evidence, literal }) => evidence && literal.text === text).length > 2;
}

/** Whether the catalog has only some codes of the services that a code, or the file, is about. */
export function isPartlyListed(code: string, provider: string, { catalog, document }: RuleContext): boolean {
  const partial = catalog.provider(provider)?.partial ?? [];
  if (partial.length === 0) return false;
  if (partial.includes("*")) return true;
  const services = catalog.entriesOf(code).flatMap((one) => (one.provider === provider ? one.service : []));
  return (
    (services.length > 0 && services.every((service) => partial.includes(service))) ||
    servicesNamedIn(document, partial).length > 0
  );
}
