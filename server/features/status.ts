import { type Reading, say, type Text } from "../../catalog/model/localized-text.ts";
import { nameIn } from "../fixes/files.ts";
import { reasonOf } from "../inference/reasons.ts";
import {
  type StatusParams,
  type StatusResult,
  statusRequest,
  type WhyParams,
  type WhyResult,
  whyRequest,
} from "../protocol/index.ts";
import type { Context, Feature } from "./feature.ts";
import { type Why, whyAt } from "./why/why.ts";

/** What is known of a document, and why something is shown of a literal, or nothing. */
export const status: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents, reader } = context;
    connection.onRequest(statusRequest, ({ uri }: StatusParams) => statusOf(context, uri));
    connection.onRequest(whyRequest, async ({ uri, position }: WhyParams): Promise<WhyResult> => {
      const source = documents.get(uri);
      if (!source) return null;
      const analysis = await reader.read(source);
      const offset = source.document.offsetAt(position);
      const { uri: governing } = analysis.domain;
      const why = whyAt({
        source,
        analysis,
        offset,
        settings: context.settings(uri),
        root: reader.root(source),
        configuration: governing && nameIn(context, governing),
      });
      return asMarkdown(why, context.reading());
    });
  },
};

async function statusOf(context: Context, uri: string): Promise<StatusResult | null> {
  const source = context.documents.get(uri);
  if (!source) return null;
  const { beliefs, providers, domain, parsed } = await context.reader.read(source);
  const reading = context.reading();
  const file = domain.uri ? nameIn(context, domain.uri) : "";
  const named = (id: string) => say(domain.catalog.provider(id)?.name, reading) || id;
  return {
    known: domain.catalog.entries.length,
    codes: beliefs.filter(({ evidence, literal }) => evidence && literal.text !== "").length,
    providers: providers.map((one) => ({
      id: one.provider,
      name: named(one.provider),
      reason: say(reasonOf(one, file), reading),
    })),
    pinned: providers.some(({ sign }) => sign === "pin"),
    configuration: domain.uri ?? null,
    parsed,
  };
}

const headings = {
  title: { en: "Why is this shown, or not?", "zh-CN": "为什么显示或不显示？" },
  advice: { en: "What would change it", "zh-CN": "如何改变" },
};

function asMarkdown({ verdict, steps, advice }: Why, reading: Reading): string {
  const list = (lines: readonly Text[]) => lines.map((line) => `- ${say(line, reading)}`).join("\n");
  return [
    `# ${say(headings.title, reading)}`,
    `**${say(verdict, reading)}**`,
    ...(advice.length > 0 ? [`## ${say(headings.advice, reading)}`, list(advice)] : []),
    ...steps.flatMap(({ title, lines, passed }) => [
      `## ${passed ? "✓" : "✗"} ${say(title, reading)}`,
      list(lines),
    ]),
  ].join("\n\n");
}
