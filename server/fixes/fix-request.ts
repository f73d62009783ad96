import type { Node } from "web-tree-sitter";
import { type Analysis, type AnalyzedLiteral, isOccurrence, type Occurrence } from "../analysis/analysis.ts";
import type { Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { findingsInSlices } from "../rules/findings.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import { type Language, languageById } from "../syntax/languages/index.ts";
import { Budget, editorTime } from "../syntax/parsing/budget.ts";
import type { Edit, FileChanges } from "./edit.ts";
import type { FixContext } from "./fix-context.ts";

/** A request for fixes at some spans of a document, with the analysis of the document's current version. */
export interface FixRequest {
  context: FixContext;
  document: TrackedDocument;
  analysis: Analysis;
  language: Language | undefined;
  spans: readonly Span[];
  /** The findings in the whole document. */
  all: readonly ReportedFinding[];
  /** The findings that touch the spans, as many as can be offered. */
  findings: readonly ReportedFinding[];
  /** The occurrences that touch the spans, as many as can be offered. */
  occurrences: readonly Occurrence[];
}

/** Analyzes a document and creates the request for fixes at some of its spans. */
export async function fixRequestAt(
  context: FixContext,
  document: TrackedDocument,
  spans: readonly Span[],
): Promise<FixRequest> {
  const analysis = await context.analyzer.analyze(document);
  const findings = await cachedFindings(context, document, analysis);
  const all = findings.filter((one) => !one.occurrence || isVerbatim(document, one.occurrence));
  const isRequested = touching(spans);
  return {
    context,
    document,
    analysis,
    language: languageById(document.languageId),
    spans,
    all,
    findings: all.filter(isRequested).slice(0, maximumOffered),
    occurrences: analysis.project.ignoresFile(document.uri)
      ? []
      : analysis.literals
          .filter(
            (one): one is Occurrence =>
              isOccurrence(one) &&
              one.literal.text !== "" &&
              isRequested(one.literal) &&
              isVerbatim(document, one),
          )
          .slice(0, maximumOffered),
  };
}

/** For how many places of a selection actions are offered one by one: nobody chooses from a longer menu. */
const maximumOffered = 100;

/** Returns a predicate that holds for what touches any of some spans. */
function touching(spans: readonly Span[]): (span: Span) => boolean {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return ({ start, end }) => {
    let [low, high] = [0, merged.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((merged[middle]?.end ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (merged[low]?.start ?? Number.POSITIVE_INFINITY) <= end;
  };
}

/** Whether a literal's source text equals its value, without escapes, so that it can be replaced. */
export function isVerbatim({ text }: TrackedDocument, { literal }: AnalyzedLiteral): boolean {
  return text.slice(literal.start, literal.end) === literal.text;
}

const cache = new WeakMap<Analysis, { rules: unknown; all: readonly ReportedFinding[] }>();

/**
 * Returns the findings of a document, computed once for each analysis and settings; empty if disabled, or if the document
 * is changed meanwhile.
 */
export async function cachedFindings(
  context: Pick<FixContext, "settings">,
  document: TrackedDocument,
  analysis: Analysis,
): Promise<readonly ReportedFinding[]> {
  const { enable, rules } = context.settings(document.uri);
  if (!enable) return [];
  const cached = cache.get(analysis);
  if (cached?.rules === rules) return cached.all;
  const { version } = document;
  const budget = new Budget({ ...editorTime, total: Number.POSITIVE_INFINITY });
  const all = await budget.spend(findingsInSlices(document, analysis, rules, budget));
  if (document.version === version) cache.set(analysis, { rules, all });
  return all;
}

/**
 * Returns the root of the document's syntax tree, valid only until the next `await`; undefined if the document has
 * changed or its language has no grammar.
 */
export function rootOf({ context, document, analysis }: FixRequest): Node | undefined {
  return analysis.version === document.version ? context.analyzer.rootOf(document) : undefined;
}

/** Wraps edits of the document itself as file changes. */
export function inDocument({ document }: Pick<FixRequest, "document">, edits: readonly Edit[]): FileChanges {
  return { files: [{ document: document.textDocument, version: document.version, edits }] };
}
