import type { CancellationToken, Location, ResultProgressReporter } from "vscode-languageserver";
import { literalAt } from "../analysis/analysis.ts";
import { rangeOf } from "../documents/span.ts";
import { normalizeUri } from "../documents/uris.ts";
import { limited, maximumItems } from "../protocol/limits.ts";
import { isBaseline } from "../rules/baseline.ts";
import { type CodeUse, codeOf, isErrorCode, mentionPattern, usesIn } from "../workspace/usages.ts";
import { WorkspaceReader } from "../workspace/workspace.ts";
import { declarationOf } from "./entries.ts";
import type { Feature, FeatureContext } from "./feature.ts";

/** Finds the references to the code under the cursor, in open documents and all other files of the workspace. */
export const references: Feature = {
  capabilities: { referencesProvider: true },

  register(context) {
    const { connection, documents, analyzer } = context;
    const workspace = new WorkspaceReader(context);
    connection.onReferences(async (params, token, _, progress) => {
      const { textDocument, position } = params;
      const { includeDeclaration } = params.context;
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const analyzedLiteral = literalAt(
        await analyzer.analyze(document),
        document.textDocument.offsetAt(position),
      );
      if (!analyzedLiteral || !isErrorCode(analyzedLiteral)) return null;
      const declarations = includeDeclaration
        ? analyzedLiteral.entries.flatMap((entry) => declarationOf(entry) ?? [])
        : [];
      const code = codeOf(analyzedLiteral);
      const found = [...declarations, ...(await searchDocuments(context, code))];
      const files = searchFiles(context, workspace, code, token);
      if (!progress) {
        for await (const part of files) found.push(...part);
        return limited(found);
      }
      // What was sent in parts must not be sent again.
      await reportParts(found, files, progress);
      return [];
    });
  },
};

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

/** Reports locations as they are found, as many as an answer may have. */
async function reportParts(
  first: readonly Location[],
  others: AsyncIterable<readonly Location[]>,
  progress: ResultProgressReporter<Location[]>,
): Promise<void> {
  let left = maximumItems;
  const report = (part: readonly Location[]) => {
    const shown = part.slice(0, left);
    left -= shown.length;
    if (shown.length > 0) progress.report(shown);
  };
  report(first);
  for await (const part of others) {
    report(part);
    if (left === 0) return;
  }
}

/** Finds the references in files that are not open, file by file; open documents are searched with their current text. */
async function* searchFiles(
  { documents, usageIndex, folders, settings }: FeatureContext,
  workspace: WorkspaceReader,
  code: string,
  token: CancellationToken,
): AsyncGenerator<Location[]> {
  const open = new Set(documents.all().map(({ uri }) => normalizeUri(uri)));
  const locationsIn = (uri: string, uses: readonly CodeUse[]) =>
    open.has(uri) ? [] : uses.filter((use) => use.code === code).map(({ range }) => ({ uri, range }));
  if (usageIndex.isScanned) {
    for (const [uri, uses] of usageIndex.files) yield locationsIn(uri, uses);
    return;
  }
  // Before the first scan, the files that may contain the code are read for this request alone.
  const mention = mentionPattern(code);
  const mayContain = (text: string) => mention.test(text);
  for await (const { document, analysis } of workspace.files(folders(), token, { isCandidate: mayContain }))
    yield locationsIn(normalizeUri(document.uri), usesIn(document, analysis, settings(document.uri).rules));
}
