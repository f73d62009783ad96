import { type DisplayLanguage, type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import { literalAt } from "../analysis/analysis.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { displayPathOf } from "../fixes/files.ts";
import { type Why, type WhyAction, type WhyParams, type WhyResult, whyRequest } from "../protocol/index.ts";
import { placeAt } from "./completion-place.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { labelOf } from "./why/labels.ts";
import { type Explanation, explainAt } from "./why/why.ts";

/** Explains why something or nothing is shown for the literal at a position. */
export const why: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents } = context;
    connection.onRequest(whyRequest, async ({ uri, position }: WhyParams): Promise<WhyResult> => {
      const document = documents.get(uri);
      return document ? explain(context, document, document.textDocument.offsetAt(position)) : null;
    });
  },
};

async function explain(context: FeatureContext, document: TrackedDocument, offset: number): Promise<Why> {
  const { analyzer } = context;
  const analysis = await analyzer.analyze(document);
  const { uri: governing } = analysis.project;
  // A sentence offers no codes in its middle, but a code can replace it.
  const start = literalAt(analysis, offset)?.literal.start ?? offset;
  const place = await placeAt(analyzer, document, analysis, start, true);
  const explanation = explainAt({
    document,
    analysis,
    offset,
    isCodeExpected: place !== undefined,
    settings: context.settings(document.uri),
    root: analyzer.rootOf(document),
    configuration: governing && displayPathOf(context, governing),
  });
  return toAnswer(explanation, governing !== undefined, context.displayLanguage());
}

const headings = {
  title: { en: "Why is this shown, or not?", "zh-CN": "为什么显示或不显示？" },
  advice: { en: "What would change it", "zh-CN": "如何改变" },
};
const labels = {
  copy: { en: "Copy the Explanation", "zh-CN": "复制说明" },
  copied: { en: "Copied", "zh-CN": "已复制" },
};

function toAnswer(
  { verdict, steps, advice }: Explanation,
  isGoverned: boolean,
  displayLanguage: DisplayLanguage,
): Why {
  const localized = (text: LocalizedText) => localize(text, displayLanguage);
  const action = (deed: WhyAction["deed"]): WhyAction => ({ label: localized(labelOf(deed)), deed });
  const sections: Why["sections"] = [
    {
      heading: localized(headings.advice),
      lines: advice.map(({ deed, ...text }) => ({
        text: localized(text),
        ...(deed ? { action: action(deed) } : {}),
      })),
    },
    ...steps.map(({ title, lines, passed }) => ({
      heading: `${passed ? "✓" : "✗"} ${localized(title)}`,
      lines: lines.map((line) => ({ text: localized(line) })),
    })),
  ];
  const answer = {
    title: localized(headings.title),
    verdict: localized(verdict),
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
  return {
    ...answer,
    actions: [action({ act: "pin" }), ...(isGoverned ? [action({ act: "configuration" })] : [])],
    markdown: toMarkdown(answer),
    language: displayLanguage,
    labels: { copy: localized(labels.copy), copied: localized(labels.copied) },
  };
}

function toMarkdown({ title, verdict, sections }: Pick<Why, "title" | "verdict" | "sections">): string {
  const parts = sections.flatMap(({ heading, lines }) => [
    `## ${heading}`,
    lines.map(({ text }) => `- ${text}`).join("\n"),
  ]);
  return [`# ${title}`, `**${verdict}**`, ...parts].join("\n\n");
}
