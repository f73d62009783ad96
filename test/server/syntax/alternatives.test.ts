import assert from "node:assert/strict";
import { join } from "node:path";
import type { Analyzer } from "../../../server/analysis/analyzer.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { readerOf } from "../harness/analyzer.ts";

describe("a choice of codes", () => {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await readerOf(nodeHost(join(import.meta.dirname, "../../../dist")));
  });

  /** How many codes a text in a language is believed to hold. */
  const count = async (languageId: string, text: string): Promise<number> => {
    const { literals } = await analyzer.analyze(TrackedDocument.of("file:///a", languageId, 1, text));
    return literals.filter(({ evidence }) => evidence).length;
  };
  const many = (length: number, between: string, quote = '"') =>
    Array.from({ length }, (_, index) => `${quote}InvalidZone.Closed${index}${quote}`).join(between);

  const chains: [language: string, text: (members: string) => string, between: string][] = [
    ["typescript", (members) => `type ErrorCode = ${members};`, " | "],
    ["rust", (members) => `fn f() { match e.code.as_str() { ${members} => 1, _ => 2 } }`, " | "],
    ["scala", (members) => `object A { e.code match { case ${members} => 1 } }`, " | "],
    ["python", (members) => `match e.code:\n    case ${members}:\n        pass\n`, " | "],
  ];
  for (const [language, text, between] of chains) {
    it(`has every member of a chain, however long, in ${language}`, async () => {
      for (const length of [2, 30, 1000])
        assert.equal(await count(language, text(many(length, between))), length);
    });
  }

  it("is read to where a person may nest it, and no deeper", async () => {
    const nested = (depth: number) =>
      `const code = ${"a ? (".repeat(depth)}"InvalidZone.Closed"${") : b".repeat(depth)};`;
    assert.equal(await count("typescript", nested(2)), 1);
    assert.equal(await count("typescript", nested(500)), 0);
  });
});
