import assert from "node:assert/strict";
import { codeFrameOf } from "../../../../server/cli/check/formats/code-frame.ts";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

describe("check: readable format", () => {
  const { check, write } = checkFolder();

  it("marks the code in its line, after tabs, wide characters and emoji", async () => {
    await write("a.ts", `\t/* 签名 👩‍👩‍👧 */\t${compared(wrong)}`);
    const { status, stdout, stderr } = check(["a.ts"]);
    assert.deepEqual([status, stderr], [1, ""]);
    const [first, code = "", marks = "", suggestion, ...rest] = stdout.split("\n");
    assert.match(first ?? "", /^a\.ts:1:38 warning '.*' is not an error code of .*\? misspelled-code$/);
    assert.equal(code, ` 1 │ /* 签名 👩‍👩‍👧 */    if (err.code === "${wrong}") {}`);
    // After the bar: 3 columns, 4 for the Chinese characters, 1, 2 for the emoji, and 25 more.
    assert.equal(marks, `   │ ${" ".repeat(3 + 4 + 1 + 2 + 25)}${"^".repeat(wrong.length)}`);
    assert.equal(suggestion, `   → ${right}`);
    assert.deepEqual(rest, ["", "1 warning in 1 file.", ""]);
  });

  it("cuts long lines around the code", () => {
    const [before, after] = ["abcdefghij".repeat(40), "0123456789".repeat(40)];
    for (const width of [40, 80, 120]) {
      const { code, marks } = codeFrameOf(`${before}"${wrong}"${after}`, 401, 401 + wrong.length, width);
      assert.equal(code.length, width);
      assert.match(code, /^…[a-j]+"AuthFailure.SignatureExipre/);
      assert.match(code, /…$/);
      assert.equal(marks.length, code.indexOf(wrong) + Math.min(wrong.length, marks.trim().length));
      assert.equal(code.slice(marks.indexOf("^"), marks.length), wrong.slice(0, marks.trim().length));
    }
  });

  it("cuts lines of wide characters between characters", () => {
    const { code, marks } = codeFrameOf(`${"签".repeat(100)}X${"名".repeat(100)}`, 100, 101, 50);
    assert.match(code, /^…签+X名+…$/);
    const columns = [...code].reduce((sum, character) => sum + (/[签名]/.test(character) ? 2 : 1), 0);
    assert.ok(columns <= 50 && columns >= 46, String(columns));
    assert.equal(marks.indexOf("^"), 1 + 2 * (code.match(/签/g)?.length ?? 0));
  });

  it("replaces control and bidirectional characters", () => {
    const { code, marks } = codeFrameOf(`a\u001b[31m\u202eb "X"`, 9, 10, 80);
    assert.deepEqual([code, marks], [`a\ufffd[31m\ufffdb "X"`, "         ^"]);
  });

  it("counts skipped files, and lists them with --verbose", async () => {
    await write("a.ts", "\0");
    await write("b.bin", "x");
    const { status, stdout } = check(["a.ts", "b.bin"]);
    assert.equal(status, 0);
    assert.match(stdout, /^No findings in 0 files\.\n2 files skipped: 1 binary, 1 unsupported; --verbose/);
    assert.match(check(["a.ts", "--json", "--verbose"]).stderr, /skipped a\.ts: binary/);
  });

  it("shows hints only with --hints, and never fails because of them", async () => {
    await write("a.ts", `// error-codes-ignore-next-line\n${compared(right)}`);
    const { status, stdout } = check(["a.ts"]);
    assert.deepEqual(
      [status, stdout],
      [0, "No findings in 1 file.\n1 hint not shown; --hints shows them.\n"],
    );
    assert.match(check(["a.ts", "--hints"]).stdout, /a\.ts:1:4 hint .* unused-ignore\n.*\n.*\n\n1 hint in 1/);
    assert.equal(check(["a.ts", "--json"]).json().length, 1);
  });

  it("shows the position of related code", async () => {
    await write("a.ts", `const retryableErrorCodes = [\n  "${right}",\n  "${right}",\n  "Throttling",\n];\n`);
    assert.match(check(["."]).stdout, /a\.ts:3:4 warning [\s\S]*\n {3}↳ a\.ts:2:4 \S/);
  });
});
