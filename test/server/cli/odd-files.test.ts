import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmod, mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { checkFolder, compared, wrong } from "./check/check-folder.ts";

/** In milliseconds: longer than any command takes, shorter than a wait for a pipe. */
const patience = 20_000;

describe("files that cannot be read like others", () => {
  if (process.platform === "win32") return;
  const { at, check, git, run, write } = checkFolder();
  const pipe = (name: string) => execFileSync("mkfifo", [at(name)]);
  /** Runs a command that must end soon, without a stack trace. */
  const soon = <T extends { stderr: string }>(command: () => T): T => {
    const start = Date.now();
    const result = command();
    assert.ok(Date.now() - start < patience, `it took ${Date.now() - start} ms`);
    assert.doesNotMatch(result.stderr, /^\s+at /m);
    return result;
  };

  it("does not wait for a pipe in the place of any file", async () => {
    await write("a.ts", compared(wrong));
    pipe("b.ts");
    const { status, stderr, stdout } = soon(() => check(["."]));
    assert.match(stdout, new RegExp(wrong));
    assert.match(stderr, /^error-codes: Cannot read 'b\.ts': it is not a regular file\.$/m);
    assert.equal(status, 2);
    await rm(at("b.ts"));
    for (const [name, args, message] of [
      [".gitignore", ["check", "."], /Cannot read '\.gitignore': it is not a regular file/],
      [
        "base.json",
        ["check", ".", "--baseline", "base.json"],
        /the baseline 'base\.json': it is not a regular/,
      ],
      ["d.md", ["import", "d.md", "--provider", "acme"], /Cannot read 'd\.md': it is not a regular file/],
      ["o.yaml", ["import", "a.ts", "--provider", "acme", "-o", "o.yaml"], /'o\.yaml': it is not a file/],
      ["package.json", ["scan", "."], /^$/],
      ["Throttling", ["explain", "Throttling"], /^$/],
    ] as const) {
      pipe(name);
      assert.match(soon(() => run([...args])).stderr, message);
      await rm(at(name));
    }
    for (const name of [".error-codes.yaml", "acme.yaml"]) {
      await write(".error-codes.yaml", "catalogs:\n  - path: [acme.yaml, '*.yaml']\n");
      await rm(at(name), { force: true });
      pipe(name);
      const found = soon(() => check([".", "--json"]));
      if (name === ".error-codes.yaml")
        assert.match(found.stdout, /The file cannot be read: it is not a regular file\./);
      else assert.match(found.stdout, /'acme\.yaml' matches no file/);
      await rm(at(name));
    }
  }).timeout(120_000);

  it("does not start git where it would wait for a pipe", async () => {
    await write("a.ts", compared(wrong));
    git("init", "-q");
    pipe(".gitignore");
    const { stdout, stderr } = soon(() => check(["."]));
    assert.match(stdout, new RegExp(wrong));
    assert.match(stderr, /git does not list its files: '\.gitignore' is not a regular file\.$/m);
    assert.equal(soon(() => check([".", "--since", "HEAD"])).status, 2);
  });

  it("names links in a circle, and names that are not UTF-8", async () => {
    await symlink("loop.ts", at("loop.ts"));
    const bytes = Buffer.concat([Buffer.from(`${at(".")}/`), Buffer.from([0xe4, 0xf6]), Buffer.from(".ts")]);
    await writeFile(bytes, compared(wrong));
    const { status, stderr } = soon(() => check(["."]));
    assert.equal(status, 2);
    assert.match(stderr, /^error-codes: Cannot read 'loop\.ts': its symbolic links form a circle\.$/m);
    assert.match(stderr, /^error-codes: Cannot read '\ufffd\ufffd\.ts': its name is not valid UTF-8\.$/m);
  });

  it("names files and folders without permission", async function () {
    // Nothing is closed to the superuser.
    if (process.getuid?.() === 0) this.skip();
    await write("locked.ts", compared(wrong));
    await write("closed/a.ts", compared(wrong));
    await chmod(at("locked.ts"), 0);
    await chmod(at("closed"), 0);
    const { status, stderr } = soon(() => check(["."]));
    await chmod(at("closed"), 0o700);
    assert.equal(status, 2);
    assert.match(stderr, /^error-codes: Cannot read 'locked\.ts': permission denied\.$/m);
    assert.match(stderr, /^error-codes: Cannot read 'closed': permission denied\.$/m);
  });

  it("names what is reached only through links, and reads it if it is named", async () => {
    await write("../elsewhere/b.ts", compared(wrong));
    await write("real/a.ts", compared(wrong));
    await symlink(at("../elsewhere"), at("folder"));
    await symlink(at("../elsewhere/b.ts"), at("b.ts"));
    await symlink(at("real"), at("inside"));
    await symlink(at("nowhere.ts"), at("dangling.ts"));
    await symlink(at("../elsewhere/b.ts"), at("notes.txt"));
    const { status, stdout, stderr } = check([".", "--verbose"]);
    assert.equal(status, 1);
    assert.match(stdout, /1 file and 1 folder skipped: 2 linked\.\n/);
    assert.deepEqual(
      stderr
        .split("\n")
        .filter((line) => line.includes("linked"))
        .map((line) => line.replace(/ \(.*/, "")),
      ["skipped b.ts: linked", "skipped folder: linked"],
    );
    assert.match(check(["b.ts", "folder", "--json"]).stdout, /"path": "folder\/b\.ts"/);
  });

  it("reads files whose size is unknown, and no more of any file than it can use", async function () {
    if (process.platform !== "linux") this.skip();
    await write(".error-codes.yaml", "catalogs:\n  - path: /proc/self/limits\n");
    assert.match(soon(() => check([".", "--json"])).stdout, /"rule": "configuration"/);
    assert.match(
      soon(() => run(["explain", "/proc/self/limits"])).stderr,
      /^error-codes: No error was found in/m,
    );
    await write(".error-codes.yaml", "x".repeat(21_000_000));
    await write("a.ts", compared(wrong));
    assert.match(soon(() => check([".", "--json"])).stdout, /The file cannot be read: it is too large\./);
  });

  it("stops searching for catalogs, and says where the pattern is", async () => {
    for (let index = 0; index < 5100; index++) await mkdir(at(`deep/${index}`), { recursive: true });
    await write("deep/5/acme.yaml", "version: 1\nprovider: acme\n");
    await write(".error-codes.yaml", "\ncatalogs:\n  - path: '**/*.yaml'\n");
    await write("a.ts", compared(wrong));
    const [found] = soon(() => check(["a.ts", "--json"]))
      .json()
      .filter(({ rule }) => rule === "configuration");
    assert.match(found?.message ?? "", /The search for '\*\*\/\*\.yaml' was stopped after 5,000 folders/);
    assert.deepEqual([found?.path, found?.range.start], [".error-codes.yaml", { line: 2, character: 10 }]);
    // Links in a circle are entered once.
    await rename(at("deep"), join(at(".."), "deep"));
    await mkdir(at("few"));
    await symlink(at("."), at("few/up"));
    assert.doesNotMatch(soon(() => check(["a.ts", "--json"])).stdout, /was stopped/);
    // The disk is not crawled.
    await write(".error-codes.yaml", "catalogs:\n  - path: '/**/no-such-catalog.yaml'\n");
    soon(() => check(["a.ts", "--json"]));
  }).timeout(60_000);
});
