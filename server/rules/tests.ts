import { URI } from "vscode-uri";
import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import { fileUriOf, folderContaining, relativePath } from "../documents/uris.ts";
import type { Literal, RelationKind } from "../syntax/literal.ts";
import type { RuleContext } from "./rule.ts";

const tests: ReadonlySet<RelationKind> = new Set(["compared", "case", "element", "contained"]);

/** What a literal is tested against, without the marks that say nothing: two tests of equal subjects are of one thing. */
export function testedBy({ relations }: Literal): string | undefined {
  const relation = relations.find(({ kind }) => tests.has(kind));
  return relation?.subject.replace(/\s+|^["'(]+|["')]+$/g, "").replace(/^([^()]*\([^()]*)$/, "$1)");
}

/** Whether a document is there to test others, or holds their data: codes repeat in it as the cases ask. */
export function isOfTests({ document, analysis }: Pick<RuleContext, "document" | "analysis">): boolean {
  const known = ofTests.get(analysis);
  if (known !== undefined) return known;
  const found = isPathOfTests(document.uri, analysis.folders);
  ofTests.set(analysis, found);
  return found;
}

/** Rules ask for each literal of a document. */
const ofTests = new WeakMap<Analysis, boolean>();

function isPathOfTests(address: string, folders: readonly string[]): boolean {
  const uri = fileUriOf(address);
  const folder = folderContaining(folders, uri);
  // Above the folder that is worked in, names say where it was put, not what it is.
  const path = folder === undefined ? URI.parse(uri).path : `/${relativePath(folder, uri)}`;
  return (
    /\/(?:tests?|__tests__|specs?|testing|test[_-]?data|fixtures?|mocks?|__mocks__|e2e|\w+[_-]tests?)\//i.test(
      path,
    ) || /(?:[._-](?:test|spec)s?\.\w+|\/test_[^/]*|(?<=[a-z\d])(?:Tests?|TestCase|IT)\.\w+)$/.test(path)
  );
}

/** The beliefs among some of which a thing is true, before another in the text. */
export function earlier(
  analyzedLiteral: AnalyzedLiteral,
  all: readonly AnalyzedLiteral[],
  isSo: (one: AnalyzedLiteral) => boolean,
): AnalyzedLiteral | undefined {
  return all.find((one) => one.literal.start < analyzedLiteral.literal.start && isSo(one));
}
