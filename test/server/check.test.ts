import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Log, ReportingDescriptor } from "sarif";
import type { Diagnostic } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { fix } from "../../server/cli/check/fix.ts";
import type { Found } from "../../server/cli/check/found.ts";
import { frame } from "../../server/cli/check/frame.ts";
import { languageOfPath } from "../../server/languages/index.ts";
import { Client, Open } from "./client.ts";

const root = join(import.meta.dirname, "../..");
const cli = join(root, "dist/cli.js");
const wrong = "AuthFailure.SignatrueExpire";
const right = "AuthFailure.SignatureExpire";
const compared = (code: string) => `if (err.code === "${code}") {}\n`;

describe("check", () => {
  let folder: string;
  const at = (path: string) => join(folder, path);
  const read = (path: string) => readFile(at(path), "utf8");
  const write = async (path: string, text: string | Uint8Array) => {
    await mkdir(dirname(at(path)), { recursive: true });
    await writeFile(at(path), text);
  };
  /** Runs `check` in the folder, as a user does. */
  const check = (args: string[], { input = "", path = process.env.PATH ?? "" } = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "check", ...args], {
      cwd: folder,
      encoding: "utf8",
      input,
      env: { ...process.env, LC_ALL: "en_US.UTF-8", CI: "true", PATH: path, GITHUB_ACTIONS: "true" },
    });
    return { status, stdout, stderr, json: () => JSON.parse(stdout) as Found[] };
  };
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder });
  const literals = (args: string[]) =>
    check([...args, "--json"])
      .json()
      .map(({ path, literal }) => `${path.split(sep).join("/")} ${literal}`);

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "error-codes-check-")), "work");
    // Whose codes are meant is clear, so that misspelled ones are certain.
    await write("../package.json", `{ "dependencies": { "tencentcloud-sdk-nodejs": "^4" } }`);
    await mkdir(folder);
  });
  afterEach(() => rm(dirname(folder), { recursive: true, force: true }));

  describe("for people", () => {
    it("shows the line with the code marked, behind tabs, wide characters and emoji", async () => {
      await write("a.ts", `\t/* 签名 👩‍👩‍👧 */\t${compared(wrong)}`);
      const { status, stdout, stderr } = check(["a.ts"]);
      assert.deepEqual([status, stderr], [1, ""]);
      const [first, code = "", marks = "", suggestion, ...rest] = stdout.split("\n");
      assert.match(first ?? "", /^a\.ts:1:38 warning '.*' is not an error code of .*\? misspelled-code$/);
      assert.equal(code, ` 1 │ /* 签名 👩‍👩‍👧 */    if (err.code === "${wrong}") {}`);
      // Behind the bar: 3 columns, 4 for the characters, 1, 2 for the family, and 27 more.
      assert.equal(marks, `   │ ${" ".repeat(3 + 4 + 1 + 2 + 25)}${"^".repeat(wrong.length)}`);
      assert.equal(suggestion, `   → ${right}`);
      assert.deepEqual(rest, ["", "1 warning in 1 file.", ""]);
    });

    it("cuts long lines around the code", () => {
      const [before, behind] = ["abcdefghij".repeat(40), "0123456789".repeat(40)];
      for (const width of [40, 80, 120]) {
        const { code, marks } = frame(`${before}"${wrong}"${behind}`, 401, 401 + wrong.length, width);
        assert.equal(code.length, width);
        assert.match(code, /^…[a-j]+"AuthFailure.SignatrueExpire/);
        assert.match(code, /…$/);
        assert.equal(marks.length, code.indexOf(wrong) + Math.min(wrong.length, marks.trim().length));
        assert.equal(code.slice(marks.indexOf("^"), marks.length), wrong.slice(0, marks.trim().length));
      }
    });

    it("cuts lines of wide characters without breaking one", () => {
      const { code, marks } = frame(`${"签".repeat(100)}X${"名".repeat(100)}`, 100, 101, 50);
      assert.match(code, /^…签+X名+…$/);
      const columns = [...code].reduce((sum, one) => sum + (/[签名]/.test(one) ? 2 : 1), 0);
      assert.ok(columns <= 50 && columns >= 46, String(columns));
      assert.equal(marks.indexOf("^"), 1 + 2 * (code.match(/签/g)?.length ?? 0));
    });

    it("lets no text play tricks on the terminal", () => {
      const { code, marks } = frame(`a\u001b[31m\u202eb "X"`, 9, 10, 80);
      assert.deepEqual([code, marks], [`a\ufffd[31m\ufffdb "X"`, "         ^"]);
    });

    it("tells what is skipped, and names it where that is asked for", async () => {
      await write("a.ts", "\0");
      await write("b.bin", "x");
      const { status, stdout } = check(["a.ts", "b.bin"]);
      assert.equal(status, 0);
      assert.match(stdout, /^No findings in 0 files\.\n2 files skipped: 1 binary, 1 unsupported; --verbose/);
      assert.match(check(["a.ts", "--json", "--verbose"]).stderr, /skipped a\.ts: binary/);
    });

    it("shows hints where they are asked for, and never fails at them", async () => {
      await write("a.ts", `// error-codes-ignore-next-line\n${compared(right)}`);
      const { status, stdout } = check(["a.ts"]);
      assert.deepEqual(
        [status, stdout],
        [0, "No findings in 1 file.\n1 hint not shown; --hints shows them.\n"],
      );
      assert.match(
        check(["a.ts", "--hints"]).stdout,
        /a\.ts:1:4 hint .* unused-ignore\n.*\n.*\n\n1 hint in 1/,
      );
      assert.equal(check(["a.ts", "--json"]).json().length, 1);
    });

    it("points to the other place that a finding rests on", async () => {
      await write(
        "a.ts",
        `const retryableErrorCodes = [\n  "${right}",\n  "${right}",\n  "Throttling",\n];\n`,
      );
      assert.match(check(["."]).stdout, /a\.ts:3:4 warning [\s\S]*\n {3}↳ a\.ts:2:4 \S/);
    });
  });

  describe("exit code", () => {
    const cases: [args: string[], status: number][] = [
      [[], 1],
      [["--max-warnings", "1"], 1],
      [["--max-warnings", "2"], 0],
      [["--max-warnings", "2", "--rule", "misspelled-code=error"], 1],
      [["--rule", "misspelled-code=hint"], 0],
      [["--rule", "misspelled-code=information"], 0],
      [["--rule", "misspelled-code=error", "--rule", "misspelled-code=off"], 0],
    ];
    for (const [args, status] of cases) {
      it(`is ${status} for two warnings with ${args.join(" ") || "no flags"}`, async () => {
        await write("a.ts", compared(wrong) + compared(wrong));
        assert.equal(check(["a.ts", ...args]).status, status);
      });
    }

    const misused: [what: string, args: string[], said: RegExp][] = [
      ["a path that is not there", ["no/such"], /Cannot read 'no\/such'/],
      ["a glob that matches nothing", ["a.ts", "src/**/*.go"], /'src\/\*\*\/\*\.go' matches no file/],
      ["an unknown rule", ["a.ts", "--rule", "misspeled-code=off"], /Did you mean 'misspelled-code'/],
      ["an unknown severity", ["a.ts", "--rule", "misspelled-code=err"], /Did you mean 'error'/],
      ["half a rule", ["a.ts", "--rule", "misspelled-code"], /rule=severity/],
      ["a number that is none", ["a.ts", "--max-warnings", "-1"], /whole number from 0/],
      ["an unknown format", ["a.ts", "--format", "xml"], /pretty, json, sarif, github, junit/],
      ["two formats", ["a.ts", "--json", "--format", "sarif"], /exclude each other/],
      ["a baseline that is not there", ["a.ts", "--baseline", "b.json"], /--update-baseline makes it/],
      ["a baseline that is none", ["a.ts", "--baseline", "a.ts"], /it is no JSON/],
      ["a baseline to write without a name", ["a.ts", "--update-baseline"], /--baseline FILE/],
      ["standard input without a name", ["-"], /--stdin-path is missing/],
      ["a name without standard input", ["a.ts", "--stdin-path", "a.ts"], /give '-'/],
      ["standard input to be mended", ["-", "--stdin-path", "a.ts", "--fix"], /standard input is none/],
      ["a folder that git does not know", ["a.ts", "--since", "HEAD"], /is in none/],
    ];
    for (const [what, args, said] of misused) {
      it(`is 2 with one sentence at ${what}`, async () => {
        await write("a.ts", compared(right));
        const { status, stdout, stderr } = check(args);
        assert.deepEqual([status, stdout], [2, ""]);
        assert.match(stderr, said);
        assert.equal(stderr.trim().split("\n").length, 1, stderr);
      });
    }

    it("is 2 where a file cannot be read", async function () {
      if (process.platform === "win32") this.skip();
      const socket = createServer().listen(at("a.ts"));
      await once(socket, "listening");
      const { status, stderr } = check(["a.ts"]);
      socket.close();
      assert.equal(status, 2);
      assert.match(stderr, /^Cannot read 'a\.ts': .*\.\n$/);
    });
  });

  describe("for machines", () => {
    const valid = () => {
      const ajv = new Ajv({ strict: false, unicodeRegExp: false });
      addFormats(ajv);
      return ajv.compile(schema);
    };
    beforeEach(async () => {
      await write(
        "sub folder/ä,b.ts",
        `${compared(right)}\n  /* 签名 */ ${compared(wrong)}${compared(wrong)}`,
      );
      await write(
        "list.py",
        `error_codes = [\n    "${right}",\n    "Throttling",\n    "${right}",\n]\n# error-codes-ignore-line\n`,
      );
      await write(".error-codes.yaml", "rules:\n  duplicate-code: error\n  nonsense: off\n");
      await mkdir(at(".git"));
    });

    it("writes SARIF that its schema takes", () => {
      const { status, stdout } = check([".", "--format", "sarif", "--hints"]);
      assert.equal(status, 1);
      const log = JSON.parse(stdout) as Log;
      const isValid = valid();
      assert.ok(isValid(log), JSON.stringify(isValid.errors, undefined, 2));
      const [run] = log.runs;
      const results = run?.results ?? [];
      assert.equal(run?.columnKind, "utf16CodeUnits");
      assert.match(run?.originalUriBaseIds?.SRCROOT?.uri ?? "", /^file:\/\/\/.*\/$/);
      assert.deepEqual(results.map(({ ruleId, level }) => `${ruleId} ${level}`).sort(), [
        "configuration warning",
        "duplicate-code error",
        "misspelled-code warning",
        "misspelled-code warning",
        "unused-ignore note",
      ]);
      for (const { ruleId, ruleIndex = -1 } of results) {
        const descriptor: ReportingDescriptor | undefined = run?.tool.driver.rules?.[ruleIndex];
        assert.equal(descriptor?.id, ruleId);
        assert.match(descriptor?.helpUri ?? "", /^https:.*\.md$/);
      }
      const misspelled = results.filter(({ ruleId }) => ruleId === "misspelled-code");
      assert.deepEqual(misspelled[0]?.locations?.[0]?.physicalLocation, {
        artifactLocation: { uri: "sub%20folder/%C3%A4%2Cb.ts", uriBaseId: "SRCROOT" },
        region: { startLine: 3, startColumn: 30, endLine: 3, endColumn: 30 + wrong.length },
      });
      const prints = misspelled.map(({ partialFingerprints }) => partialFingerprints?.["errorCode/v1"]);
      assert.equal(new Set(prints).size, 2);
      const duplicate = results.find(({ ruleId }) => ruleId === "duplicate-code");
      assert.equal(duplicate?.relatedLocations?.[0]?.physicalLocation?.region?.startLine, 2);
    });

    it("refuses SARIF that is none", () => {
      const isValid = valid();
      assert.ok(!isValid({ version: "2.1.0", runs: [{ results: [{ text: "no message" }] }] }));
    });

    it("keeps the fingerprint of a finding that moved", async () => {
      const prints = () =>
        (JSON.parse(check([".", "--format", "sarif"]).stdout) as Log).runs[0]?.results?.map(
          ({ partialFingerprints }) => partialFingerprints,
        );
      const before = prints();
      await write("list.py", `\n\n${await read("list.py")}`);
      assert.deepEqual(prints(), before);
    });

    it("annotates lines on GitHub, with all that would end a property escaped", async () => {
      const { stdout } = check([".", "--format", "github"]);
      const [first = ""] = stdout.split("\n").filter((line) => line.includes("misspelled-code"));
      assert.match(first, /^::warning file=sub folder\/ä%2Cb\.ts,line=3,col=30,endLine=3,endColumn=57,/);
      assert.match(first, /,title=misspelled-code::'AuthFailure\.SignatrueExpire' is not /);
      assert.match(stdout, /^::error file=list\.py,line=4,.*title=duplicate-code::.*%0A2: /m);
      assert.ok(
        stdout.split("\n").every((line) => line === "" || line.startsWith("::")),
        stdout,
      );
    });

    it("counts paths from the root of the repository", async () => {
      const { stdout } = spawnSync(process.execPath, [cli, "check", ".", "--format", "github"], {
        cwd: at("sub folder"),
        encoding: "utf8",
      });
      assert.match(stdout, /file=sub folder\/ä%2Cb\.ts,/);
    });

    it("writes JUnit with a suite for each file", async () => {
      await write("fine & <well>.ts", compared(right));
      const { stdout } = check([".", "--format", "junit", "--hints"]);
      assert.equal(XMLValidator.validate(stdout), true);
      const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => /^test/.test(name) });
      const [all] = parser.parse(stdout).testsuites;
      const suites = all.testsuite as { "@_name": string; "@_failures": string; testcase: object[] }[];
      assert.deepEqual(suites.map((one) => [one["@_name"], one["@_failures"], one.testcase.length]).sort(), [
        [".error-codes.yaml", "1", 1],
        ["fine & <well>.ts", "0", 1],
        ["list.py", "1", 2],
        ["sub folder/ä,b.ts", "2", 2],
      ]);
      assert.deepEqual([all["@_tests"], all["@_failures"]], ["6", "4"]);
      assert.match(stdout, /<failure message="&apos;Auth[^"]*" type="warning">sub folder\/ä,b\.ts:3:30: /);
    });

    it("escapes what would break XML, also where it cannot be escaped", async function () {
      if (process.platform === "win32") this.skip();
      await write('a"<&>\u0001.ts', compared(wrong));
      const { stdout } = check([".", "--format", "junit"]);
      assert.equal(XMLValidator.validate(stdout), true);
      assert.ok(stdout.includes("&quot;&lt;&amp;&gt;\ufffd.ts"), stdout);
    });
  });

  describe("--fix", () => {
    it("mends what has one sure suggestion and leaves all else as it is", async () => {
      const text = `\uFEFF// 签名\r\n\t${compared(wrong).trim()} ${compared(wrong).trim()}\r\nlast`;
      await write("a.ts", text);
      await chmod(at("a.ts"), 0o750);
      const { status, stdout } = check(["a.ts", "--fix"]);
      assert.equal(await read("a.ts"), text.replaceAll(wrong, right));
      if (process.platform !== "win32") assert.equal((await stat(at("a.ts"))).mode & 0o777, 0o750);
      assert.equal(status, 0);
      assert.deepEqual(stdout.split("\n"), [
        `a.ts:2:20 mended: '${wrong}' → '${right}'`,
        `a.ts:2:71 mended: '${wrong}' → '${right}'`,
        "No findings in 1 file.",
        "",
      ]);
    });

    it("reports what is left, and says on standard error what it mended where machines read", async () => {
      await write("a.ts", `const retryableErrorCodes = ["${wrong}", "${right}", "RequestLimitExceeded"];\n`);
      const { status, json, stderr } = check(["a.ts", "--fix", "--json"]);
      assert.equal(
        await read("a.ts"),
        `const retryableErrorCodes = ["${right}", "${right}", "RequestLimitExceeded"];\n`,
      );
      assert.match(stderr, /^a\.ts:1:31 mended: /);
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
      assert.match(stderr, /^a\.ts is not mended: it is not valid UTF-8\.$/m);
    });

    it("leaves no other file behind, and hints as they are", async () => {
      await write("a.ts", compared(wrong));
      check(["a.ts", "--fix", "--rule", "misspelled-code=hint"]);
      assert.equal(await read("a.ts"), compared(wrong));
      check(["a.ts", "--fix"]);
      assert.deepEqual(await readdir(folder), ["a.ts"]);
    });

    it("writes once what two rules want alike, and nothing where they differ", async () => {
      const text = `${compared("A.Wrong")}${compared("B.Wrong")}`;
      await write("a.ts", text);
      const found = (rule: string, line: number, suggestion: string): Found => ({
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

    it("puts what took its place for a withdrawn code of a catalog", async () => {
      await write("codes.yaml", deprecated);
      await write(".error-codes.yaml", "catalogs:\n  - path: codes.yaml\n");
      await write("a.ts", compared("OldThing.Failed"));
      check(["a.ts", "--fix"]);
      assert.equal(await read("a.ts"), compared("NewThing.Failed"));
    });
  });

  describe("--baseline", () => {
    const base = ["--baseline", "old.json"];

    it("lets old findings pass and new ones fail, wherever they moved", async () => {
      await write("src/a.ts", compared(wrong));
      assert.equal(check(["src", ...base, "--update-baseline"]).status, 0);
      const moved = `// more\n\n  ${compared(wrong)}`;
      await write("src/a.ts", moved);
      const passed = check(["src", ...base]);
      assert.deepEqual(
        [passed.status, passed.stdout],
        [0, "No findings in 1 file.\n1 finding passed by the baseline.\n"],
      );
      await write("src/a.ts", `${moved}${compared(wrong)}`);
      const { status, json } = check(["src", ...base, "--json"]);
      assert.deepEqual([status, json().map(({ range }) => range.start.line)], [1, [3]]);
      await write("src/b.ts", compared(wrong));
      assert.equal(check(["src/b.ts", ...base]).status, 1);
    });

    it("writes sorted lines that name no line, and nothing else when nothing changed", async () => {
      await write("b.ts", compared(wrong) + compared(wrong));
      await write("a.ts", compared(wrong));
      check([".", ...base, "--update-baseline"]);
      const text = await read("old.json");
      const entry = (count: number) => ({ rule: "misspelled-code", code: wrong, count });
      const value = { version: 1, findings: { "a.ts": [entry(1)], "b.ts": [entry(2)] } };
      assert.equal(text, `${JSON.stringify(value, undefined, 2)}\n`);
      check(["b.ts", "a.ts", ...base, "--update-baseline"]);
      assert.equal(await read("old.json"), text);
    });

    it("tells entries that are no longer found, of files that were looked at or are gone", async () => {
      for (const name of ["a.ts", "b.ts", "c.ts"]) await write(name, compared(wrong));
      check([".", ...base, "--update-baseline"]);
      await write("a.ts", compared(right));
      await rm(at("b.ts"));
      await write("c.ts", compared(right));
      const { status, stdout } = check(["a.ts", ...base]);
      assert.equal(status, 0);
      assert.match(stdout, /has 1 of '.*' \(misspelled-code\) too many in a\.ts\.\n.* too many in b\.ts\./);
      assert.doesNotMatch(stdout, /c\.ts/);
      check(["a.ts", ...base, "--update-baseline"]);
      assert.deepEqual(Object.keys(JSON.parse(await read("old.json")).findings), ["c.ts"]);
    });
  });

  describe("--since", () => {
    it("checks what was committed, changed or made since a revision", async () => {
      for (const name of ["old", "staged", "changed", "committed", "sub/deep"])
        await write(`${name}.ts`, compared(wrong));
      await write(".gitignore", "ignored.ts\n");
      git("init", "-q", "-b", "main");
      git("add", ".");
      git("commit", "-qm", "one");
      await write("committed.ts", `\n${compared(wrong)}`);
      git("commit", "-qam", "two");
      await write("staged.ts", `\n${compared(wrong)}`);
      git("add", "staged.ts");
      await write("changed.ts", `\n${compared(wrong)}`);
      await write("new ä.ts", compared(wrong));
      await write("ignored.ts", compared(wrong));
      await write("sub/deep.ts", `\n${compared(wrong)}`);
      const since = (revision: string, ...paths: string[]) =>
        literals([...paths, "--since", revision]).map((one) => one.split(` ${wrong}`)[0]);
      const uncommitted = ["changed.ts", "new ä.ts", "staged.ts", "sub/deep.ts"];
      assert.deepEqual(since("HEAD", "."), uncommitted);
      assert.deepEqual(since("HEAD~1", "."), ["changed.ts", "committed.ts", ...uncommitted.slice(1)]);
      assert.deepEqual(since("HEAD", "sub", "old.ts"), ["sub/deep.ts"]);
      assert.deepEqual(since("HEAD", "sub/*.ts", "changed.ts"), ["sub/deep.ts", "changed.ts"]);
      assert.deepEqual(check(["old.ts", "--since", "HEAD"]).status, 0);
    });

    it("passes over what others did on the branch meanwhile", async () => {
      await write("a.ts", compared(right));
      git("init", "-q", "-b", "main");
      git("add", ".");
      git("commit", "-qm", "one");
      git("checkout", "-qb", "mine");
      git("checkout", "-q", "main");
      await write("a.ts", compared(right) + compared(right));
      git("commit", "-qam", "theirs");
      git("checkout", "-q", "mine");
      assert.match(check([".", "--since", "main"]).stdout, /^No findings in 0 files/);
    });

    it("says so where there is no such revision, or no git", async () => {
      await write("a.ts", compared(right));
      git("init", "-q");
      git("add", ".");
      git("commit", "-qm", "one");
      for (const revision of ["nowhere", "--output=x"]) {
        const { status, stderr } = check([".", `--since=${revision}`]);
        assert.equal(status, 2);
        assert.equal(
          stderr,
          `error-codes: There is no revision '${revision}' in the git repository of '.'.\n`,
        );
      }
      const { status, stderr } = check([".", "--since", "HEAD"], { path: at("empty") });
      assert.equal(status, 2);
      assert.equal(stderr, "error-codes: --since needs git, which cannot be run here.\n");
    });
  });

  describe("what is checked", () => {
    it("is what globs match, each file once, and nothing that git ignores", async () => {
      for (const path of ["src/a.ts", "src/b/c.ts", "src/b/c.py", "src/[id].ts", ".hidden/d.ts", "out/e.ts"])
        await write(path, compared(wrong));
      await write(".gitignore", "out/\n");
      const names = (...args: string[]) => literals(args).map((one) => one.split(" ")[0]);
      assert.deepEqual(names("src/**/*.ts", "src/a.ts"), ["src/[id].ts", "src/a.ts", "src/b/c.ts"]);
      assert.deepEqual(names("**/*.ts"), [".hidden/d.ts", "src/[id].ts", "src/a.ts", "src/b/c.ts"]);
      assert.deepEqual(names("src/{a,b/c}.ts"), ["src/a.ts", "src/b/c.ts"]);
      assert.deepEqual(names("src/[id].ts"), ["src/[id].ts"]);
      assert.deepEqual(names(at("src/b/*.ts")).length, 1);
    });

    it("is standard input under a name, which tells language and configuration", async () => {
      await write("sub/.error-codes.yaml", "rules: { misspelled-code: error }\n");
      const [found] = check(["-", "--stdin-path", "sub/x.py", "--json"], {
        input: `\uFEFFif e.code == "${wrong}": pass\n`,
      }).json();
      assert.deepEqual(
        [found?.path, found?.severity, found?.range.start.character],
        ["sub/x.py", "error", 14],
      );
      assert.equal(check(["-", "--stdin-path", "x.py"], { input: "" }).status, 0);
    });

    it("is governed by the nearest configuration, whose problems are findings, too", async () => {
      await write("a/.error-codes.yaml", "rules:\n  misspelled-code: off\ncatalogs:\n  - path: codes.yaml\n");
      await write("a/codes.yaml", "provider: acme\nservice: common\nentries:\n  - cod: X\n");
      await write("a/x.ts", compared(wrong));
      await write("b/x.ts", compared(wrong));
      const found = check(["a", "b", "--json"]).json();
      assert.deepEqual(found.map(({ path, rule }) => `${path.split(sep).join("/")} ${rule}`).slice(0, 2), [
        "b/x.ts misspelled-code",
        "a/codes.yaml configuration",
      ]);
      assert.match(
        check(["a"]).stdout,
        /^a\/codes\.yaml:4:5 \w+ .* configuration\n 4 │ - cod: X\n {3}│ {3}\^\^\^/m,
      );
      assert.equal(check(["b", "--rule", "misspelled-code=off"]).status, 0);
    });

    const candidates: [what: string, path: string, text: string][] = [
      [
        "a word that does not sound like a failure, far from the code",
        "a.ts",
        `f(\n  e.code ===\n\n    "RequestLimitExceded");`,
      ],
      [
        "a list in a variable",
        "a.go",
        `package a\n\nvar list = []string{"ServiceUnavaliable"}\n\nfunc f() bool { return slices.Contains(list, e.Code) }\n`,
      ],
      [
        "a word between stars, where nothing is named a code",
        "a.ts",
        `const retryableErrors = ["*${wrong}*"];\n`,
      ],
      ["a word between stars", "a.sh", `[[ $code == *"${wrong}"* ]]\n`],
      ["bare words", "a.yaml", `errorCodes: [${wrong}]\n`],
      ["a bare value", "a.yaml", `code: Throtling.User\n`],
    ];
    for (const [what, path, text] of candidates) {
      it(`is also ${what}`, async () => {
        await write(path, text);
        const found = check([path, "--json"]).json();
        assert.deepEqual(
          found.map(({ rule }) => rule),
          ["misspelled-code"],
        );
      });
    }

    it("is also what the configuration's own names tell", async () => {
      await write(".error-codes.yaml", "evidence: { functions: [giveUp] }\n");
      await write("a.ts", `giveUp("${wrong}");\n`);
      await write("a.go", `package a\n\nfunc f() { giveUp("${wrong}") }\n`);
      assert.deepEqual(literals(["."]), [`a.go ${wrong}`, `a.ts ${wrong}`]);
    });
  });

  describe("and the language server", () => {
    /** What the server says of a file, in the words of `check`. */
    const diagnosed = async (client: Client, path: string): Promise<unknown[]> => {
      const languageId = languageOfPath(path)?.ids[0];
      if (!languageId) return [];
      const uri = pathToFileURL(path).href;
      const text = await readFile(path, "utf8");
      await client.connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version: 1, text },
      });
      const document = TextDocument.create(uri, languageId, 1, text);
      const found = await new Open(client, document, { line: 0, character: 0 }).diagnose();
      return found.map((one) => ({ path, ...spoken(one) }));
    };
    const spoken = ({ range, severity, code, message, relatedInformation = [] }: Diagnostic) => ({
      range,
      severity: names[severity ?? 0],
      rule: code ?? "configuration",
      message,
      related: relatedInformation.map(({ location, message }) => ({ range: location.range, message })),
    });
    const names = ["", "error", "warning", "information", "hint"];
    const agree = async (where: string, least: number) => {
      const checked = check([where, "--json"])
        .json()
        .map(({ path, range, severity, rule, message, related = [] }) => ({
          path: resolve(folder, path),
          range,
          severity,
          rule,
          message,
          related,
        }));
      const client = await Client.start();
      const files = globSync("**/*.*", { cwd: where, exclude: (name) => name === ".git" });
      const served = [];
      for (const file of [...files, ".error-codes.yaml"].filter((one) => languageOfPath(one)))
        if (await stat(join(where, file)).catch(() => undefined))
          served.push(...(await diagnosed(client, join(where, file))));
      await client.stop();
      const sorted = (all: unknown[]) => [...new Set(all.map((one) => JSON.stringify(one)))].sort();
      assert.ok(checked.length >= least, JSON.stringify(checked));
      assert.deepEqual(sorted(checked), sorted(served));
    };

    it("say the same of the examples", () => agree(join(root, "examples"), 1));

    it("say the same of a folder with everything in it", async () => {
      await write(
        ".error-codes.yaml",
        "rules:\n  parent-compared: warning\n  nonsense: off\nevidence:\n  functions: giveUp\n",
      );
      await write(
        "a.ts",
        `${compared(wrong)}// 签名\r\n${compared("InvalidParameter")}giveUp("${wrong}");\r\n`,
      );
      await write(
        "b.go",
        `package a\n\nfunc g() { x() }\n\nvar list = []string{"ServiceUnavaliable", "${right}", "${right}"}\n\nfunc f() bool { return slices.Contains(list, e.Code) }\n`,
      );
      await write(
        "c.py",
        `# error-codes-ignore-file unknown-code\nif e.code == "${wrong}":  # error-codes-ignore-line\n    pass\n`,
      );
      await write("d.md", `\`\`\`ts\n${compared(wrong)}\`\`\`\n`);
      await write("e/f.yaml", `errorCodes:\n  - ${wrong}\n  - Throttling\n  - Throttling\n`);
      await write(
        "g.java",
        `class A { void f() { switch (e.getErrorCode()) { case "${wrong}": break; case "${right}": case "${right}": } } }\n`,
      );
      await agree(folder, 9);
    });
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
