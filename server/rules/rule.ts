import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Text } from "../../catalog/model/localized-text.ts";
import type { Speller } from "../../catalog/search/speller.ts";
import type { Analysis, Belief } from "../analysis/analysis.ts";
import type { Severity } from "../configuration/severity.ts";
import type { Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";

/** What a rule looks at: one belief, and all that is known around it. */
export interface Subject {
  source: TrackedDocument;
  belief: Belief;
  analysis: Analysis;
  catalog: Catalog;
  speller: Speller;
  /** The believed codes of the same list, map, call or switch, in the order of the text, the belief among them. */
  group: readonly Belief[];
  /** The believed codes on which the branches of the same chain decide, in the order of the text, the belief among them. */
  chain: readonly Belief[];
}

/** Another place in the document that a finding rests on. */
interface Related extends Span {
  message: Text;
}

/** What a rule found of a literal, in words, and what could be done about it. */
export interface Finding {
  message: Text;
  /** Codes that may have been meant, best first. */
  suggestions?: string[];
  related?: Related[];
  /** Whether it is only likely, so that it is reported as a hint at most. */
  likely?: boolean;
  /** How editors may show the literal. */
  tag?: "deprecated" | "unnecessary";
}

/** A finding in its place. */
export interface Reported extends Finding, Span {
  rule: string;
  severity: Severity;
  /** The literal that it speaks of; undefined where it speaks of a comment. */
  belief?: Belief;
}

/** A rule is one row of data and one check. */
export interface Rule {
  id: string;
  severity: Severity | "off";
  /** Where a complete catalog governs, if that is another one. */
  severityWhereComplete?: Severity;
  /** What it says of a literal that is believed to be an error code; undefined where it is unsure. */
  check(subject: Subject): Finding | undefined;
}
