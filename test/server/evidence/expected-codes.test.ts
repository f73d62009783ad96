import assert from "node:assert/strict";
import { join } from "node:path";
import type { Catalog } from "../../../catalog/model/catalog.ts";
import { CodeTable } from "../../../catalog/search/code-table.ts";
import type { Analyzer } from "../../../server/analysis/analyzer.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { evidenceOf } from "../../../server/evidence/evidence.ts";
import { expectedCodes } from "../../../server/evidence/expected-codes.ts";
import {
  type LiteralWithEvidence,
  SiblingConstants,
  withSiblingConstants,
} from "../../../server/evidence/sibling-constants.ts";
import { placeAt } from "../../../server/features/completion-place.ts";
import { languages } from "../../../server/syntax/languages/index.ts";
import type { Literal, Relation } from "../../../server/syntax/literal.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { analyzerOf } from "../harness/analyzer.ts";
import { readFixture } from "../harness/language-fixture.ts";
import { pseudoRandom } from "../harness/numbers.ts";

const nothing = { functions: new Set<string>(), fields: new Set<string>(), keys: new Set<string>() };

const lettersOf = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");

describe("the codes that are expected at a place", () => {
  let analyzer: Analyzer;
  let catalog: Catalog;
  /** The letters of each code. */
  let letters: string[] | undefined;
  before(async () => {
    analyzer = await analyzerOf(nodeHost(join(import.meta.dirname, "../../../dist")));
    const { project } = await analyzer.analyze(TrackedDocument.of("file:///a.ts", "typescript", 1, ""));
    catalog = project.catalog;
  });

  const isKnown = (code: string) => catalog.isOfficial(code);

  /** Asserts that codes are expected at a literal exactly if the literal, with the code as its text, has evidence. */
  function compare(
    literal: Literal,
    others: readonly LiteralWithEvidence[],
    indexes: readonly number[],
  ): void {
    const siblings = new SiblingConstants(others, isKnown);
    const isExpected = expectedCodes({ literal, siblings, configured: nothing }, catalog);
    const { codes } = CodeTable.of(catalog);
    for (const index of indexes) {
      const written = writtenIn(literal, codes[index] ?? "");
      const evidence = evidenceOf(written, isKnown, nothing);
      const inOrder = [...others, { literal: written, evidence }].sort(
        (a, b) => a.literal.start - b.literal.start,
      );
      const all = withSiblingConstants(inOrder, isKnown);
      const own = all[inOrder.findIndex((one) => one.literal === written)];
      const what = `${codes[index]} at ${JSON.stringify(literal.relations)}`;
      assert.equal(isExpected?.[index] === 1, own?.evidence !== undefined, what);
    }
  }

  /** Returns a literal with a code in place of its text, also in what stands around it. */
  function writtenIn(literal: Literal, code: string): Literal {
    const relations = literal.relations.map((one) =>
      one.within === undefined ? one : { ...one, within: one.within.replaceAll(literal.text, code) },
    );
    return { ...literal, text: code, relations };
  }

  /** Returns the indexes of some codes, among them those that the names of constants contain. */
  function sampleFor(relations: readonly Relation[], random: (limit: number) => number): number[] {
    const { codes } = CodeTable.of(catalog);
    const sample = Array.from({ length: 120 }, () => random(codes.length));
    const ends = relations
      .filter(({ kind }) => kind === "constant")
      .map(({ subject }) => lettersOf(subject))
      .filter((name) => name.length > 2)
      .map((name) => name.slice(-8));
    if (ends.length === 0) return sample;
    letters ??= codes.map(lettersOf);
    const alike = letters.flatMap((one, index) => (ends.some((end) => one.endsWith(end)) ? index : []));
    return [...sample, ...alike.slice(0, 80)];
  }

  for (const { name, ids } of languages)
    it(`are those with which a literal has evidence in ${name}`, async () => {
      const { text } = await readFixture(name);
      const document = TrackedDocument.of("file:///x", ids[0] ?? "", 1, text);
      const { literals } = await analyzer.analyze(document);
      analyzer.forget(document);
      const random = pseudoRandom(3);
      for (const { literal } of literals) {
        // What an empty text stands beside is read with a placeholder in it.
        if (literal.text === "" && literal.relations.some(({ within }) => within !== undefined)) continue;
        const others = literals.filter((one) => one.literal !== literal);
        compare(literal, others, sampleFor(literal.relations, random));
      }
    });

  it("are those with which a constant of any name has evidence", () => {
    const { codes } = CodeTable.of(catalog);
    const random = pseudoRandom(5);
    const prefixes = ["", "Err", "ERROR_CODE_", "k", "status", "State", "message"];
    const endings = ["", "Error", "Code", "Status", "_MESSAGE", "Exception", "Kind"];
    for (let round = 0; round < 150; round++) {
      const code = codes[random(codes.length)] ?? "";
      const words = random(2) === 0 ? code.replaceAll(".", "") : (code.split(".").at(-1) ?? "");
      const name = `${prefixes[random(prefixes.length)]}${words}${endings[random(endings.length)]}`;
      const relations: Relation[] = [{ kind: "constant", subject: name }];
      if (random(2) === 0)
        relations.push({
          kind: "constant",
          subject: `${prefixes[random(prefixes.length)]}Kinds`,
          isType: true,
        });
      const literal = { text: "", start: 0, end: 0, relations };
      compare(literal, [], [...sampleFor(relations, random), codes.indexOf(code)]);
    }
  });

  for (const { name, ids } of languages)
    it(`are those that are recognised once they are written in ${name}`, async () => {
      const { text, marks, never } = await readFixture(name);
      const { codes } = CodeTable.of(catalog);
      const random = pseudoRandom(7);
      const wrong: string[] = [];
      for (const { line, start, end, kind } of [...marks, ...never]) {
        const lines = text.split("\n");
        const offset = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + start;
        const at = `${text.slice(0, offset)}${text.slice(offset + end - start)}`;
        const document = TrackedDocument.of("file:///x", ids[0] ?? "", 1, at);
        const place = await placeAt(analyzer, document, await analyzer.analyze(document), offset, false);
        analyzer.forget(document);
        const index = random(codes.length);
        const code = codes[index] ?? "";
        const after = TrackedDocument.of(
          "file:///y",
          ids[0] ?? "",
          1,
          at.slice(0, offset) + code + at.slice(offset),
        );
        const { literals } = await analyzer.analyze(after);
        analyzer.forget(after);
        const isFound = literals.some(
          ({ literal, evidence }) => evidence && literal.start === offset && literal.text === code,
        );
        const isExpected = place?.expected[index] === 1;
        // Beside a code, another one is recognised if someone writes it, but none is offered.
        if (isFound !== isExpected && (isExpected || kind !== "never"))
          wrong.push(`${line + 1}:${start} ${code} ${isFound ? "is found" : "is offered"}`);
      }
      assert.deepEqual(wrong, []);
    });
});
