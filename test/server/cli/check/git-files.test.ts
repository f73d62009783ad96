import assert from "node:assert/strict";
import { chmod, mkdir, symlink } from "node:fs/promises";
import { checkFolder, compared, wrong } from "./check-folder.ts";

describe("check: files that git ignores", () => {
  const { at, check, git, literals, read, write } = checkFolder();
  const names = (...args: string[]) => literals(args).map((line) => line.replace(` ${wrong}`, ""));
  const writeAll = async (...paths: string[]) => {
    for (const path of paths) await write(path, compared(wrong));
  };
  const commit = (...args: string[]) => {
    git(...args, "init", "-q", "-b", "main");
    git(...args, "add", ".");
    git(...args, "commit", "-qm", "one");
  };

  it("heeds rules above the path, those of the repository alone, and those of the user", async () => {
    await writeAll("src/a.ts", "src/gen/b.ts", "src/mine/c.ts", "src/of-user.ts");
    await write(".gitignore", "gen/\n");
    git("init", "-q");
    await write(".git/info/exclude", "mine/\n");
    await write("user-excludes", "of-user.ts\n");
    git("config", "core.excludesFile", at("user-excludes"));
    assert.deepEqual(names("src"), ["src/a.ts"]);
    assert.deepEqual(names("src/**/*.ts"), ["src/a.ts"]);
    assert.deepEqual(names("."), ["src/a.ts"]);
    assert.match(check(["src"]).stdout, /1 file and 2 folders skipped: 3 ignored; --verbose names them\.\n$/);
    assert.match(check(["src", "--verbose"]).stderr, /^skipped src\/gen: ignored \(by git\)$/m);
  });

  it("checks tracked files that a rule ignores, and the files of an ignored folder that is named", async () => {
    await writeAll("out/a.ts", "out/tracked.ts");
    await write(".gitignore", "out/\n");
    git("init", "-q");
    git("add", "-f", "out/tracked.ts");
    assert.deepEqual(names("."), ["out/tracked.ts"]);
    git("rm", "-q", "--cached", "out/tracked.ts");
    assert.deepEqual(names("."), []);
    assert.deepEqual(names("out"), ["out/a.ts", "out/tracked.ts"]);
  });

  it("keeps the order of names, and does not follow links", async () => {
    await writeAll("a.ts", "a/z.ts", "a-b/y.ts", "B.ts", "ä ö.ts", "[x].ts");
    await mkdir(at("empty/below"), { recursive: true });
    await symlink(at("a"), at("link"));
    const order = ["B.ts", "[x].ts", "a/z.ts", "a-b/y.ts", "a.ts", "ä ö.ts"];
    assert.deepEqual(names("."), order);
    commit();
    assert.deepEqual(names("."), order);
    assert.deepEqual(names("link"), ["link/z.ts"]);
    assert.doesNotMatch(check(["."]).stdout, /skipped/);
  });

  it("asks each repository within the folder about its own files: submodules, clones, worktrees", async () => {
    await writeAll("a.ts", "nested/b.ts", "nested/out/c.ts");
    await write("nested/.gitignore", "out/\n");
    commit("-C", "nested");
    commit();
    await write("../module/m.ts", compared(wrong));
    await write("../module/local.ts", compared(wrong));
    git("-C", "../module", "init", "-q");
    git("-C", "../module", "add", "m.ts");
    git("-C", "../module", "commit", "-qm", "one");
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../module", "module");
    await write(".git/modules/module/info/exclude", "mine.ts\n");
    await writeAll("module/mine.ts", "module/new.ts");
    git("worktree", "add", "-q", "tree");
    await write(".git/info/exclude", "mine.ts\n");
    await writeAll("tree/mine.ts", "tree/other.ts");
    const inTree = ["tree/a.ts", "tree/other.ts"];
    assert.deepEqual(names("."), ["a.ts", "module/m.ts", "module/new.ts", "nested/b.ts", ...inTree]);
    assert.deepEqual(names("tree"), inTree);
    assert.deepEqual(names("module", "nested"), ["module/m.ts", "module/new.ts", "nested/b.ts"]);
  });

  it("runs git once for a folder, and twice for many folders of a repository", async function () {
    if (process.platform === "win32") this.skip();
    await writeAll("a/x.ts", "b/x.ts", "c/x.ts", "d/x.ts");
    commit();
    await write("bin/git", `#!/bin/sh\necho run >> "${at("runs")}"\nPATH="$OLD_PATH" exec git "$@"\n`);
    await chmod(at("bin/git"), 0o755);
    const runs = async (...paths: string[]) => {
      await write("runs", "");
      const env = { PATH: `${at("bin")}:${process.env.PATH}`, OLD_PATH: process.env.PATH };
      assert.equal(check(paths, { env }).status, 1);
      return (await read("runs")).split("\n").length - 1;
    };
    assert.equal(await runs("."), 1);
    assert.equal(await runs("a", "b", "c", "d"), 2);
    assert.equal(await runs("a/x.ts", "b/x.ts"), 0);
  });

  it("reads the rules itself where git is missing or refuses, and says so once", async () => {
    await writeAll("src/a.ts", "src/gen/b.ts", "src/mine/c.ts", "lib/d.ts");
    await write(".gitignore", "gen/\n");
    git("init", "-q");
    await write(".git/info/exclude", "mine/\n");
    for (const [env, reason] of [
      [{ PATH: at("empty") }, /git cannot be run here/],
      [{ GIT_TEST_ASSUME_DIFFERENT_OWNER: "true" }, /dubious ownership/],
    ] as const) {
      const { stdout, stderr } = check(["src", "lib", "--json"], { env });
      assert.match(stderr, reason);
      assert.match(stderr, /^The \.gitignore files in '.*work' are read, because [^\n]*\n$/);
      const paths = JSON.parse(stdout).map(({ path }: { path: string }) => path.replaceAll("\\", "/"));
      assert.deepEqual(paths, ["src/a.ts", "lib/d.ts"]);
    }
  });

  it("says nothing about git outside of a repository", async () => {
    await writeAll("a.ts");
    for (const env of [{}, { PATH: at("empty") }]) assert.equal(check(["."], { env }).stderr, "");
  });
});
