import assert from "node:assert/strict";
import type { CheckResult } from "../../../../server/cli/check/check-result.ts";
import { codeFrameOf } from "../../../../server/cli/check/formats/code-frame.ts";
import { pretty } from "../../../../server/cli/check/formats/pretty.ts";
import type { Severity } from "../../../../server/configuration/severity.ts";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

const finding = (severity: Severity): CheckResult => ({
  path: "x",
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  rule: "misspelled-code",
  severity,
  message: "m",
  literal: "l",
  suggestions: [],
  related: [],
  line: "",
});

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

    const { status, stdout } = check(["."]);
    assert.equal(status, 0);
    assert.match(stdout, /^No findings in 0 files\.\n1 file skipped: 1 binary; --verbose/);
    assert.match(check([".", "--json", "--verbose"]).stderr, /skipped a\.ts: binary/);
  });

  it("shows as many findings of a file as somebody reads, errors and warnings first, and counts the others", async () => {
    await write(".error-codes.yaml", "rules: { duplicate-code: off }\n");
    // All on one line, as in configurations.
    const codes = Array.from({ length: 4000 }, () => wrong).join(", ");
    await write("a.yaml", `tencent: tencentcloudapi.com\nerrorCodes: [${codes}]\n`);
    await write("b.ts", compared(wrong));
    const { status, stdout } = check(["."]);
    assert.equal(status, 1);
    assert.match(stdout, /\n\n… and 3,900 more in a\.yaml; --format json lists all of them\.\n\nb\.ts:1:/);
    assert.match(stdout, /4,001 warnings in 3 files\.\n$/);
    assert.ok(stdout.length < 100_000);
    assert.match(
      check(["a.yaml", "--lang", "zh-CN"]).stdout,
      /\n……a\.yaml 中还有 3,900 个；--format json 可列出全部。\n/,
    );
    assert.equal(check([".", "--json"]).json().length, 4001);
    const file = (severity: Severity, count: number) =>
      Array.from({ length: count }, (): CheckResult => finding(severity));
    const mixed = [...file("hint", 150), ...file("error", 60), ...file("warning", 60)];
    const shown = pretty({ found: mixed, files: ["x"], root: "/", version: "0", lang: "en" });
    const counts = ["error", "warning", "hint"].map((one) => shown.split(`x:1:1 ${one} `).length - 1);
    assert.deepEqual(counts, [60, 40, 0]);
  });

  it("counts in the language of the run", async () => {
    await write("a.ts", `${compared(wrong)}// error-codes-ignore-next-line\n${compared(right)}`);
    await write("b.ts", "\0");
    const { stdout } = check([".", "--lang", "zh-CN"]);
    assert.match(
      stdout,
      /\n1 个文件中有 1 个警告。\n1 条提示未显示；--hints 可显示。\n已跳过 1 个文件：二进制 1；--verbose 可列出。\n$/,
    );
    assert.match(check(["b.ts", "--lang", "zh-CN"]).stdout, /^0 个文件中没有问题。\n/);
    assert.match(
      check([".", "--lang", "both"]).stdout,
      /\n1 warning in 1 file\. \/ 1 个文件中有 1 个警告。\n/,
    );
    check([".", "--baseline", "base.json", "--update-baseline"]);
    const known = check([".", "--baseline", "base.json", "--lang", "zh-CN"]).stdout;
    assert.match(known, /\n基线已忽略 \d+ 个问题。\n/);
    await write("a.ts", "");
    const stale = check([".", "--baseline", "base.json", "--lang", "zh-CN"]).stdout;
    assert.match(
      stale,
      /\n基线条目已过时：a\.ts 中的“AuthFailure\.SignatureExipre”（misspelled-code），有 1 处已不存在。\n/,
    );
    await write("a.ts", compared(wrong));
    assert.match(
      check(["a.ts", "--fix", "--lang", "zh-CN"]).stdout,
      /^a\.ts:1:19 已修复：“[\w.]+” → “[\w.]+”$/m,
    );
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
