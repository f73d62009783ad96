import assert from "node:assert/strict";
import { chmod, lstat, readdir, readFile, stat, symlink } from "node:fs/promises";
import type { CheckResult } from "../../../../server/cli/check/check-result.ts";
import { fix } from "../../../../server/cli/check/fix.ts";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

describe("check --fix", () => {
  const { at, check, read, write } = checkFolder();

  it("applies single certain suggestions and leaves everything else unchanged", async () => {
    const text = `\uFEFF// 签名\r\n\t${compared(wrong).trim()} ${compared(wrong).trim()}\r\nlast`;
    await write("a.ts", text);
    await chmod(at("a.ts"), 0o750);
    const { status, stdout } = check(["a.ts", "--fix"]);
    assert.equal(await read("a.ts"), text.replaceAll(wrong, right));
    if (process.platform !== "win32") assert.equal((await stat(at("a.ts"))).mode & 0o777, 0o750);
    assert.equal(status, 0);
    assert.deepEqual(stdout.split("\n"), [
      `a.ts:2:20 fixed: '${wrong}' → '${right}'`,
      `a.ts:2:71 fixed: '${wrong}' → '${right}'`,
      "No findings in 1 file.",
      "",
    ]);
  });

  it("reports the remaining findings, and lists fixes on standard error for machine-readable formats", async () => {
    const rest = `"RequestLimitExceeded", "RequestLimitExceeded"];\n`;
    await write("a.ts", `const retryableErrorCodes = ["${wrong}", ${rest}`);
    const { status, json, stderr } = check(["a.ts", "--fix", "--json"]);
    assert.equal(await read("a.ts"), `const retryableErrorCodes = ["${right}", ${rest}`);
    assert.match(stderr, /^a\.ts:1:31 fixed: /);
    assert.deepEqual([status, json().map(({ rule }) => rule)], [1, ["duplicate-code"]]);
  });

  it("writes through symbolic links", async function () {
    if (process.platform === "win32") this.skip();
    await write("real.ts", compared(wrong));
    await symlink("real.ts", at("link.ts"));
    check(["link.ts", "--fix"]);
    assert.equal(await read("real.ts"), compared(right));
    assert.ok((await lstat(at("link.ts"))).isSymbolicLink());
  });

  it("never writes a file that is not valid UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from("// \xe9\xff\n", "latin1"), Buffer.from(compared(wrong))]);
    await write("a.ts", bytes);
    const { status, stderr } = check(["a.ts", "--fix"]);
    assert.deepEqual(await readFile(at("a.ts")), bytes);
    assert.equal(status, 1);
    assert.match(stderr, /^a\.ts is not fixed: it is not valid UTF-8\.$/m);
  });

  it("leaves no temporary file behind and does not fix hints", async () => {
    await write("a.ts", compared(wrong));
    check(["a.ts", "--fix", "--rule", "misspelled-code=hint"]);
    assert.equal(await read("a.ts"), compared(wrong));
    check(["a.ts", "--fix"]);
    assert.deepEqual(await readdir(at(".")), ["a.ts"]);
  });

  it("applies equal suggestions of two rules once, and contradictory ones not at all", async () => {
    const text = `${compared("A.Wrong")}${compared("B.Wrong")}`;
    await write("a.ts", text);
    const found = (rule: string, line: number, suggestion: string): CheckResult => ({
      path: at("a.ts"),
      range: { start: { line, character: 18 }, end: { line, character: 25 } },
      rule,
      severity: "warning",
      message: "",
      literal: "",
      suggestions: [suggestion],
      related: [],
      line: "",
    });
    const all = ["A.Right", "B.Right"].flatMap((one, line) => [
      found("misspelled-code", line, one),
      found("unknown-code", line, line === 0 ? one : "B.Other"),
    ]);
    const fixed = await fix({ path: at("a.ts"), text }, all);
    assert.equal(fixed?.edits.length, 1);
    assert.equal(await read("a.ts"), `${compared("A.Right")}${compared("B.Wrong")}`);
  });

  it("replaces a withdrawn code by its successor", async () => {
    await write("codes.yaml", deprecated);
    await write(".error-codes.yaml", "catalogs:\n  - path: codes.yaml\n");
    await write("a.ts", compared("OldThing.Failed"));
    check(["a.ts", "--fix"]);
    assert.equal(await read("a.ts"), compared("NewThing.Failed"));
  });
});

const deprecated = `version: 1
provider: tencent-cloud
service: thing
name: { en: Thing }
entries:
  - code: OldThing.Failed
    summary: { en: It failed. }
    deprecated: { use: NewThing.Failed }
  - code: NewThing.Failed
    summary: { en: It failed. }
`;
