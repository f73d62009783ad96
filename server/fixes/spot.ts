import type { Node } from "web-tree-sitter";
import type { Analysis, Belief } from "../analysis/analysis.ts";
import type { Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { findingsOf } from "../rules/findings.ts";
import type { Reported } from "../rules/rule.ts";
import { type Language, languageOf } from "../syntax/languages/index.ts";
import type { Change, Edit } from "./edit.ts";
import type { FixContext } from "./fix-context.ts";

/** Where fixes are asked for: stretches of a document, and all that is known of it in its present version. */
export interface Spot {
  context: FixContext;
  source: TrackedDocument;
  analysis: Analysis;
  language: Language | undefined;
  stretches: readonly Span[];
  /** What the rules find in the whole document. */
  all: readonly Reported[];
  /** What they find here. */
  findings: readonly Reported[];
  /** The literals here that are believed to be codes. */
  beliefs: readonly Belief[];
}

/** What is asked for at some stretches of a document. */
export async function spotAt(
  context: FixContext,
  source: TrackedDocument,
  stretches: readonly Span[],
): Promise<Spot> {
  const analysis = await context.reader.read(source);
  const all = foundIn(context, source, analysis).filter(
    (one) => !one.belief || isVerbatim(source, one.belief),
  );
  const isHere = ({ start, end }: Span) => stretches.some((one) => start <= one.end && one.start <= end);
  return {
    context,
    source,
    analysis,
    language: languageOf(source.languageId),
    stretches,
    all,
    findings: all.filter((one) => isHere(one)),
    beliefs: analysis.domain.ignoresFile(source.uri)
      ? []
      : analysis.beliefs.filter(
          (one) => one.evidence && one.literal.text !== "" && isHere(one.literal) && isVerbatim(source, one),
        ),
  };
}

/** Whether a literal stands in the text as it reads, so that it can be exchanged there. */
export function isVerbatim({ text }: TrackedDocument, { literal }: Belief): boolean {
  return text.slice(literal.start, literal.end) === literal.text;
}

const found = new WeakMap<Analysis, { rules: unknown; all: readonly Reported[] }>();

/** The findings of a document, looked for once for each analysis and settings. */
function foundIn(context: FixContext, source: TrackedDocument, analysis: Analysis): readonly Reported[] {
  const { enable, rules } = context.settings(source.uri);
  if (!enable) return [];
  const known = found.get(analysis);
  if (known?.rules === rules) return known.all;
  const all = findingsOf(source, analysis, rules);
  found.set(analysis, { rules, all });
  return all;
}

/** The root of the document's tree, lent until the next wait. */
export function rootOf({ context, source, analysis }: Spot): Node | undefined {
  return analysis.version === source.version ? context.reader.root(source) : undefined;
}

/** Edits of the document itself. */
export function inDocument({ source }: Pick<Spot, "source">, edits: readonly Edit[]): Change {
  return { files: [{ document: source.document, version: source.version, edits }] };
}
