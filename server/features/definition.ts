import type { LocationLink, Range } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import type { Entry } from "../../catalog/model/entry.ts";
import { pageToMarkdown } from "../../catalog/rendering/page-file.ts";
import { isHoverable, literalAt } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import { entryKeyOf } from "./code-item.ts";
import { handlingOf } from "./details.ts";
import { declarationOf } from "./entries.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/**
 * Returns where a code is defined: its row in the user catalog, else its page. Clients that show no pages get that as a
 * file, where the host can keep one.
 */
export const definition: Feature = {
  capabilities: { definitionProvider: true },

  register(context) {
    const { connection, client, documents, analyzer } = context;
    connection.onDefinition(async ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const analysis = await analyzer.analyze(document);
      const analyzedLiteral = literalAt(analysis, document.textDocument.offsetAt(position));
      if (!analyzedLiteral || !isHoverable(analyzedLiteral)) return null;
      const originSelectionRange = rangeOf(document, analyzedLiteral.literal);
      // The first entry is the most likely one; its page links to those of other providers.
      const [first, ...others] = analyzedLiteral.entries;
      const entries = [...(first ? [first] : []), ...others.filter(({ origin }) => origin)];
      const { languageId } = document;
      const links: LocationLink[] = [];
      for (const entry of entries) {
        const target = await targetOf(entry, analysis.project.catalog, languageId, context);
        if (target) links.push({ originSelectionRange, ...target });
      }
      if (client.textDocument?.definition?.linkSupport) return links;
      return links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
    });
  },
};

async function targetOf(
  entry: Entry,
  catalog: Catalog,
  languageId: string,
  context: FeatureContext,
): Promise<Pick<LocationLink, "targetUri" | "targetRange" | "targetSelectionRange"> | undefined> {
  const declaration = declarationOf(entry);
  const targetUri =
    declaration?.uri ??
    context.pageOf(entryKeyOf(entry)) ??
    (await pageFileOf(entry, catalog, languageId, context));
  if (targetUri === undefined) return undefined;
  const range = declaration?.range ?? startOfPage;
  return { targetUri, targetRange: range, targetSelectionRange: range };
}

/** Returns the URI of a file with an entry's page; undefined if the host keeps none. */
async function pageFileOf(
  entry: Entry,
  catalog: Catalog,
  languageId: string,
  { host, displayLanguage }: FeatureContext,
): Promise<string | undefined> {
  const language = displayLanguage();
  const snippets = handlingOf(entry, catalog, language, [languageId]);
  const path = [language, entry.provider, entry.service, entry.code];
  return host.keepPage?.(path, pageToMarkdown(entry, catalog, snippets, language));
}

const startOfPage: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
