import type { Catalog } from "../../catalog/model/catalog.ts";
import type { LocalizedText } from "../../catalog/model/localized-text.ts";
import type { Speller } from "../../catalog/search/speller.ts";
import type { Analysis, Occurrence } from "../analysis/analysis.ts";
import type { Severity } from "../configuration/severity.ts";
import type { Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";

/** What a rule looks at: one belief, and all that is known around it. */
export interface RuleContext {
  document: TrackedDocument;
  occurrence: Occurrence;
  analysis: Analysis;
  catalog: Catalog;
  speller: Speller;
  /** The believed codes of the same list, map, call or switch, in the order of the text, the belief among them. */
  group: readonly Occurrence[];
  /** The believed codes on which the branches of the same chain decide, in the order of the text, the belief among them. */
  chain: readonly Occurrence[];
}

/** Another place in the document that a finding rests on. */
interface Related extends Span {
  message: LocalizedText;
}

/** What a rule found of a literal, in words, and what could be done about it. */
export interface Finding {
  message: LocalizedText;
  /** Codes that may have been meant, best first. */
  suggestions?: string[];
  related?: Related[];
  /** Whether it is only likely, so that it is reported as a hint at most. */
  isLikely?: boolean;
  /** How editors may show the literal. */
  tag?: "deprecated" | "unnecessary";
}

/** A finding in its place. */
export interface ReportedFinding extends Finding, Span {
  rule: string;
  severity: Severity;
  /** The literal that it speaks of; undefined where it speaks of a comment. */
  occurrence?: Occurrence;
}

/** A rule is one row of data and one check. */
export interface Rule {
  id: string;
  severity: Severity | "off";
  /** Where a complete catalog governs, if that is another one. */
  severityWhereComplete?: Severity;
  /** What it says of a literal that is believed to be an error code; undefined where it is unsure. */
  check(context: RuleContext): Finding | undefined;
}
