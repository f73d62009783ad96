import type { Node } from "web-tree-sitter";
import type { LocalizedText } from "../../../catalog/text/localized-text.ts";
import type { Analysis, AnalyzedLiteral } from "../../analysis/analysis.ts";
import type { Settings } from "../../configuration/settings.ts";
import type { TrackedDocument } from "../../documents/tracked-document.ts";
import type { WhyDeed } from "../../protocol/index.ts";

/** One step of the explanation: what was examined, and the result. */
export interface Step {
  title: LocalizedText;
  lines: LocalizedText[];
  /** Whether the step is passed: one that is not keeps something from being shown. */
  passed: boolean;
  /** What users can do to change the result. */
  advice?: Advice[];
  /** The answer of the whole explanation, if this step decides it. */
  verdict?: LocalizedText;
}

/** What a user can do to change the result, as a sentence, and how an editor does it for them. */
export type Advice = LocalizedText & { deed?: WhyDeed };

/** What is explained: an offset in a document, and everything known about it. */
export interface WhyContext {
  document: TrackedDocument;
  analysis: Analysis;
  /** The literal at the offset, if any. */
  analyzedLiteral: AnalyzedLiteral | undefined;
  /** In UTF-16 units. */
  offset: number;
  /** Whether completion offers codes at the offset because one is expected there. */
  isCodeExpected: boolean;
  settings: Settings;
  /** The root of the document's syntax tree; undefined if none is at hand. */
  root: Node | undefined;
  /** The path by which users know the configuration of the document; undefined if it has none. */
  configuration: string | undefined;
}

/** The same for an offset at which there is a literal. */
export interface WhyLiteralContext extends WhyContext {
  analyzedLiteral: AnalyzedLiteral;
}

/** Returns a text from its English and its Chinese version. */
export function localizedText(en: string, zh: string): LocalizedText {
  return { en, "zh-CN": zh };
}

/** Returns an advice from its English and its Chinese version, and how an editor follows it. */
export function adviceWith(deed: WhyDeed, en: string, zh: string): Advice {
  return { en, "zh-CN": zh, deed };
}

/** The name of the configuration file, in Markdown. */
export const configurationFile = "`.error-codes.yaml`";
