import type { Node } from "web-tree-sitter";
import { type Analysis, type AnalyzedLiteral, isOccurrence, type Occurrence } from "../analysis/analysis.ts";
import type { Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { findingsOf } from "../rules/findings.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import { type Language, languageOfId } from "../syntax/languages/index.ts";
import type { Edit, FileChanges } from "./edit.ts";
import type { FixContext } from "./fix-context.ts";

/** Where fixes are asked for: stretches of a document, and all that is known of it in its present version. */
export interface FixRequest {
  context: FixContext;
  document: TrackedDocument;
  analysis: Analysis;
  language: Language | undefined;
  spans: readonly Span[];
  /** What the rules find in the whole document. */
  all: readonly ReportedFinding[];
  /** What they find here. */
  findings: readonly ReportedFinding[];
  /** The literals here that are believed to be codes. */
  occurrences: readonly Occurrence[];
}

/** What is asked for at some stretches of a document. */
export async function fixRequestAt(
  context: FixContext,
  document: TrackedDocument,
  spans: readonly Span[],
): Promise<FixRequest> {
  const analysis = await context.analyzer.analyze(document);
  const all = foundIn(context, document, analysis).filter(
    (one) => !one.occurrence || isVerbatim(document, one.occurrence),
  );
  const isHere = ({ start, end }: Span) => spans.some((one) => start <= one.end && one.start <= end);
  return {
    context,
    document,
    analysis,
    language: languageOfId(document.languageId),
    spans,
    all,
    findings: all.filter((one) => isHere(one)),
    occurrences: analysis.project.ignoresFile(document.uri)
      ? []
      : analysis.literals.filter(
          (one): one is Occurrence =>
            isOccurrence(one) && one.literal.text !== "" && isHere(one.literal) && isVerbatim(document, one),
        ),
  };
}

/** Whether a literal stands in the text as it reads, so that it can be exchanged there. */
export function isVerbatim({ text }: TrackedDocument, { literal }: AnalyzedLiteral): boolean {
  return text.slice(literal.start, literal.end) === literal.text;
}

const found = new WeakMap<Analysis, { rules: unknown; all: readonly ReportedFinding[] }>();

/** The findings of a document, looked for once for each analysis and settings. */
function foundIn(
  context: FixContext,
  document: TrackedDocument,
  analysis: Analysis,
): readonly ReportedFinding[] {
  const { enable, rules } = context.settings(document.uri);
  if (!enable) return [];
  const known = found.get(analysis);
  if (known?.rules === rules) return known.all;
  const all = findingsOf(document, analysis, rules);
  found.set(analysis, { rules, all });
  return all;
}

/** The root of the document's tree, lent until the next wait. */
export function rootOf({ context, document, analysis }: FixRequest): Node | undefined {
  return analysis.version === document.version ? context.analyzer.rootOf(document) : undefined;
}

/** Edits of the document itself. */
export function inDocument({ document }: Pick<FixRequest, "document">, edits: readonly Edit[]): FileChanges {
  return { files: [{ document: document.textDocument, version: document.version, edits }] };
}
