import { type InlayHint, InlayHintRefreshRequest, MarkupKind } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { say } from "../../catalog/model/localized-text.ts";
import { toMarkdown } from "../../catalog/rendering/markdown.ts";
import type { Belief } from "../analysis/analysis.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import type { Context, Feature } from "./feature.ts";

/** A short meaning behind each code, for those who want it. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: { resolveProvider: false } },

  register(context) {
    const { connection, client, documents, reader } = context;
    if (client.workspace?.inlayHint?.refreshSupport)
      context.onChange(() => connection.sendRequest(InlayHintRefreshRequest.type));
    connection.languages.inlayHint.on(async ({ textDocument, range }) => {
      const source = documents.get(textDocument.uri);
      const { enabled, evidence } = context.settings(textDocument.uri).inlayHints;
      if (!source || !enabled) return [];
      const { beliefs, domain } = await reader.read(source);
      const [start, end] = [source.document.offsetAt(range.start), source.document.offsetAt(range.end)];
      return beliefs
        .filter(({ literal }) => literal.end >= start && literal.start <= end)
        .filter((belief) => belief.evidence && evidence.includes(belief.evidence.kind))
        .flatMap((belief) => hintOf(belief, source, domain.catalog, context) ?? []);
    });
  },
};

function hintOf(
  { literal, entries: [entry] }: Belief,
  { document, text, uri }: TrackedDocument,
  catalog: Catalog,
  context: Context,
): InlayHint | undefined {
  if (!entry) return undefined;
  const meaning = say(catalog.concept(entry)?.name ?? entry.summary, context.reading());
  if (meaning === "") return undefined;
  const { maximumLength } = context.settings(uri).inlayHints;
  // Behind the closing quote, where there is one.
  const quote = /["'`]/.test(text.charAt(literal.end)) ? 1 : 0;
  return {
    position: document.positionAt(literal.end + quote),
    label: meaning.length > maximumLength ? `${meaning.slice(0, maximumLength - 1).trimEnd()}…` : meaning,
    paddingLeft: true,
    tooltip: { kind: MarkupKind.Markdown, value: toMarkdown([entry], catalog, context.rendering()) },
  };
}
