import { URI } from "vscode-uri";
import type { Analysis, Belief } from "../analysis/analysis.ts";
import { fileOf, folderOf, pathBelow } from "../documents/uris.ts";
import type { ClueKind, Literal } from "../syntax/literal.ts";
import type { Subject } from "./rule.ts";

const tests: ReadonlySet<ClueKind> = new Set(["compared", "case", "element", "contained"]);

/** What a literal is tested against, without the marks that say nothing: two tests of equal subjects are of one thing. */
export function testedBy({ clues }: Literal): string | undefined {
  const clue = clues.find(({ kind }) => tests.has(kind));
  return clue?.subject.replace(/\s+|^["'(]+|["')]+$/g, "").replace(/^([^()]*\([^()]*)$/, "$1)");
}

/** Whether a document is there to test others, or holds their data: codes repeat in it as the cases ask. */
export function isOfTests({ source, analysis }: Pick<Subject, "source" | "analysis">): boolean {
  const known = ofTests.get(analysis);
  if (known !== undefined) return known;
  const found = isPathOfTests(source.uri, analysis.folders);
  ofTests.set(analysis, found);
  return found;
}

/** Rules ask for each literal of a document. */
const ofTests = new WeakMap<Analysis, boolean>();

function isPathOfTests(address: string, folders: readonly string[]): boolean {
  const uri = fileOf(address);
  const folder = folderOf(folders, uri);
  // Above the folder that is worked in, names say where it was put, not what it is.
  const path = folder === undefined ? URI.parse(uri).path : `/${pathBelow(folder, uri)}`;
  return (
    /\/(?:tests?|__tests__|specs?|testing|test[_-]?data|fixtures?|mocks?|__mocks__|e2e|\w+[_-]tests?)\//i.test(
      path,
    ) || /(?:[._-](?:test|spec)s?\.\w+|\/test_[^/]*|(?<=[a-z\d])(?:Tests?|TestCase|IT)\.\w+)$/.test(path)
  );
}

/** The beliefs among some of which a thing is true, before another in the text. */
export function before(
  belief: Belief,
  all: readonly Belief[],
  isSo: (one: Belief) => boolean,
): Belief | undefined {
  return all.find((one) => one.literal.start < belief.literal.start && isSo(one));
}
