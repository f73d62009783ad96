import type { CancellationToken, Location } from "vscode-languageserver";
import type { Entry } from "../../catalog/model/entry.ts";
import { literalAt } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import { normalizeUri } from "../documents/uris.ts";
import { type CodeUse, codeOf, isCode, mentionPattern, usesIn } from "../workspace/usages.ts";
import { WorkspaceReader } from "../workspace/workspace.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** The places of the code under the cursor: in open documents, and in all other files of the workspace. */
export const references: Feature = {
  capabilities: { referencesProvider: true },

  register(context) {
    const { connection, documents, analyzer } = context;
    const workspace = new WorkspaceReader(context);
    connection.onReferences(async ({ textDocument, position, context: { includeDeclaration } }, token) => {
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const analyzedLiteral = literalAt(
        await analyzer.analyze(document),
        document.textDocument.offsetAt(position),
      );
      if (!analyzedLiteral || !isCode(analyzedLiteral)) return null;
      const declarations = includeDeclaration ? analyzedLiteral.entries.flatMap(declarationOf) : [];
      const code = codeOf(analyzedLiteral);
      const open = await inDocuments(context, code);
      return [...declarations, ...open, ...(await inFiles(context, workspace, code, token))];
    });
  },
};

/** The row of a user's catalog. */
function declarationOf({ origin, code }: Entry): Location[] {
  if (!origin) return [];
  const { uri, line, character } = origin;
  return [{ uri, range: { start: { line, character }, end: { line, character: character + code.length } } }];
}

async function inDocuments({ documents, analyzer }: FeatureContext, code: string): Promise<Location[]> {
  const found = documents.all().map(async (document) => {
    const { literals, project } = await analyzer.analyze(document);
    // What a catalog says of a code is its declaration.
    if (project.ignoresFile(document.uri)) return [];
    return literals
      .filter((one) => isCode(one) && codeOf(one) === code)
      .map(({ literal }) => ({ uri: document.uri, range: rangeOf(document, literal) }));
  });
  return (await Promise.all(found)).flat();
}

/** Those in files that are not open; what is open was read as it is now. */
async function inFiles(
  { documents, usageIndex, folders, settings }: FeatureContext,
  workspace: WorkspaceReader,
  code: string,
  token: CancellationToken,
): Promise<Location[]> {
  const open = new Set(documents.all().map(({ uri }) => normalizeUri(uri)));
  const placesIn = (uri: string, uses: readonly CodeUse[]) =>
    open.has(uri) ? [] : uses.filter((use) => use.code === code).map(({ range }) => ({ uri, range }));
  if (usageIndex.scanned) return [...usageIndex.files].flatMap(([uri, uses]) => placesIn(uri, uses));
  // Before a scan, those that may hold the code are read for it alone.
  const mention = mentionPattern(code);
  const mayHold = (text: string) => mention.test(text);
  const found: Location[] = [];
  for await (const { document, analysis } of workspace.files(folders(), token, undefined, mayHold))
    found.push(
      ...placesIn(normalizeUri(document.uri), usesIn(document, analysis, settings(document.uri).rules)),
    );
  return found;
}
