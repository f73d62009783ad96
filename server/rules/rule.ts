import type { Catalog } from "../../catalog/catalog.ts";
import type { Speller } from "../../catalog/suggest.ts";
import type { Text } from "../../catalog/text.ts";
import type { Analysis, Belief } from "../analysis.ts";

/** How serious a finding is. */
export type Severity = "error" | "warning" | "information" | "hint";

/** What a rule looks at: one belief, and all that is known around it. */
export interface Subject {
  belief: Belief;
  analysis: Analysis;
  catalog: Catalog;
  speller: Speller;
}

/** What a rule found of a literal: the words for it, and the codes it may have meant, best first. */
export interface Finding {
  message: Text;
  suggestions: string[];
  /** The vendor's page, where the catalog knows it. */
  link?: string;
}

/** A rule is one row of data and one check. */
export interface Rule {
  id: string;
  severity: Severity;
  check(subject: Subject): Finding | undefined;
}

/** A finding in its place. */
export interface Reported extends Finding {
  rule: string;
  severity: Severity;
  belief: Belief;
}
