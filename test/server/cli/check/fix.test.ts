import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, link, lstat, readdir, readFile, stat, symlink } from "node:fs/promises";
import type { CheckResult } from "../../../../server/cli/check/check-result.ts";
import { fix } from "../../../../server/cli/check/fix.ts";
import { replaceFile } from "../../../../server/cli/replacing-files.ts";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

const module = new URL("../../../../server/cli/replacing-files.ts", import.meta.url).href;

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

  it("writes a code only once into a switch or list, and tells what it left", async () => {
    const other = "AuthFailure.SignatureExpir";
    const text = (first: string) =>
      `switch (err.code) { case "${first}": case "${other}": break; }\n${compared(other)}`;
    await write("a.ts", text(wrong));
    const { status, stdout, json } = check(["a.ts", "--fix", "--json"]);
    assert.equal(await read("a.ts"), text(right).replace(`"${other}")`, `"${right}")`));
    const [left, ...more] = json();
    assert.deepEqual([status, more, left?.literal], [1, [], other], stdout);
    assert.deepEqual(left?.range.start, { line: 0, character: 62 });
    await write("b.ts", text(wrong));
    assert.match(
      check(["b.ts", "--fix"]).stdout,
      /^b\.ts:1:63 not fixed: '\S+' → 'AuthFailure\.SignatureExpire' would repeat a code that is here already$/m,
    );
  });

  it("writes through symbolic links", async function () {
    if (process.platform === "win32") this.skip();
    await write("real.ts", compared(wrong));
    await symlink("real.ts", at("link.ts"));
    check(["link.ts", "--fix"]);
    assert.equal(await read("real.ts"), compared(right));
    assert.ok((await lstat(at("link.ts"))).isSymbolicLink());
  });

  it("keeps hard links, and cuts what a longer text left", async () => {
    const long = `${compared("A.Right")}${compared(wrong)}`;
    await write("a.ts", `// the misspelled code is longer\n${compared(`${wrong}`)}`);
    await link(at("a.ts"), at("b.ts"));
    check(["a.ts", "--fix"]);
    for (const name of ["a.ts", "b.ts"]) assert.doesNotMatch(await read(name), new RegExp(wrong));
    assert.equal((await stat(at("a.ts"))).nlink, 2);
    await replaceFile(at("a.ts"), long);
    await replaceFile(at("b.ts"), "short");
    assert.equal(await read("a.ts"), "short");
  });

  it("removes what a killed run left, but nothing of a run that is alive or of anyone else", async () => {
    await write("sub/a.ts", compared(wrong));
    const script = `import { replaceFile } from ${JSON.stringify(module)};
      await replaceFile(${JSON.stringify(at("sub/a.ts"))}, "x".repeat(300_000_000));`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
    const temporary = async () => (await readdir(at("sub"))).filter((name) => name.endsWith(".tmp"));
    for (const end = Date.now() + 20_000; (await temporary()).length === 0 && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 1));
    const [left] = await temporary();
    assert.ok(left, "the run was not killed while it wrote");
    await write(`sub/${left.replace(`-${child.pid}-`, `-${process.pid}-`)}`, "of a run that is alive");
    await write("sub/.error-codes.tmp", "of someone else");
    child.kill("SIGKILL");
    await once(child, "exit");
    check(["sub", "--fix", "--rule", "misspelled-code=hint"]);
    assert.deepEqual((await temporary()).sort(), [
      left.replace(`-${child.pid}-`, `-${process.pid}-`),
      ".error-codes.tmp",
    ]);
    assert.equal(await read("sub/a.ts"), compared(wrong));
  });

  it("never writes a file that is not valid UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from("// \xe9\xff\n", "latin1"), Buffer.from(compared(wrong))]);
    await write("a.ts", bytes);
    const { status, stderr } = check(["a.ts", "--fix"]);
    assert.deepEqual(await readFile(at("a.ts")), bytes);
    assert.equal(status, 1);
    assert.match(stderr, /^error-codes: a\.ts is not fixed: it is not valid UTF-8\.$/m);
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
    const fixed = await fix({ path: at("a.ts"), text }, all, async () => []);
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
