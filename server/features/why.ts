import { type DisplayLanguage, type LocalizedText, localize } from "../../catalog/text/localized-text.ts";
import { literalAt } from "../analysis/analysis.ts";
import { displayPathOf } from "../fixes/files.ts";
import { type WhyParams, type WhyResult, whyRequest } from "../protocol/index.ts";
import { placeAt } from "./completion-place.ts";
import type { Feature } from "./feature.ts";
import { type Explanation, explainAt } from "./why/why.ts";

/** Explains why something or nothing is shown for the literal at a position. */
export const why: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents, analyzer } = context;
    connection.onRequest(whyRequest, async ({ uri, position }: WhyParams): Promise<WhyResult> => {
      const document = documents.get(uri);
      if (!document) return null;
      const analysis = await analyzer.analyze(document);
      const offset = document.textDocument.offsetAt(position);
      const { uri: governing } = analysis.project;
      // A sentence offers no codes in its middle, but a code can replace it.
      const start = literalAt(analysis, offset)?.literal.start ?? offset;
      const place = await placeAt(analyzer, document, analysis, start, true);
      const explanation = explainAt({
        document,
        analysis,
        offset,
        isCodeExpected: place !== undefined,
        settings: context.settings(uri),
        root: analyzer.rootOf(document),
        configuration: governing && displayPathOf(context, governing),
      });
      return toMarkdown(explanation, context.displayLanguage());
    });
  },
};

const headings = {
  title: { en: "Why is this shown, or not?", "zh-CN": "为什么显示或不显示？" },
  advice: { en: "What would change it", "zh-CN": "如何改变" },
};

function toMarkdown({ verdict, steps, advice }: Explanation, displayLanguage: DisplayLanguage): string {
  const list = (lines: readonly LocalizedText[]) =>
    lines.map((line) => `- ${localize(line, displayLanguage)}`).join("\n");
  return [
    `# ${localize(headings.title, displayLanguage)}`,
    `**${localize(verdict, displayLanguage)}**`,
    ...(advice.length > 0 ? [`## ${localize(headings.advice, displayLanguage)}`, list(advice)] : []),
    ...steps.flatMap(({ title, lines, passed }) => [
      `## ${passed ? "✓" : "✗"} ${localize(title, displayLanguage)}`,
      list(lines),
    ]),
  ].join("\n\n");
}
