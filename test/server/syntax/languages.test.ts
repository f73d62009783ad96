import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Analyzer } from "../../../server/analysis/analyzer.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { languages } from "../../../server/syntax/languages/index.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { analyzerOf } from "../harness/analyzer.ts";
import { type BothWays, createComparison } from "../harness/both-ways.ts";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "test/fixtures/languages");

/** A marked span of a line in UTF-16 units, and the kind of evidence that is expected there. */
interface Mark {
  line: number;
  start: number;
  end: number;
  kind: string;
}

/**
 * Parses a fixture: a line of `^^^^ kind` marks spans of the line above it and is not part of the text. Literals that
 * are not marked must have no evidence.
 */
function parseFixture(fixture: string): { text: string; marks: Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of fixture.split("\n")) {
    const match = /^ *(?:\^+ \w+ *)+\r?$/.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    for (const { index, groups } of line.matchAll(/(?<carets>\^+) (?<kind>\w+)/g)) {
      const { carets = "", kind = "" } = groups ?? {};
      marks.push({ line: lines.length - 1, start: index, end: index + carets.length, kind });
    }
  }
  return { text: lines.join("\n"), marks };
}

const fixtureOf = (name: string) =>
  `${name.toLowerCase().replaceAll("#", "sharp").replaceAll("+", "p").replaceAll(" ", "-")}.txt`;

const show = (text: string, marks: Mark[]) =>
  marks.map(
    ({ line, start, end, kind }) =>
      `${line + 1}:${start} ${text.split("\n")[line]?.slice(start, end)} ${kind}`,
  );

describe("the languages", () => {
  let analyzer: Analyzer;
  let bothWays: (uri: string, text: string) => Promise<BothWays>;
  let fixtures: string[];
  before(async () => {
    const host = nodeHost(join(root, "dist"));
    analyzer = await analyzerOf(host);
    bothWays = await createComparison(host);
    fixtures = await readdir(folder);
  });

  for (const { name, ids, extensions } of languages) {
    it(`finds evidence for exactly the marked literals in ${name}`, async () => {
      const file = fixtureOf(name);
      assert.ok(fixtures.includes(file), `${name} has no fixture: write test/fixtures/languages/${file}.`);
      const { text, marks } = parseFixture(await readFile(join(folder, file), "utf8"));
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
      const { text } = parseFixture(await readFile(join(folder, fixtureOf(name)), "utf8"));
      const { whole, filtered } = await bothWays(`file:///sample${extensions[0] ?? ""}`, text);
      assert.ok(whole.length > 0);
      assert.deepEqual(filtered, whole);
    });
  }
});
