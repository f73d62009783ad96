import type { LocationLink, Range } from "vscode-languageserver";
import type { Entry } from "../../catalog/model/entry.ts";
import { isHoverable } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import { entryKeyOf } from "./code-item.ts";
import { declarationOf } from "./entries.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { codeAt } from "./own-codes/code-at.ts";

/** Returns where a code is defined: its row in the user catalog, else its page if the client shows pages. */
export const definition: Feature = {
  capabilities: { definitionProvider: true },

  register(context) {
    const { connection, client, documents, pageOf } = context;
    connection.onDefinition(async ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const found = await codeAt(context, document, position);
      if (!found || (found.literal && !isHoverable(found.literal))) return null;
      const originSelectionRange = rangeOf(document, found.span);
      // The first entry is the most likely one; its page links to those of other providers.
      const [first, ...others] = found.entries;
      const entries = [...(first ? [first] : []), ...others.filter(({ origin }) => origin)];
      const links = entries.flatMap((entry): LocationLink[] => {
        const target = targetOf(entry, pageOf);
        return target ? [{ originSelectionRange, ...target }] : [];
      });
      if (client.textDocument?.definition?.linkSupport) return links;
      return links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
    });
  },
};

function targetOf(
  entry: Entry,
  pageOf: FeatureContext["pageOf"],
): Pick<LocationLink, "targetUri" | "targetRange" | "targetSelectionRange"> | undefined {
  const declaration = declarationOf(entry);
  const targetUri = declaration?.uri ?? pageOf(entryKeyOf(entry));
  if (targetUri === undefined) return undefined;
  const range = declaration?.range ?? startOfPage;
  return { targetUri, targetRange: range, targetSelectionRange: range };
}

const startOfPage: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
