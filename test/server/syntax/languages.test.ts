import assert from "node:assert/strict";
import { join } from "node:path";
import type { Analyzer } from "../../../server/analysis/analyzer.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { languages } from "../../../server/syntax/languages/index.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { analyzerOf } from "../harness/analyzer.ts";
import { type BothWays, createComparison } from "../harness/both-ways.ts";
import { fixtureOf, type Mark, readFixture } from "../harness/language-fixture.ts";

const root = join(import.meta.dirname, "../../..");
const show = (text: string, marks: Mark[]) =>
  marks.map(
    ({ line, start, end, kind }) =>
      `${line + 1}:${start} ${text.split("\n")[line]?.slice(start, end)} ${kind}`,
  );

describe("the languages", () => {
  let analyzer: Analyzer;
  let bothWays: (uri: string, text: string) => Promise<BothWays>;
  before(async () => {
    const host = nodeHost(join(root, "dist"));
    analyzer = await analyzerOf(host);
    bothWays = await createComparison(host);
  });

  for (const { name, ids, extensions } of languages) {
    it(`finds evidence for exactly the marked literals in ${name}`, async () => {
      const file = fixtureOf(name);
      const { text, marks } = await readFixture(name);
      const document = TrackedDocument.of(`file:///${file}`, ids[0] ?? "", 1, text);
      const { literals } = await analyzer.analyze(document);
      const found = literals
        .filter(({ literal, evidence }) => evidence && literal.text !== "")
        .map(({ literal, evidence }): Mark => {
          const { line, character } = document.textDocument.positionAt(literal.start);
          return { line, start: character, end: character + literal.text.length, kind: evidence?.kind ?? "" };
        });
      assert.deepEqual(show(text, found), show(text, marks));
      assert.ok(marks.length > 0);
    });

    it(`has the same results in the editor and in a scan in ${name}`, async () => {
      const { text } = await readFixture(name);
      const { whole, filtered } = await bothWays(`file:///sample${extensions[0] ?? ""}`, text);
      assert.ok(whole.length > 0);
      assert.deepEqual(filtered, whole);
    });
  }
});
