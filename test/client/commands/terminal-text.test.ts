import assert from "node:assert/strict";
import { linesAround, withMore } from "../../../client/commands/terminal-text.ts";

describe("the output of a terminal", () => {
  it("tells the lines around a line, without what is not text", () => {
    const output =
      '\u001b]633;C\u0007{\r\n  \u001b[31m"Code"\u001b[0m: "Throttling",  \r\n}\r\n\u001b]633;D;1\u0007$ ';
    assert.deepEqual(linesAround(output, '  "Code": "Throttling",'), { before: "{", after: "}\n$ " });
  });

  it("knows the last of equal lines, and nothing of others or of empty ones", () => {
    assert.deepEqual(linesAround("a\nx\nb\nx\nc", "x"), { before: "a\nx\nb", after: "c" });
    assert.equal(linesAround("a\nb", "c"), undefined);
    assert.equal(linesAround("a\n\nb", ""), undefined);
  });

  it("is kept only in part, as are the lines around a line", () => {
    let output = "";
    for (let line = 0; line < 20_000; line++) output = withMore(output, `line ${line}\n`);
    assert.ok(output.length <= 64_000);
    assert.equal(linesAround(output, "line 5"), undefined);
    const { before = "", after } = linesAround(output, "line 19999") ?? {};
    assert.deepEqual([before.split("\n").length, before.split("\n")[0], after], [20, "line 19979", ""]);
  });
});
