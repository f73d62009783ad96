import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, rm, symlink, utimes } from "node:fs/promises";
import { checkFolder, compared, right } from "./check-folder.ts";

// Some attacks meet two defences, one of which is enough: here, each of them stands alone.

describe("check: what keeps git from running programs", function () {
  this.timeout(60_000);
  if (process.platform === "win32") return;
  const { at, check, git, read, write } = checkFolder();
  const isSprung = () => existsSync(at("sprung"));
  beforeEach(async () => {
    await write("bait", `#!/bin/sh\ntouch "${at("sprung")}"\n`);
    await chmod(at("bait"), 0o755);
    await write("src/a.ts", compared(right));
    git("init", "-q", "-b", "main");
    git("add", "src");
    git("commit", "-qm", "one");
  });

  /** Checks with a script in place of git; returns the options that stand before its subcommand. */
  const checkWith = async (script: string, path = ".") => {
    await write("bin/git", `#!/bin/sh\nPATH="$OLD_PATH"\nprintf '%s\\n' "$@" >"${at("args")}"\n${script}\n`);
    await chmod(at("bin/git"), 0o755);
    const env = { PATH: `${at("bin")}:${process.env.PATH}`, OLD_PATH: process.env.PATH };
    check([path], { env });
    const args = (await read("args").catch(() => "")).split("\n");
    return args.slice(0, args.indexOf("ls-files"));
  };
  const optionsOfCall = () => checkWith('exec git "$@"');

  /** Returns options without one of them. */
  const without = (options: readonly string[], removed: string) => {
    assert.ok(options.includes(removed), `git is called without ${removed}`);
    const at = options.indexOf(removed);
    return options.toSpliced(removed.includes("=") ? at - 1 : at, removed.includes("=") ? 2 : 1);
  };

  /** Runs git so that it would like to write its index, which a hook follows. */
  const refresh = async (options: readonly string[]) => {
    const later = new Date(Date.now() + 60_000);
    await utimes(at("src/a.ts"), later, later);
    git(...options, "status");
    await utimes(at("src/a.ts"), new Date(), new Date());
    return isSprung();
  };

  it("no hooks, whatever git writes", async () => {
    await write(".git/hooks/post-index-change", await read("bait"));
    await chmod(at(".git/hooks/post-index-change"), 0o755);
    const options = await optionsOfCall();
    const withLocks = without(options, "--no-optional-locks");
    assert.equal(await refresh(withLocks), false);
    assert.equal(await refresh(without(withLocks, "core.hooksPath=/dev/null")), true, "the trap is none");
  });

  it("nothing is written, whatever hooks there are", async () => {
    await write(".git/hooks/post-index-change", await read("bait"));
    await chmod(at(".git/hooks/post-index-change"), 0o755);
    const withHooks = without(await optionsOfCall(), "core.hooksPath=/dev/null");
    assert.equal(await refresh(withHooks), false);
    assert.equal(await refresh(without(withHooks, "--no-optional-locks")), true, "the trap is none");
  });

  /** Creates a folder that git takes for a repository, beside a `.git` that it rejects. */
  const bareRepository = async () => {
    execFileSync("git", ["init", "-q", "--bare", at("evil")]);
    const config = `[core]\n\tbare = false\n\trepositoryformatversion = 0\n\tworktree = .\n\tfsmonitor = ${at("bait")}\n`;
    await write("evil/config", config);
    await write("evil/a.ts", compared(right));
    await mkdir(at("evil/.git"));
  };
  const enter = (options: readonly string[]) =>
    spawnSync("git", [...options, "status"], {
      cwd: at("evil"),
      env: { ...process.env, GIT_WORK_TREE: at("evil") },
      stdio: "ignore",
    }).status;

  it("no folder is taken for a repository by git", async () => {
    const options = await optionsOfCall();
    await bareRepository();
    const withMonitor = without(options, "core.fsmonitor=false");
    assert.notEqual(enter(withMonitor), 0);
    assert.equal(isSprung(), false);
    enter(without(withMonitor, "safe.bareRepository=explicit"));
    assert.equal(isSprung(), true, "the trap is none");
  });

  const disguises: Record<string, () => Promise<void>> = {
    "as it is": async () => {},
    "with a link as its HEAD": async () => {
      await rm(at("evil/HEAD"));
      await symlink("refs/heads/main", at("evil/HEAD"));
    },
    "whose parts are elsewhere": async () => {
      execFileSync("git", ["init", "-q", "--bare", at("parts")]);
      await write("parts/config", await read("evil/config"));
      for (const name of ["objects", "refs"]) await rm(at(`evil/${name}`), { recursive: true });
      await write("evil/commondir", "../parts\n");
    },
  };
  for (const [disguise, make] of Object.entries(disguises)) {
    it(`git, also an older one, is not run in such a folder: ${disguise}`, async () => {
      await bareRepository();
      await make();
      enter([]);
      assert.equal(isSprung(), true, "the trap is none");
      await rm(at("sprung"));
      assert.deepEqual(await checkWith('exec git "$@"', "evil"), []);
      assert.equal(isSprung(), false);
    });
  }
});
