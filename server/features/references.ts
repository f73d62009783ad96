import type { Location } from "vscode-languageserver";
import type { Entry } from "../../catalog/entry.ts";
import { normal } from "../addresses.ts";
import { beliefAt } from "../analysis.ts";
import { type Context, type Feature, rangeOf } from "../feature.ts";
import { codeOf, isCode } from "../usage.ts";

/** The places of the code under the cursor: in open documents, and in all files where these were read. */
export const references: Feature = {
  capabilities: { referencesProvider: true },

  register(context) {
    const { connection, documents, reader } = context;
    connection.onReferences(async ({ textDocument, position, context: { includeDeclaration } }) => {
      const source = documents.get(textDocument.uri);
      if (!source) return null;
      const belief = beliefAt(await reader.read(source), source.document.offsetAt(position));
      if (!belief || !isCode(belief)) return null;
      const declarations = includeDeclaration ? belief.entries.flatMap(declarationOf) : [];
      const code = codeOf(belief);
      return [...declarations, ...(await inDocuments(context, code)), ...inFiles(context, code)];
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
function inFiles({ documents, usages }: Context, code: string): Location[] {
  const open = new Set(documents.all().map(({ uri }) => normal(uri)));
  return [...usages.files]
    .filter(([uri]) => !open.has(uri))
    .flatMap(([uri, uses]) => uses.filter((use) => use.code === code).map(({ range }) => ({ uri, range })));
}
