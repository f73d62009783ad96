import { type DisplayLanguage, type LocalizedText, localize } from "../../catalog/model/localized-text.ts";
import { literalAt } from "../analysis/analysis.ts";
import { displayPathOf } from "../fixes/files.ts";
import { reasonOf } from "../inference/reasons.ts";
import {
  type StatusParams,
  type StatusResult,
  statusRequest,
  type WhyParams,
  type WhyResult,
  whyRequest,
} from "../protocol/index.ts";
import { placeAt } from "./completion-place.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { type Explanation, explainAt } from "./why/why.ts";

/** Serves the status of a document, and the reasons why something or nothing is shown for a literal. */
export const status: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents, analyzer } = context;
    connection.onRequest(statusRequest, ({ uri }: StatusParams) => statusOf(context, uri));
    connection.onRequest(whyRequest, async ({ uri, position }: WhyParams): Promise<WhyResult> => {
      const document = documents.get(uri);
      if (!document) return null;
      const analysis = await analyzer.analyze(document);
      const offset = document.textDocument.offsetAt(position);
      const { uri: governing } = analysis.project;
      // A sentence offers no codes in its middle, but a code can replace it.
      const start = literalAt(analysis, offset)?.literal.start ?? offset;
      const place = await placeAt(analyzer, document, analysis, start, true);
      const why = explainAt({
        document,
        analysis,
        offset,
        isCodeExpected: place !== undefined,
        settings: context.settings(uri),
        root: analyzer.rootOf(document),
        configuration: governing && displayPathOf(context, governing),
      });
      return toMarkdown(why, context.displayLanguage());
    });
  },
};

async function statusOf(context: FeatureContext, uri: string): Promise<StatusResult | null> {
  const document = context.documents.get(uri);
  if (!document) return null;
  const { literals, providers, project, isParsed } = await context.analyzer.analyze(document);
  const displayLanguage = context.displayLanguage();
  const file = project.uri ? displayPathOf(context, project.uri) : "";
  const nameOf = (id: string) => localize(project.catalog.provider(id)?.name, displayLanguage) || id;
  return {
    known: project.catalog.entries.length,
    codes: literals.filter(({ evidence, literal }) => evidence && literal.text !== "").length,
    providers: providers.map((one) => ({
      id: one.provider,
      name: nameOf(one.provider),
      reason: localize(reasonOf(one, file), displayLanguage),
    })),
    pinned: providers.some(({ sign }) => sign === "pin"),
    configuration: project.uri ?? null,
    parsed: isParsed,
  };
}

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
