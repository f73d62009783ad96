import type { Analysis } from "../analysis/analysis.ts";
import { fileUriOf, folderContaining, parseUri, relativePath } from "../documents/uris.ts";
import type { RuleContext } from "./rule.ts";

/** Whether a document is a test or test data, in which codes recur as the test cases require. */
export function isTestDocument({ document, analysis }: Pick<RuleContext, "document" | "analysis">): boolean {
  const cached = testDocuments.get(analysis);
  if (cached !== undefined) return cached;
  const result = isTestPath(document.uri, analysis.folders);
  testDocuments.set(analysis, result);
  return result;
}

/** Cached, because rules ask once for each literal of a document. */
const testDocuments = new WeakMap<Analysis, boolean>();

function isTestPath(documentUri: string, folders: readonly string[]): boolean {
  const uri = fileUriOf(documentUri);
  const folder = folderContaining(folders, uri);
  // Folders above the workspace folder say where it is stored, not what it contains.
  const path = folder === undefined ? parseUri(uri).path : `/${relativePath(folder, uri)}`;
  return (
    /\/(?:tests?|__tests__|specs?|testing|test[_-]?data|fixtures?|mocks?|__mocks__|e2e|\w+[_-]tests?)\//i.test(
      path,
    ) || /(?:[._-](?:test|spec)s?\.\w+|\/test_[^/]*|(?<=[a-z\d])(?:Tests?|TestCase|IT)\.\w+)$/.test(path)
  );
}
