import assert from "node:assert/strict";
import { lineColumns } from "../../../server/documents/line-columns.ts";

const lines = ["", "if (a)", "签名 = é", "🙂🙂 x", "a🙂é签", "\ud83d lone", "\u0000\u007f\u0080"];

describe("the columns of a line", () => {
  it("counts the same bytes as an encoder before each character", () => {
    for (const line of lines) {
      const { toUtf8, toUtf16 } = lineColumns(line);
      let at = 0;
      for (const char of line) {
        assert.equal(toUtf8(at), Buffer.byteLength(line.slice(0, at)), `${JSON.stringify(line)} at ${at}`);
        assert.equal(toUtf16(toUtf8(at)), at, `${JSON.stringify(line)} at ${at}`);
        at += char.length;
      }
      assert.equal(toUtf8(line.length), Buffer.byteLength(line));
      assert.equal(toUtf16(Buffer.byteLength(line)), line.length);
    }
  });

  it("takes a place inside a character for its start, and goes on beyond the end", () => {
    const { toUtf8, toUtf16 } = lineColumns("a🙂b");
    assert.deepEqual([2, 3, 4, 5, 6].map(toUtf16), [1, 1, 1, 3, 4]);
    assert.equal(toUtf8(2), 1);
    assert.equal(toUtf8(9), 11);
    assert.deepEqual([-1, Number.NaN, 1.5].map(toUtf8), [0, 0, 1]);
  });
});
