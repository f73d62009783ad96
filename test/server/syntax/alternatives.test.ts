import assert from "node:assert/strict";
import { join } from "node:path";
import type { Analyzer } from "../../../server/analysis/analyzer.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { analyzerOf } from "../harness/analyzer.ts";

describe("alternatives in expressions and patterns", () => {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await analyzerOf(nodeHost(join(import.meta.dirname, "../../../dist")));
  });

  /** Counts the literals with evidence in a text. */
  const count = async (languageId: string, text: string): Promise<number> => {
    const { literals } = await analyzer.analyze(TrackedDocument.of("file:///a", languageId, 1, text));
    return literals.filter(({ evidence }) => evidence).length;
  };
  const joinedCodes = (length: number, separator: string, quote = '"') =>
    Array.from({ length }, (_, index) => `${quote}InvalidZone.Closed${index}${quote}`).join(separator);

  const chains: [language: string, text: (members: string) => string, separator: string][] = [
    ["typescript", (members) => `type ErrorCode = ${members};`, " | "],
    ["rust", (members) => `fn f() { match e.code.as_str() { ${members} => 1, _ => 2 } }`, " | "],
    ["scala", (members) => `object A { e.code match { case ${members} => 1 } }`, " | "],
    ["python", (members) => `match e.code:\n    case ${members}:\n        pass\n`, " | "],
  ];
  for (const [language, text, separator] of chains) {
    it(`finds every member of a chain of any length in ${language}`, async () => {
      for (const length of [2, 30, 1000])
        assert.equal(await count(language, text(joinedCodes(length, separator))), length);
    });
  }

  it("finds a code in choices nested 2 levels deep, but not 500 levels deep", async () => {
    const nested = (depth: number) =>
      `const code = ${"a ? (".repeat(depth)}"InvalidZone.Closed"${") : b".repeat(depth)};`;
    assert.equal(await count("typescript", nested(2)), 1);
    assert.equal(await count("typescript", nested(500)), 0);
  });
});
