import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { newFolder } from "../harness/folder.ts";

describe("command line", () => {
  /** An entry as `--json` prints it. */
  type Listed = { provider: string; code: string; basis: string; summary: { en: string } };
  /** The numbers of codes that the vendors' tables have, without placeholders. */
  const leastCodes: Record<string, number> = {
    "tencent-cloud": 11_866,
    "alibaba-cloud": 10_655,
    aws: 2_649,
    "zenlayer-cloud": 157,
  };

  const folder = newFolder();
  const { at, write } = folder;
  const run = (...args: string[]) => folder.run(args);

  it("lists codes by provider, under any of its names, and service", () => {
    const all = run("list", "--json").json();
    // A table of a vendor that is lost would be noticed here.
    const codesOf = (id: string) =>
      new Set(all.flatMap(({ provider, code }: Listed) => (provider === id ? code : []))).size;
    assert.deepEqual(
      ["tencent-cloud", "alibaba-cloud", "aws", "zenlayer-cloud"].map(
        (id) => codesOf(id) >= (leastCodes[id] ?? 0),
      ),
      [true, true, true, true],
    );
    const found = run("list", "--provider", "腾讯云", "--service", "dc", "--json");
    assert.equal(found.status, 0);
    const [first] = found.json();
    assert.deepEqual([first.provider, first.service], ["tencent-cloud", "dc"]);
    const bases = found.json().map(({ basis }: Listed) => basis);
    assert.deepEqual([...new Set(bases)].sort(), ["name", "own"]);
    assert.ok(bases.length > 20);
    assert.match(run("list", "--provider", "zenlayer").stdout, /REQUEST_TIMED_OUT +503 +The server/);
  });

  it("names the version of Node.js that is needed where an older one runs it, as the server does", async () => {
    await write(
      "older.cjs",
      'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.19.0" } });',
    );
    for (const program of ["cli.js", "server.js"]) {
      const path = join(import.meta.dirname, "../../../dist", program);
      const found = spawnSync(process.execPath, ["--require", at("older.cjs"), path], { encoding: "utf8" });
      assert.deepEqual(
        [found.status, found.stderr],
        [2, "error-codes needs Node.js 22 or newer; this is Node.js 20.19.0.\n"],
      );
    }
  });

  for (const [name, args, exitCodes] of [
    ["a list", ["list", "--json"], [0]],
    // It has found something, or was cut off before it could say so.
    ["a check", ["check", "a.ts"], [1, 141]],
  ] as const)
    it(`ends quietly when its output is no longer read, as behind head: ${name}`, async () => {
      await write("a.ts", 'if (err.code === "AuthFailure.SignatureExpired") retry();\n'.repeat(2000));
      const path = join(import.meta.dirname, "../../../dist/cli.js");
      const running = spawn(process.execPath, [path, ...args], {
        cwd: at("."),
        stdio: ["ignore", "pipe", "pipe"],
      });
      let errors = "";
      running.stderr.setEncoding("utf8").on("data", (text: string) => {
        errors += text;
      });
      await once(running.stdout, "data");
      running.stdout.destroy();
      const [exitCode] = await once(running, "close");
      assert.equal(errors, "");
      assert.ok((exitCodes as readonly unknown[]).includes(exitCode), `${exitCode}`);
    });

  it("looks codes up", () => {
    const found = run("lookup", "signature", "expire", "--json", "--limit", "3").json();
    assert.equal(found.length, 3);
    assert.ok(found.some((one: { code: string }) => one.code === "AuthFailure.SignatureExpire"));
    const nothing = run("lookup", "xqzvwkj");
    assert.deepEqual([nothing.status, nothing.stdout], [1, ""]);
    assert.equal(run("lookup", "xqzvwkj", "--lang", "zh-CN").stderr, "error-codes: 没有找到“xqzvwkj”。\n");
  });

  it("says how many codes a search found, if it does not list all of them", () => {
    const all = run("lookup", "signature", "--json", "--limit", "10000").json().length;
    assert.ok(all > 20);
    const some = run("lookup", "signature");
    assert.equal(some.stdout.trim().split("\n").length, 20);
    assert.equal(some.stderr, `20 of ${all} results; --limit ${all} shows all of them.\n`);
    const chinese = run("lookup", "signature", "--lang", "zh-CN", "--json");
    assert.equal(chinese.stderr, `20 条，共 ${all} 条；--limit ${all} 可显示全部。\n`);
    assert.equal(run("lookup", "signature", "--limit", String(all)).stderr, "");
  });

  it("explains codes in the requested language", () => {
    const found = run("explain", "Throttling", "--lang", "zh-CN");
    assert.equal(found.status, 0);
    assert.match(found.stdout, /阿里云 · 公共错误码 · HTTP 400 · 限流/);
    const [{ entry }] = run("explain", "Throttling", "--json").json();
    const { provider, service, code, httpStatus, kind, retry } = entry;
    assert.deepEqual(
      { provider, service, code, httpStatus, kind, retry },
      {
        provider: "alibaba-cloud",
        service: "common",
        code: "Throttling",
        httpStatus: [400],
        kind: "throttling",
        retry: "backoff",
      },
    );
  });

  it("explains that a code has been withdrawn, and what replaces it", async () => {
    await write(".error-codes.yaml", "catalogs: [{ path: acme.yaml }]\n");
    await write(
      "acme.yaml",
      "version: 1\nprovider: acme\nentries:\n  - { code: Acme.PaperOut, deprecated: { use: Acme.OutOfPaper } }\n  - { code: Acme.Gone, deprecated: true }\n  - code: Acme.OutOfPaper\n",
    );
    assert.match(run("explain", "Acme.PaperOut").stdout, /^Withdrawn; use instead Acme\.OutOfPaper$/m);
    assert.match(run("explain", "Acme.Gone").stdout, /^Withdrawn\.$/m);
    assert.doesNotMatch(run("explain", "Acme.OutOfPaper").stdout, /Withdrawn/);
    const [{ entry }] = run("explain", "Acme.PaperOut", "--json").json();
    assert.deepEqual(entry.deprecated, { use: "Acme.OutOfPaper" });
  });

  it("suggests the nearest code for an unknown one", () => {
    const found = run("explain", "Throtling");
    assert.equal(found.status, 1);
    assert.match(found.stderr, /'Throtling' is not in the catalog\. Did you mean Throttling\?/);
  });

  it("checks files and folders", async () => {
    await write(
      "src/a.go",
      `package a\nimport "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"\nfunc f() bool { return 签名(e) || e.Code == "AuthFailure.SignatureExpired" }\n`,
    );
    await write("b.yaml", "code: Throttling\n");
    const found = run("check", at("."), "--json");
    assert.equal(found.status, 1);
    assert.deepEqual(found.json(), [
      {
        path: at("src/a.go"),
        range: { start: { line: 2, character: 43 }, end: { line: 2, character: 71 } },
        rule: "misspelled-code",
        severity: "warning",
        message:
          "'AuthFailure.SignatureExpired' is not an error code of Tencent Cloud. Did you mean 'AuthFailure.SignatureExpire'?",
        literal: "AuthFailure.SignatureExpired",
        suggestions: ["AuthFailure.SignatureExpire"],
      },
    ]);
    const pretty = run("check", at("."));
    assert.match(pretty.stdout, /a\.go:3:44 warning .*misspelled-code\n(?:.*\n)*\n1 warning in 2 files\.\n$/);
    assert.equal(run("check", at("b.yaml")).status, 0);
  });

  it("skips files that git ignores and binary files", async () => {
    const wrong = `if (e.code === "AuthFailure.SignatureExpired") {}\n`;
    await write(".gitignore", "out/\n*.gen.ts\n");
    await write("out/a.ts", wrong);
    await write("a.gen.ts", wrong);
    await write("node_modules/x/a.ts", wrong);
    await write("sub/.gitignore", "!kept.gen.ts\n");
    await write("sub/kept.gen.ts", wrong);
    await write("binary.ts", `\0${wrong}`);
    const found = run("check", at("."), "--json").json();
    assert.deepEqual(
      found.map(({ path }: { path: string }) => path),
      [at("sub/kept.gen.ts")],
    );
  });

  it("does not count a byte order mark as a column", async () => {
    await write("a.ts", `\uFEFFif (e.code === "AuthFailure.SignatureExpired") {}\r\n`);
    const [found] = run("check", at("."), "--json").json();
    assert.equal(found.range.start.character, 16);
  });

  const misuses: [title: string, args: string[], message: RegExp][] = [
    ["an unknown command", ["frob"], /unknown command 'frob'/],
    ["an unknown flag", ["list", "--frob"], /unknown option '--frob'/],
    [
      "an unknown provider",
      ["list", "--provider", "acme"],
      /There is no provider 'acme'\. Known values: .*tencent-cloud/,
    ],
    ["an unknown service", ["list", "--service", "acme"], /There is no service 'acme'/],
    ["a file that does not exist", ["check", "no/such/file"], /Cannot read 'no\/such\/file'/],
    ["a missing argument", ["codes"], /missing required argument/],
    ["a limit that is not a number", ["lookup", "a", "--limit", "many"], /--limit/],
    ["an unknown language", ["explain", "a", "--lang", "de"], /--lang/],
  ];
  for (const [title, args, message] of misuses) {
    it(`exits with 2 and a one-sentence message for ${title}`, () => {
      const { status, stdout, stderr } = run(...args);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, message);
      assert.equal(stderr.trim().split("\n").length, 1, stderr);
    });
  }

  it("prints help", () => {
    const { status, stdout } = run("--help");
    assert.equal(status, 0);
    for (const command of ["list", "lookup", "explain", "check"])
      assert.match(stdout, new RegExp(`^ +${command} `, "m"));
    assert.match(stdout, /Exit codes/);
  });
});
