import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Speller } from "../../catalog/search/spelling/speller.ts";
import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import type { Analysis, Occurrence } from "../analysis/analysis.ts";
import type { Severity } from "../configuration/severity.ts";
import type { Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";

/** The input of a rule: one occurrence and its surroundings. */
export interface RuleContext {
  document: TrackedDocument;
  occurrence: Occurrence;
  analysis: Analysis;
  catalog: Catalog;
  speller: Speller;
  /** The occurrences in the same list, map, call or switch, in text order, including `occurrence`. */
  group: readonly Occurrence[];
  /** The occurrences in the conditions of the same chain of branches, in text order, including `occurrence`. */
  chain: readonly Occurrence[];
}

/** Another span of the document to which a finding refers. */
interface Related extends Span {
  message: LocalizedText;
}

/** What a rule reports on a literal. */
export interface Finding {
  message: LocalizedText;
  /** Codes that may be intended, best first; the quick fixes offer to replace the literal by each of them. */
  suggestions?: string[];
  related?: Related[];
  /** Whether the finding is uncertain, so that it is reported as a hint at most. */
  isLikely?: true;
  /** How editors may render the literal: struck through or faded. */
  tag?: "deprecated" | "unnecessary";
}

/** A finding with its rule, severity and span. */
export interface ReportedFinding extends Finding, Span {
  rule: string;
  severity: Severity;
  /** The literal that it is about; undefined if it is about a comment. */
  occurrence?: Occurrence;
}

/** A rule: an id, default severities and a check. */
export interface Rule {
  id: string;
  severity: Severity | "off";
  /** The default severity where a complete catalog applies, if it differs. */
  severityWhereComplete?: Severity;
  /** The findings whose only suggestion `check --fix` applies: those that fail the check, or all; none if undefined. */
  autoFix?: "failing" | "all";
  /** Checks one occurrence; returns undefined if there is nothing to report or no certainty. */
  check(context: RuleContext): Finding | undefined;
}
