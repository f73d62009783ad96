import { type InlayHint, InlayHintRefreshRequest, type Position } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { toMarkdown } from "../../catalog/rendering/hover.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { shortened } from "../../catalog/text/shortened.ts";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { rangeOf, type Span } from "../documents/span.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { fixRequestAt } from "../fixes/fix-request.ts";
import { correctionsIn, replacementEdit } from "../fixes/replace.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { toMarkup } from "./markup.ts";

/** The longest message of a hint, in UTF-16 units. */
const longestMessage = 1000;

/** Shows after a doubtful code which one may be meant, and after each code a short meaning, as the settings say. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: { resolveProvider: false } },

  register(context) {
    const { connection, client, documents } = context;
    if (client.workspace?.inlayHint?.refreshSupport)
      context.onChange(() => {
        connection
          .sendRequest(InlayHintRefreshRequest.type)
          .catch((error) => connection.console.error(String(error)));
      });
    connection.languages.inlayHint.on(async ({ textDocument, range }) => {
      const document = documents.get(textDocument.uri);
      if (!document) return [];
      const [start, end] = [
        document.textDocument.offsetAt(range.start),
        document.textDocument.offsetAt(range.end),
      ];
      const { enabled, suggestions } = context.settings(textDocument.uri).inlayHints;
      return [
        ...(suggestions ? await suggestionsIn(context, document, { start, end }) : []),
        ...(enabled ? await meaningsIn(context, document, { start, end }) : []),
      ];
    });
  },
};

/**
 * Returns a hint behind each literal in a span of which a finding is too uncertain for a warning, with the nearest code;
 * accepting the hint changes the literal.
 */
async function suggestionsIn(
  context: FeatureContext,
  document: TrackedDocument,
  span: Span,
): Promise<InlayHint[]> {
  const { findings } = await fixRequestAt(context, document, [span]);
  return correctionsIn(findings).flatMap((correction) => {
    const [code] = correction.suggestions;
    if (correction.severity !== "hint" || code === undefined) return [];
    const { start, end, text } = replacementEdit(correction, code);
    return [
      {
        position: behind(document, correction.occurrence.literal),
        label: `→ ${code}`,
        paddingLeft: true,
        tooltip: shortened(localize(correction.message, context.displayLanguage()), longestMessage),
        textEdits: [{ range: rangeOf(document, { start, end }), newText: text }],
      },
    ];
  });
}

async function meaningsIn(
  context: FeatureContext,
  document: TrackedDocument,
  { start, end }: Span,
): Promise<InlayHint[]> {
  const { evidence } = context.settings(document.uri).inlayHints;
  const { literals, project } = await context.analyzer.analyze(document);
  return literals
    .filter(({ literal }) => literal.end >= start && literal.start <= end)
    .filter((one) => one.evidence && evidence.includes(one.evidence.kind))
    .flatMap((one) => hintOf(one, document, project.catalog, context) ?? []);
}

/** Returns the position after a literal and its closing quote, if there is one. */
function behind({ text, textDocument }: TrackedDocument, { end }: Span): Position {
  return textDocument.positionAt(/["'`]/.test(text.charAt(end)) ? end + 1 : end);
}

function hintOf(
  { literal, entries: [entry] }: AnalyzedLiteral,
  document: TrackedDocument,
  catalog: Catalog,
  context: FeatureContext,
): InlayHint | undefined {
  if (!entry) return undefined;
  const meaning = localize(catalog.concept(entry)?.name ?? entry.summary, context.displayLanguage());
  if (meaning === "") return undefined;
  const { maximumLength } = context.settings(document.uri).inlayHints;
  return {
    position: behind(document, literal),
    label: meaning.length > maximumLength ? `${meaning.slice(0, maximumLength - 1).trimEnd()}…` : meaning,
    paddingLeft: true,
    // Which formats hints can have, clients do not say.
    tooltip: toMarkup(
      toMarkdown([entry], catalog, context.rendering()),
      context.client.textDocument?.hover?.contentFormat,
    ),
  };
}
