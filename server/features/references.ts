import type { CancellationToken, Location } from "vscode-languageserver";
import type { Entry } from "../../catalog/model/entry.ts";
import { beliefAt } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import { normal } from "../documents/uris.ts";
import { codeOf, isCode, mentionOf, type Use, usesIn } from "../workspace/usages.ts";
import { Workspace } from "../workspace/workspace.ts";
import type { Context, Feature } from "./feature.ts";

/** The places of the code under the cursor: in open documents, and in all other files of the workspace. */
export const references: Feature = {
  capabilities: { referencesProvider: true },

  register(context) {
    const { connection, documents, reader } = context;
    const workspace = new Workspace(context);
    connection.onReferences(async ({ textDocument, position, context: { includeDeclaration } }, token) => {
      const source = documents.get(textDocument.uri);
      if (!source) return null;
      const belief = beliefAt(await reader.read(source), source.document.offsetAt(position));
      if (!belief || !isCode(belief)) return null;
      const declarations = includeDeclaration ? belief.entries.flatMap(declarationOf) : [];
      const code = codeOf(belief);
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

async function inDocuments({ documents, reader }: Context, code: string): Promise<Location[]> {
  const found = documents.all().map(async (source) => {
    const { beliefs, domain } = await reader.read(source);
    // What a catalog says of a code is its declaration.
    if (domain.ignoresFile(source.uri)) return [];
    return beliefs
      .filter((one) => isCode(one) && codeOf(one) === code)
      .map(({ literal }) => ({ uri: source.uri, range: rangeOf(source, literal) }));
  });
  return (await Promise.all(found)).flat();
}

/** Those in files that are not open; what is open was read as it is now. */
async function inFiles(
  { documents, usages, folders, settings }: Context,
  workspace: Workspace,
  code: string,
  token: CancellationToken,
): Promise<Location[]> {
  const open = new Set(documents.all().map(({ uri }) => normal(uri)));
  const placesIn = (uri: string, uses: readonly Use[]) =>
    open.has(uri) ? [] : uses.filter((use) => use.code === code).map(({ range }) => ({ uri, range }));
  if (usages.scanned) return [...usages.files].flatMap(([uri, uses]) => placesIn(uri, uses));
  // Before a scan, those that may hold the code are read for it alone.
  const mention = mentionOf(code);
  const mayHold = (text: string) => mention.test(text);
  const found: Location[] = [];
  for await (const { source, analysis } of workspace.files(folders(), token, undefined, mayHold))
    found.push(...placesIn(normal(source.uri), usesIn(source, analysis, settings(source.uri).rules)));
  return found;
}
