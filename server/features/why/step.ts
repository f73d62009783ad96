import type { Node } from "web-tree-sitter";
import type { Text } from "../../../catalog/model/localized-text.ts";
import type { Analysis, Belief } from "../../analysis/analysis.ts";
import type { Settings } from "../../configuration/settings.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";

/** One step: what was looked at, and what came out. */
export interface Step {
  title: Text;
  lines: Text[];
  /** Whether all is well: what is not, keeps something from being shown. */
  passed: boolean;
  /** What would change it. */
  advice?: Text[];
  /** The answer to the question, where this step decides it. */
  verdict?: Text;
}

/** What is asked about: a place in a document, and all that is known of it. */
export interface Asked {
  source: TrackedDocument;
  analysis: Analysis;
  /** The literal there, if any. */
  belief: Belief | undefined;
  offset: number;
  settings: Settings;
  /** The root of the document's tree, where there is one. */
  root: Node | undefined;
  /** How the governing configuration is called in the workspace; undefined where none governs. */
  configuration: string | undefined;
}

/** What is asked about a literal. */
export interface AskedLiteral extends Asked {
  belief: Belief;
}

/** A sentence in both languages. */
export function text(en: string, zh: string): Text {
  return { en, "zh-CN": zh };
}

/** Where a configuration would be, or is, that could say something. */
export const file = "`.error-codes.yaml`";
