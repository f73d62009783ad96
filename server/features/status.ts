import { localize } from "../../catalog/text/localized-text.ts";
import { unreadableReasons } from "../analysis/unreadable.ts";
import { displayPathOf } from "../fixes/files.ts";
import { reasonOf } from "../inference/reasons.ts";
import { type StatusParams, type StatusResult, statusRequest } from "../protocol/index.ts";
import type { Feature, FeatureContext } from "./feature.ts";

const stop = { en: ".", "zh-CN": "。" };

/** Serves the status of a document: its providers, and how many codes it has. */
export const status: Feature = {
  capabilities: {},

  register(context) {
    context.connection.onRequest(statusRequest, ({ uri }: StatusParams) => statusOf(context, uri));
  },
};

async function statusOf(context: FeatureContext, uri: string): Promise<StatusResult | null> {
  const document = context.documents.get(uri);
  if (!document) return null;
  const { literals, providers, project, isParsed, unreadable } = await context.analyzer.analyze(document);
  const displayLanguage = context.displayLanguage();
  const file = project.uri ? displayPathOf(context, project.uri) : "";
  const nameOf = (id: string) => localize(project.catalog.provider(id)?.name, displayLanguage) || id;
  return {
    known: project.catalog.size,
    codes: literals.filter(({ evidence, literal }) => evidence && literal.text !== "").length,
    providers: providers.map((one) => ({
      id: one.provider,
      name: nameOf(one.provider),
      reason: localize(reasonOf(one, file), displayLanguage),
    })),
    pinned: providers.some(({ sign }) => sign === "pin"),
    configuration: project.uri ?? null,
    parsed: isParsed,
    unreadable: unreadable
      ? `${localize(unreadableReasons[unreadable], displayLanguage)}${localize(stop, displayLanguage)}`
      : null,
  };
}
