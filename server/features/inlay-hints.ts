import { type InlayHint, InlayHintRefreshRequest, MarkupKind } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { toMarkdown } from "../../catalog/rendering/hover.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** Shows a short meaning after each code, if the settings enable it. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: { resolveProvider: false } },

  register(context) {
    const { connection, client, documents, analyzer } = context;
    if (client.workspace?.inlayHint?.refreshSupport)
      context.onChange(() => {
        connection
          .sendRequest(InlayHintRefreshRequest.type)
          .catch((error) => connection.console.error(String(error)));
      });
    connection.languages.inlayHint.on(async ({ textDocument, range }) => {
      const document = documents.get(textDocument.uri);
      const { enabled, evidence } = context.settings(textDocument.uri).inlayHints;
      if (!document || !enabled) return [];
      const { literals, project } = await analyzer.analyze(document);
      const [start, end] = [
        document.textDocument.offsetAt(range.start),
        document.textDocument.offsetAt(range.end),
      ];
      return literals
        .filter(({ literal }) => literal.end >= start && literal.start <= end)
        .filter(
          (analyzedLiteral) => analyzedLiteral.evidence && evidence.includes(analyzedLiteral.evidence.kind),
        )
        .flatMap((analyzedLiteral) => hintOf(analyzedLiteral, document, project.catalog, context) ?? []);
    });
  },
};

function hintOf(
  { literal, entries: [entry] }: AnalyzedLiteral,
  { textDocument, text, uri }: TrackedDocument,
  catalog: Catalog,
  context: FeatureContext,
): InlayHint | undefined {
  if (!entry) return undefined;
  const meaning = localize(catalog.concept(entry)?.name ?? entry.summary, context.displayLanguage());
  if (meaning === "") return undefined;
  const { maximumLength } = context.settings(uri).inlayHints;
  // After the closing quote, if there is one.
  const quote = /["'`]/.test(text.charAt(literal.end)) ? 1 : 0;
  return {
    position: textDocument.positionAt(literal.end + quote),
    label: meaning.length > maximumLength ? `${meaning.slice(0, maximumLength - 1).trimEnd()}…` : meaning,
    paddingLeft: true,
    tooltip: { kind: MarkupKind.Markdown, value: toMarkdown([entry], catalog, context.rendering()) },
  };
}
