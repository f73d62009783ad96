import type { Node } from "web-tree-sitter";
import type { LocalizedText } from "../../../catalog/model/localized-text.ts";
import type { Analysis, AnalyzedLiteral } from "../../analysis/analysis.ts";
import type { Settings } from "../../configuration/settings.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";

/** One step: what was looked at, and what came out. */
export interface Step {
  title: LocalizedText;
  lines: LocalizedText[];
  /** Whether all is well: what is not, keeps something from being shown. */
  passed: boolean;
  /** What would change it. */
  advice?: LocalizedText[];
  /** The answer to the question, where this step decides it. */
  verdict?: LocalizedText;
}

/** What is asked about: a place in a document, and all that is known of it. */
export interface WhyContext {
  document: TrackedDocument;
  analysis: Analysis;
  /** The literal there, if any. */
  analyzedLiteral: AnalyzedLiteral | undefined;
  offset: number;
  settings: Settings;
  /** The root of the document's tree, where there is one. */
  root: Node | undefined;
  /** How the governing configuration is called in the workspace; undefined where none governs. */
  configuration: string | undefined;
}

/** What is asked about a literal. */
export interface WhyLiteralContext extends WhyContext {
  analyzedLiteral: AnalyzedLiteral;
}

/** A sentence in both languages. */
export function text(en: string, zh: string): LocalizedText {
  return { en, "zh-CN": zh };
}

/** Where a configuration would be, or is, that could say something. */
export const file = "`.error-codes.yaml`";
