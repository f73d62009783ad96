import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import type { Span } from "../documents/span.ts";
import { DocumentLiterals } from "./document-literals.ts";
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
  const { document, occurrence, analysis } = context;
  const { kind, subject } = occurrence.evidence;
  const { syntax, text, start, end } = occurrence.literal;
  const all = DocumentLiterals.of(analysis);
  if (code === text || all.isIn(code, syntax?.group) || all.isIn(code, syntax?.branch?.chain)) return true;
  if (kind === "constant") return all.isConstant(code);
  return near(all.occurrencesOf(code), occurrence.literal).some(({ literal: other, evidence }) => {
    if (evidence?.kind !== kind || evidence.subject !== subject) return false;
    return insideCondition.test(document.text.slice(Math.min(end, other.end), Math.max(start, other.start)));
  });
}

/** The length in UTF-16 units of the longest text that {@link insideCondition} matches. */
const maximumCondition = 400;

/** Returns those of some occurrences, which are in text order, that can stand in one condition with a literal. */
function near(occurrences: readonly AnalyzedLiteral[], { start, end }: Span): readonly AnalyzedLiteral[] {
  let [low, high] = [0, occurrences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((occurrences[middle]?.literal.end ?? 0) < start - maximumCondition) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while ((occurrences[to]?.literal.start ?? Number.POSITIVE_INFINITY) <= end + maximumCondition) to++;
  return occurrences.slice(low, to);
}

/** Lists of the texts of errors, in the options of error trackers. */
const listsOfTexts = /^ignore_?errors$/i;

/** Whether an occurrence is a member of a list of texts, in which other members are sentences, rather than of codes. */
export function isAmongTexts({ occurrence, analysis }: RuleContext): boolean {
  const { kind, subject } = occurrence.evidence;
  if (kind !== "element") return false;
  if (listsOfTexts.test(subject)) return true;
  return DocumentLiterals.of(analysis).isListOfTexts(subject);
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
  return DocumentLiterals.of(analysis).occurrencesOf(occurrence.literal.text).length > 2;
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
