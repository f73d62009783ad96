import type { CancellationToken, Location } from "vscode-languageserver";
import { rangeOf } from "../documents/span.ts";
import { normalizeUri } from "../documents/uris.ts";
import { limited } from "../protocol/limits.ts";
import { isBaseline } from "../rules/baseline.ts";
import { type CodeUse, codeOf, isErrorCode, mentionPattern, usesIn } from "../workspace/usages.ts";
import { WorkspaceReader } from "../workspace/workspace.ts";
import { declarationOf } from "./entries.ts";
import type { Feature, FeatureContext } from "./feature.ts";
import { codeAt } from "./own-codes/code-at.ts";

/** Finds the references to the code under the cursor, in open documents and all other files of the workspace. */
export const references: Feature = {
  capabilities: { referencesProvider: true },

  register(context) {
    const { connection, documents } = context;
    const workspace = new WorkspaceReader(context);
    connection.onReferences(async ({ textDocument, position, context: { includeDeclaration } }, token) => {
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const found = await codeAt(context, document, position);
      if (!found) return null;
      const { code, entries } = found;
      const declarations = includeDeclaration ? entries.flatMap((entry) => declarationOf(entry) ?? []) : [];
      const open = await searchDocuments(context, code);
      const all = [...declarations, ...open, ...(await searchFiles(context, workspace, code, token))];
      // The row of a catalog in source code is a literal as well.
      const rows = new Set(entries.flatMap((entry) => declarationOf(entry) ?? []).map(placeOf));
      const isUse = (one: Location) => includeDeclaration || !rows.has(placeOf(one));
      return limited([...new Map(all.filter(isUse).map((one) => [placeOf(one), one])).values()]);
    });
  },
};

function placeOf({ uri, range: { start } }: Location): string {
  return `${normalizeUri(uri)} ${start.line}:${start.character}`;
}

async function searchDocuments({ documents, analyzer }: FeatureContext, code: string): Promise<Location[]> {
  const found = documents.all().map(async (document) => {
    const { literals, project } = await analyzer.analyze(document);
    // The codes in a user catalog are declarations, those in a baseline are findings elsewhere.
    if (project.ignoresFile(document.uri) || isBaseline(document.text)) return [];
    return literals
      .filter((one) => isErrorCode(one) && codeOf(one) === code)
      .map(({ literal }) => ({ uri: document.uri, range: rangeOf(document, literal) }));
  });
  return (await Promise.all(found)).flat();
}

/** Finds the references in files that are not open; open documents are searched with their current text. */
async function searchFiles(
  { documents, usageIndex, folders, settings }: FeatureContext,
  workspace: WorkspaceReader,
  code: string,
  token: CancellationToken,
): Promise<Location[]> {
  const open = new Set(documents.all().map(({ uri }) => normalizeUri(uri)));
  const locationsIn = (uri: string, uses: readonly CodeUse[]) =>
    open.has(uri) ? [] : uses.filter((use) => use.code === code).map(({ range }) => ({ uri, range }));
  if (usageIndex.isScanned) return [...usageIndex.files].flatMap(([uri, uses]) => locationsIn(uri, uses));
  // Before the first scan, the files that may contain the code are read for this request alone.
  const mention = mentionPattern(code);
  const mayContain = (text: string) => mention.test(text);
  const found: Location[] = [];
  for await (const { document, analysis } of workspace.files(folders(), token, { isCandidate: mayContain }))
    for (const location of locationsIn(
      normalizeUri(document.uri),
      usesIn(document, analysis, settings(document.uri).rules),
    ))
      found.push(location);
  return found;
}
