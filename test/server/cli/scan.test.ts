import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { newFolder } from "../harness/folder.ts";

const known = `if (e.code === "AuthFailure.SignatureExpire") {}\n`;

describe("scan", () => {
  const folder = newFolder();
  const { at, write } = folder;
  const run = (...args: string[]) => folder.run(["scan", ...args]);
  const scanned = (...args: string[]): { path: string; text: string; line: number }[] =>
    run("--json", ...args)
      .stdout.split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));

  it("counts skipped files, and lists them with reasons with --verbose", async () => {
    await write(".gitignore", "out/\n*.gen.ts\n");
    await write("out/a.ts", known);
    await write("out/b.ts", known);
    await write("a.gen.ts", known);
    await write("binary.ts", `\0${known}`);
    await write("huge.ts", known.repeat(60_000));
    await write("jquery.min.js", known);
    await write("kept.ts", known);
    const { stdout, stderr } = run(".", "--verbose");
    assert.deepEqual(stderr.trim().split("\n").sort(), [
      "skipped a.gen.ts: ignored (by .gitignore)",
      "skipped binary.ts: binary",
      "skipped huge.ts: huge (2.9 MB, the limit is 2.0 MB)",
      "skipped jquery.min.js: minified",
      "skipped out: ignored (by .gitignore)",
    ]);
    assert.match(stdout, /\n4 files and 1 folder skipped: 1 binary, 1 minified, 1 huge, 2 ignored\.\n$/);
    const terse = run(".");
    assert.equal(terse.stderr, "");
    assert.match(terse.stdout, /2 ignored; --verbose names them\.\n$/);
    assert.doesNotMatch(run("kept.ts").stdout, /skipped/);
  });

  it("lists files that cannot be read", async function () {
    if (process.platform === "win32") this.skip();
    const server = createServer().listen(at("socket"));
    await once(server, "listening");
    const { status, stderr } = run("socket", "--verbose");
    server.close();
    assert.equal(status, 0);
    assert.match(stderr, /^skipped socket: unreadable \(it is not a regular file\)\n$/);
  });

  const minified = `function f(e){return e.code==="AuthFailure.SignatureExpire"?g(e):h(e,!0)};`;
  const longLines: [title: string, path: string, text: string, isRead: boolean][] = [
    ["minified code", "a.js", minified.repeat(20), false],
    [
      "minified code below a licence",
      "b.js",
      `/*! MIT */\n${minified.repeat(20)}\n//# sourceMappingURL=b.js.map\n`,
      false,
    ],
    ["code with a long string", "c.ts", `const logo = "${"iVBORw0KGgo/+Ab1=".repeat(200)}";\n${known}`, true],
    [
      "code with a long table",
      "d.ts",
      `const codes = [${`"AuthFailure.SignatureExpire",`.repeat(60)}];\n`,
      true,
    ],
    [
      "unwrapped documentation",
      "i.java",
      `/**\n * ${"Either (a) or (b); a=b. ".repeat(60)}\n */\n${known}`,
      true,
    ],
    ["JSON on one line", "e.json", `[${`{"Code":"AuthFailure.SignatureExpire"},`.repeat(60)}{}]`, true],
    [
      "a paragraph",
      "f.md",
      `${"Call it again (or not); see a=b & c. ".repeat(40)}\`AuthFailure.SignatureExpire\``,
      true,
    ],
    ["a log", "g.log", `${"GET /?a=b&c=(d); ".repeat(60)} code=AuthFailure.SignatureExpire\n`, true],
    ["a table", "h.csv", `${"1;2;(3);4=5;".repeat(60)}AuthFailure.SignatureExpire\n`, true],
  ];
  for (const [title, path, text, isRead] of longLines) {
    it(`${isRead ? "reads" : "skips"} ${title}`, async () => {
      await write(path, text);
      assert.equal(scanned(path).length > 0, isRead);
    });
  }

  it("marks codes that only their names explain, and says in Chinese that a path does not exist", async () => {
    await write(
      "waf.ts",
      'import "tencentcloud-sdk-nodejs";\nif (e.code === "InvalidParameter.TLSParameterErr") {}\n',
    );
    const report = (lang: string) => run("waf.ts", "--lang", lang).stdout;
    assert.match(report("en"), /InvalidParameter\.TLSParameterErr {2}from its name$/m);
    assert.match(report("zh-CN"), /InvalidParameter\.TLSParameterErr {2}据其名称$/m);
    for (const command of ["scan", "check"]) {
      const { status, stderr } = folder.run([command, "no/such", "--lang", "zh-CN"]);
      assert.equal(status, 2);
      assert.match(stderr, /无法读取“no\/such”：没有这个文件或文件夹。/);
    }
  });

  it("reports codes by provider, unknown codes last", async () => {
    await write("a.ts", `${known}${known}if (e.code === "Throttling.User") {}\n`);
    await write("b.ts", `${known}if (e.code === "NoSuch.Thing.Anywhere") {}\n`);
    const { stdout } = run(".");
    assert.match(stdout, /^Tencent Cloud\n +uses +files +code\n +3 +2 +AuthFailure\.SignatureExpire\n/);
    assert.match(
      stdout,
      /Alibaba Cloud\n[\s\S]*Throttling\.User\n[\s\S]*Unknown\n[\s\S]*NoSuch\.Thing\.Anywhere\n/,
    );
    assert.match(stdout, /\n5 error codes in 2 files, 3 different: 2 known, 1 unknown\.\n$/);
    const chinese = run(".", "--lang", "zh-CN").stdout;
    assert.match(chinese, /^腾讯云\n +次数 +文件 +错误码\n +3 +2 +AuthFailure\.SignatureExpire\n/);
    assert.match(chinese, /\n未知\n[\s\S]*\n2 个文件中有 5 个错误码，共 3 种：已知 2 种，未知 1 种。\n$/);
    await write("c.ts", known);
    assert.match(run("c.ts").stdout, /\n1 error code in 1 file, 1 different: 1 known, 0 unknown\.\n$/);
  });

  /** A text that other threads are started to parse if a folder has as many files with it as here. */
  const long = "// No code is in such a line.\n".repeat(400);

  it("finds the same literals, in the order of the files, when threads scan many files", async () => {
    for (let index = 0; index < 300; index++)
      await write(`f${1000 + index}.ts`, known.repeat(1 + (index % 3)) + long);
    const found = scanned(".");
    assert.equal(found.length, 600);
    assert.deepEqual(
      found.map(({ path }) => path),
      found.map(({ path }) => path).sort(),
    );
  });

  it("counts all files, whether a thread parses them or their words tell that nothing has to be", async () => {
    for (let index = 0; index < 300; index++) {
      await write(`f${1000 + index}.ts`, index % 2 ? known + long : long);
      await write(`f${1000 + index}.bin`, "\0");
    }
    assert.match(
      run(".").stdout,
      /\n150 error codes in 150 of 300 files, 1 different: 1 known, 0 unknown\.\n300 files skipped: 300 binary; /,
    );
  });

  it("finds codes in Go whose evidence is elsewhere in the file", async () => {
    const idle = Array.from(
      { length: 9 },
      (_, n) => `// f: "AuthFailure"\nfunc f${n}() string {\n\treturn "Plain" + \`}\`\n}\n`,
    );
    const text = [
      "package a\n",
      `var expected = []string{"NotKnown.Failed", "InvalidThing"}\n`,
      ...idle,
      "func g(e Error) bool {\n\treturn slices.Contains(expected, e.Code)\n}\n",
      ...idle,
      `func h(err Error) bool {\n\tvar code = err.Code\n\treturn code == "StrangeThing"\n}\n`,
    ].join("\n");
    await write("a.go", text);
    const lines = text.split("\n");
    const found = scanned("a.go");
    assert.deepEqual(
      found.map(({ text }) => text),
      ["NotKnown.Failed", "InvalidThing", "StrangeThing"],
    );
    for (const { line, text } of found) assert.ok(lines[line]?.includes(text));
  });
});
