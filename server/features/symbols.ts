import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from "vscode-languageserver";
import type { Catalog } from "../../catalog/model/catalog.ts";
import { localize } from "../../catalog/text/localized-text.ts";
import { rangeOf } from "../documents/span.ts";
import { limited } from "../protocol/limits.ts";
import { declarationOf } from "./entries.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { declaredIn } from "./own-codes/declared-codes.ts";

/** How many symbols of the workspace an answer lists at most. */
const maximumSymbols = 500;

/** Lists the codes of users' catalogs: those of a document, and those of the workspace that match a query. */
export const symbols: Feature = {
  capabilities: { documentSymbolProvider: true, workspaceSymbolProvider: true },

  register(context) {
    const { connection, documents, projects, displayLanguage } = context;
    connection.onDocumentSymbol(async ({ textDocument }): Promise<DocumentSymbol[]> => {
      const document = documents.get(textDocument.uri);
      const declared = document && (await declaredIn(projects, document.textDocument));
      return limited(
        (declared?.codes ?? []).map(({ entry, span }): DocumentSymbol => {
          const range = rangeOf(
            { textDocument: (document as NonNullable<typeof document>).textDocument },
            span,
          );
          const detail = localize(entry.summary, displayLanguage());
          return { name: entry.code, detail, kind: SymbolKind.EnumMember, range, selectionRange: range };
        }),
      );
    });
    connection.onWorkspaceSymbol(({ query }) => symbolsMatching(context, query));
  },
};

async function symbolsMatching(
  { projects, folders, displayLanguage }: FeatureContext,
  query: string,
): Promise<WorkspaceSymbol[]> {
  for (const folder of folders()) await projects.ofFolder(folder);
  const matches = subsequenceOf(query);
  const found = new Map<string, WorkspaceSymbol>();
  for (const { catalog } of await projects.loadedProjects()) {
    for (const entry of ownEntries(catalog)) {
      const location = declarationOf(entry);
      if (!location || !matches(entry.code)) continue;
      const { start } = location.range;
      found.set(`${location.uri} ${start.line}:${start.character} ${entry.code}`, {
        name: entry.code,
        kind: SymbolKind.EnumMember,
        containerName: localize(catalog.provider(entry.provider)?.name, displayLanguage()) || entry.provider,
        location,
      });
      if (found.size === maximumSymbols) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** Returns the entries of users' catalogs, which are the first layer where there are any. */
function ownEntries(catalog: Catalog) {
  const [first] = catalog.layers;
  return first && catalog.layers.length > 1 ? [...first.indexes()].map((index) => first.entry(index)) : [];
}

/** Returns a predicate for texts that have all characters of a query in its order, in any case, as editors match them. */
function subsequenceOf(query: string): (text: string) => boolean {
  const wanted = query.toLowerCase().replace(/\s+/g, "");
  return (text) => {
    let at = 0;
    for (const character of text.toLowerCase()) if (character === wanted[at]) at++;
    return at >= wanted.length;
  };
}
