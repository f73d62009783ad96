import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { reversalOf } from "../../../client/commands/reversal.ts";

describe("what takes changes back", () => {
  it("restores the text, whatever the order, the lengths and the lines of the changes", () => {
    const text = 'a("One.Two", "One.Two")\nb("One.Two")\r\nc("Three")';
    const before = TextDocument.create("file:///a.ts", "", 0, text);
    const codes = { "One.Two": "One.TwoAndMore", Three: "T" };
    const changes = Object.entries(codes).flatMap(([written, code]) =>
      [...text.matchAll(new RegExp(written, "g"))].map(({ index }) => {
        const range = { start: before.positionAt(index), end: before.positionAt(index + written.length) };
        return { range, written, code };
      }),
    );
    const edits = changes.map(({ range, code }) => ({ range, newText: code }));
    const after = TextDocument.create("file:///a.ts", "", 1, TextDocument.applyEdits(before, edits));
    assert.equal(after.getText(), text.replaceAll("One.Two", "One.TwoAndMore").replace("Three", "T"));
    assert.equal(TextDocument.applyEdits(after, reversalOf(changes.toReversed())), text);
  });
});
