import assert from "node:assert/strict";
import manifest from "../../../../package.json" with { type: "json" };
import { outputsOf } from "../../../../server/cli/check/outputs.ts";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

const actions = { GITHUB_ACTIONS: "true" };

describe("check: its reports", () => {
  const { check, read, write } = checkFolder();

  it("writes several at once, of the working folder if no path is given", async () => {
    await write("src/a.ts", compared(wrong) + compared(wrong));
    await write("b.py", `if e.code == "${wrong}":\n    pass\n`);
    const files = ["compact=out/c.txt", "gitlab=out/g.json", "json=out/j.json", "sarif=out/s.sarif"];
    const { status, stdout } = check(["--format", "pretty", ...files.flatMap((file) => ["--format", file])]);
    assert.equal(status, 1);
    assert.match(stdout, /3 warnings in 2 files\.\n$/);

    const [matcher] = manifest.contributes.problemMatchers;
    const lines = (await read("out/c.txt")).trimEnd().split("\n");
    const matched = lines.map((line) => new RegExp(matcher?.pattern.regexp ?? "").exec(line)?.slice(1));
    assert.deepEqual(
      matched.map((one) => one?.map((part) => part.replace(/^'.*/, "…"))),
      [
        ["b.py", "1", "15", "warning", "…", "misspelled-code"],
        ["src/a.ts", "1", "19", "warning", "…", "misspelled-code"],
        ["src/a.ts", "2", "19", "warning", "…", "misspelled-code"],
      ],
    );

    const issues = JSON.parse(await read("out/g.json")) as Record<string, unknown>[];
    assert.deepEqual(
      issues.map(({ check_name, severity, location }) => [check_name, severity, location]),
      [
        ["misspelled-code", "minor", { path: "b.py", lines: { begin: 1, end: 1 } }],
        ["misspelled-code", "minor", { path: "src/a.ts", lines: { begin: 1, end: 1 } }],
        ["misspelled-code", "minor", { path: "src/a.ts", lines: { begin: 2, end: 2 } }],
      ],
    );
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 3);
    assert.equal(JSON.parse(await read("out/j.json")).length, 3);
    assert.equal(JSON.parse(await read("out/s.sarif")).runs[0].results.length, 3);
  });

  it("annotates lines in a job of GitHub Actions, without being asked", async () => {
    await write("a.ts", compared(wrong));
    const { stdout } = check(["a.ts"], { env: actions });
    assert.match(stdout, /^a\.ts:1:19 warning /);
    assert.match(stdout, /^::warning file=a\.ts,line=1,/m);
  });

  it("replaces the file that --output names, and says nothing else", async () => {
    await write("a.ts", compared(wrong));
    await write("report.txt", "before");
    const { status, stdout, stderr } = check(["a.ts", "--output", "report.txt"], { env: actions });
    assert.deepEqual([status, stdout, stderr], [1, "", ""]);
    assert.match(await read("report.txt"), /^a\.ts:1:19 warning [\s\S]*1 warning in 1 file\.\n$/);
  });

  it("asks for files where two would go to standard output", () => {
    const [pretty, json, sarif] = [
      { format: "pretty" },
      { format: "json" },
      { format: "sarif", file: "s" },
    ] as const;
    assert.deepEqual(outputsOf({}, {}), [pretty]);
    assert.deepEqual(outputsOf({}, actions), [pretty, { format: "github" }]);
    assert.deepEqual(outputsOf({ json: true }, actions), [json]);
    assert.deepEqual(outputsOf({ format: [json, sarif] }, actions), [json, sarif]);
    assert.deepEqual(outputsOf({ format: [json, sarif], output: "f" }, {}), [{ ...json, file: "f" }, sarif]);
    assert.throws(() => outputsOf({ format: [pretty, json] }, {}), /write --format json=FILE\.$/);
    assert.throws(() => outputsOf({ format: [sarif], output: "f" }, {}), /each --format has one already/);
    assert.throws(() => outputsOf({ format: [sarif], json: true }, {}), /exclude each other/);
  });
});

describe("check: files that are named", () => {
  const { check, write } = checkFolder();
  const names = ["a.bin", "b.min.js", "c.css", "d.ts"];
  beforeEach(async () => {
    await write("a.bin", "\0\0");
    await write("b.min.js", `${compared(right).trim().repeat(3000)}\n`);
    await write("c.css", "a {}\n");
    await write("d.ts", "\0");
  });

  it("are named again if they are not read, and the check has failed", () => {
    const { status, stdout, stderr } = check(names);
    assert.equal(status, 2);
    assert.match(stdout, /^No findings in 0 files\./);
    const told = stderr.split("\n").map((line) => /^error-codes: '(.*?)' is not checked: \S/.exec(line)?.[1]);
    assert.deepEqual(told.filter(Boolean), names);
  });

  it("are passed over where that is wanted, and in folders", () => {
    assert.equal(check([...names, "--ignore-unknown"]).status, 0);
    assert.equal(check([]).status, 0);
  });
});
