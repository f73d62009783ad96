import assert from "node:assert/strict";
import { type Range, TextDocument } from "vscode-languageserver-textdocument";
import { textAfter } from "../../../server/documents/many-changes.ts";
import { TrackedDocument } from "../../../server/documents/tracked-document.ts";
import { pseudoRandom } from "../harness/numbers.ts";

const texts = ["", "x", "ab\ncd", "\n", "\r\n", "\r", "错\n"];

/** Returns changes that follow each other upwards, downwards or not at all, and the text after them one by one. */
function changesOf(seed: number, order: "up" | "down" | "mixed") {
  const random = pseudoRandom(seed);
  const before = Array.from(
    { length: 30 },
    (_, line) => `line ${line}${line % 7 === 0 ? "\r\n" : "\n"}`,
  ).join("");
  let document = TextDocument.create("", "", 0, before);
  const changes: { range: Range; text: string }[] = [];
  let at = order === "up" ? before.length : 0;
  for (let count = 0; count < 20; count++) {
    const { length } = document.getText();
    const start = order === "up" ? random(at + 1) : order === "down" ? at + random(8) : random(length + 1);
    const end = Math.min(start + random(5), order === "up" ? at : length);
    const range = { start: document.positionAt(start), end: document.positionAt(Math.max(start, end)) };
    const text = texts[random(texts.length)] ?? "";
    changes.push({ range, text });
    document = TextDocument.update(document, [{ range, text }], count + 1);
    at = order === "up" ? start : start + text.length;
  }
  return { before, changes, after: document.getText() };
}

describe("many changes of a text", () => {
  for (const order of ["up", "down", "mixed"] as const)
    it(`have the same result as one after the other: ${order}`, () => {
      for (let seed = 1; seed <= 300; seed++) {
        const { before, changes, after } = changesOf(seed, order);
        assert.equal(textAfter(before, changes), after, `seed ${seed}`);
      }
    });

  it("may replace the whole text in between", () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    assert.equal(textAfter("abc", [{ range, text: "x" }, { text: "new" }, { range, text: "N" }]), "New");
  });

  it("stand for the end of a line if they are beyond it", () => {
    const beyond = { line: 0, character: 99 };
    assert.equal(textAfter("ab\ncd", [{ range: { start: beyond, end: beyond }, text: "!" }]), "ab!\ncd");
  });

  it("are not followed one by one by the parser", () => {
    const document = TrackedDocument.of("file:///a.ts", "typescript", 1, "a\n".repeat(200));
    const { revision } = document;
    const start = { line: 0, character: 0 };
    const changes = Array.from({ length: 200 }, () => ({ range: { start, end: start }, text: "b" }));
    document.update(changes, 2);
    assert.equal(document.changesSince(revision), undefined);
    assert.equal(document.text, `${"b".repeat(200)}${"a\n".repeat(200)}`);
    const before = document.revision;
    document.update(changes.slice(0, 3), 3);
    assert.equal(document.changesSince(before)?.length, 3);
    assert.equal(document.changesSince(revision), undefined);
  });

  it("are known to all who ask for them, since the revision that each of them knows", () => {
    const document = TrackedDocument.of("file:///a.ts", "typescript", 1, "a\n");
    const first = document.revision;
    const start = { line: 0, character: 0 };
    document.update([{ range: { start, end: start }, text: "b" }], 2);
    const second = document.revision;
    // A client may repeat a version.
    document.update([{ range: { start, end: start }, text: "cd" }], 2);
    assert.deepEqual(
      document.changesSince(first)?.map(({ newEndIndex }) => newEndIndex),
      [1, 2],
    );
    assert.deepEqual(
      document.changesSince(second)?.map(({ newEndIndex }) => newEndIndex),
      [2],
    );
    document.update([{ text: "new" }], 3);
    assert.equal(document.changesSince(second), undefined);
    assert.deepEqual(document.changesSince(document.revision), []);
  });
});
