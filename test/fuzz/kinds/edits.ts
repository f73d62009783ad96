import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { localize } from "../../../catalog/text/localized-text.ts";
import { type Analysis, isHoverable } from "../../../server/analysis/analysis.ts";
import type { Analyzer } from "../../../server/analysis/analyzer.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { findingsOf } from "../../../server/rules/findings.ts";
import { languages } from "../../../server/syntax/languages/index.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { analyzerOf } from "../../server/harness/analyzer.ts";
import { toComparable } from "../../server/harness/comparable-literals.ts";
import { readFixture } from "../../server/harness/language-fixture.ts";
import { assertPrintable, assertWithin, inTime } from "../invariants.ts";
import { type Kind, propertyOf } from "../kind.ts";
import { changeBy, lines, type Mutation, mutationWith, takeLines } from "../mutation.ts";

/** What people type, besides odd pieces. */
const pieces = [
  '"Throttling"',
  'if (e.code === "InvalidAction") {}\n',
  "case 'X': ",
  "code: NotFound\n",
  "def f",
];

/** How the parser recovers from an error may depend on where it was interrupted: on a busy machine, that is anywhere. */
const uninterrupted = { total: 20_000, slice: Number.POSITIVE_INFINITY };

/** A change of a document; `isRead` tells whether the document is analyzed between this change and the next. */
type Edit = Mutation & { isRead: boolean };

/** Sequences of edits in documents of every language: what is found after them is what is found in a new document. */
export const edits: Kind = {
  name: "edits",

  async start() {
    const analyzer = await analyzerOf(nodeHost(join(import.meta.dirname, "../../../dist")), uninterrupted);
    const texts = new Map<string, string>();
    for (const { name } of languages) texts.set(name, (await readFixture(name)).text);
    const edit = fc
      .tuple(mutationWith(...pieces), fc.boolean())
      .map(([mutation, isRead]): Edit => ({ ...mutation, isRead }));
    const input = fc.record({
      language: fc.constantFrom(...texts.keys()),
      lines,
      edits: fc.array(edit, { minLength: 1, maxLength: 8 }),
    });
    return {
      property: propertyOf(input, async ({ language, lines, edits }) => {
        const [id = ""] = languages.find(({ name }) => name === language)?.ids ?? [];
        const document = TrackedDocument.of(
          "file:///project/edited",
          id,
          1,
          takeLines(texts.get(language) ?? "", lines),
        );
        try {
          await compareAfter(edits, document, analyzer);
        } finally {
          analyzer.forget(document);
        }
      }),
    };
  },
};

/** Makes edits in a document, and compares its analysis with that of a new document after each that is read. */
async function compareAfter(
  edits: readonly Edit[],
  document: TrackedDocument,
  analyzer: Analyzer,
): Promise<void> {
  await analyzer.analyze(document);
  for (const [index, edit] of edits.entries()) {
    apply(edit, document);
    if (!edit.isRead && index < edits.length - 1) continue;
    const { uri, languageId, version, text } = document;
    const copy = TrackedDocument.of(uri, languageId, version, text);
    try {
      const found = await inTime(async () => resultOf(document, await analyzer.analyze(document)));
      const expected = resultOf(copy, await analyzer.analyze(copy));
      assert.deepEqual(found, expected, `after edit ${index + 1}, in ${JSON.stringify(text)}`);
    } finally {
      analyzer.forget(copy);
    }
  }
}

function apply(edit: Edit, document: TrackedDocument): void {
  const { start, end, inserted } = changeBy(edit, document.text);
  const { textDocument } = document;
  const range = { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
  document.update([{ range, text: inserted }], document.version + 1);
}

/** Returns what users see of an analysis, in a form that can be compared; fails if a part of it cannot be right. */
function resultOf(document: TrackedDocument, analysis: Analysis) {
  const { text } = document;
  const comparable = toComparable();
  const literals = analysis.literals.map((one) => {
    assertWithin(one.literal, text);
    assert.equal(text.slice(one.literal.start, one.literal.end), one.literal.text);
    const { evidence, providers } = one;
    return { literal: comparable(one.literal), evidence, providers, isHoverable: isHoverable(one) };
  });
  const findings = findingsOf(document, analysis).map(({ occurrence: _, ...finding }) => {
    assertWithin(finding, text);
    assertPrintable(localize(finding.message, "en"), "a message");
    return finding;
  });
  return { literals, findings };
}
