import assert from "node:assert/strict";
import { symlink } from "node:fs/promises";
import type { CheckResult } from "../../../server/cli/check/check-result.ts";
import { newFolder } from "../harness/folder.ts";

const secret = "hunter2";
const catalog = "version: 1\nprovider: acme\nentries:\n  - code: Acme.Secret\n";
const source = 'if (err.code === "Acme.Secret") {}\n';
const formats = ["pretty", "json", "sarif", "github", "junit"];

describe("the files that a configuration may name on the command line", function () {
  this.timeout(60_000);
  const { at, run, write } = newFolder();
  const configure = (...paths: string[]) =>
    write(
      ".error-codes.json",
      JSON.stringify({ catalogs: paths.map((path) => ({ path, provider: "acme" })) }),
    );
  const knows = (...args: string[]) => run(["explain", "Acme.Secret", ...args]).status === 0;

  it("are those of its own folder, or of its repository", async () => {
    await write("../outside.yaml", catalog);
    await write("../inner.yaml", catalog);
    await configure("../outside.yaml");
    const { status, stderr } = run(["explain", "Acme.Secret"]);
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^\.error-codes\.json:1:\d+: This leads out of the repository .*; --allow-outside permits it\.$/m,
    );
    assert.ok(knows("--allow-outside"));
    assert.equal(run(["--allow-outside", "list", "--provider", "acme", "--json"]).json().length, 1);
    await write("../.git/HEAD", "");
    assert.ok(knows());
    await write("../.git/shared.yaml", catalog);
    await configure("../.git/shared.yaml");
    assert.ok(!knows());
  });

  it("are told apart from others by check and scan, in all threads", async () => {
    await write("../outside.yaml", catalog);
    await configure("../outside.yaml");
    for (let index = 0; index < 140; index++) await write(`src/${index}.ts`, source);
    const [first, ...rest] = run(["check", ".", "--json"]).json() as CheckResult[];
    assert.match(first?.message ?? "", /--allow-outside/);
    assert.deepEqual([rest, first?.severity, first?.path], [[], "warning", ".error-codes.json"]);
    assert.equal(run(["check", ".", "--allow-outside"]).status, 0);
    const matches = (...args: string[]) =>
      run(["scan", "src", "--json", ...args])
        .stdout.split("\n")
        .filter((line) => line.includes('"provider":"acme","service"')).length;
    assert.deepEqual([matches(), matches("--allow-outside")], [0, 140]);
  });

  it("are judged by where links lead, and a configuration is too", async function () {
    if (process.platform === "win32") this.skip();
    await write("../outside.yaml", catalog);
    await write("real/inside.yaml", catalog);
    await symlink(at("../outside.yaml"), at("link.yaml"));
    await symlink(at(".."), at("up"));
    await symlink(at("real/inside.yaml"), at("within.yaml"));
    for (const [path, isRead] of [
      ["link.yaml", false],
      ["l*.yaml", false],
      ["up/shared.yaml", false],
      ["within.yaml", true],
      ["*.yaml", true],
    ] as const) {
      await configure(path);
      assert.equal(knows(), isRead, path);
    }
    await write("../other.json", JSON.stringify({ catalogs: [{ path: "real/inside.yaml" }] }));
    await write("sub/a.ts", source);
    await write("sub/real/inside.yaml", catalog);
    await symlink(at("../other.json"), at("sub/.error-codes.json"));
    const { stdout, status } = run(["check", "sub", "--json"]);
    assert.equal(status, 1);
    assert.match(stdout, /--allow-outside/);
  });

  it("are not quoted in messages, nor shown, if they are no catalogs", async () => {
    const noCatalogs = {
      "environ.yaml": `PATH=/bin\0TOKEN=${secret}\0`,
      "scalar.yaml": secret,
      "list.json": JSON.stringify([secret, 1]),
      "map.json": JSON.stringify({ password: secret, version: secret, provider: { name: secret } }),
      "broken.ini": `[core]\n\ttoken = ${secret}\n`,
      "broken.yaml": `a: [${secret}\nb: "\\${secret}"\n!${secret} *${secret}\n`,
      "alias.yaml": `a: *${secret}\n`,
      "tag.yaml": `a: !!${secret} x\n`,
      "block.yaml": `a: |${secret}\n  x\n`,
      "double.yaml": `a: "\\${secret}"\n`,
      "keys.yaml": `${"k".repeat(500)}: ${secret}\n`,
      "notes.md": `# ${secret}\n\n| a | b |\n|---|---|\n| ${secret} | x |\n`,
    };
    for (const [name, text] of Object.entries(noCatalogs)) await write(name, text);
    await configure(...Object.keys(noCatalogs));
    await write("a.ts", source);
    for (const format of formats) {
      const { stdout, stderr } = run(["check", "a.ts", "--format", format]);
      assert.match(stdout, /environ\.yaml/);
      assert.doesNotMatch(stdout + stderr, new RegExp(`${secret}|k{100}`), format);
    }
  });

  it("show their faulty line if they are catalogs", async () => {
    await write("acme.yaml", `${catalog}    httpStatus: 4000\n`);
    await configure("acme.yaml");
    await write("a.ts", source);
    assert.match(
      run(["check", "a.ts"]).stdout,
      /acme\.yaml:5:17 .* at most 599, not 4000\. .*\n 5 │ httpStatus: 4000\n/,
    );
  });
});
