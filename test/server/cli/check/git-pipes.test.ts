import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmod, rm } from "node:fs/promises";
import { type ScanResult, scanRequest } from "../../../../server/protocol/index.ts";
import { Client } from "../../harness/client.ts";
import { checkFolder, compared, wrong } from "./check-folder.ts";

/** In milliseconds: longer than any command takes, shorter than git waits for a pipe. */
const patience = 20_000;

describe("check: repositories with named pipes", function () {
  this.timeout(120_000);
  if (process.platform === "win32") return;
  const { at, check, git, read, run, write } = checkFolder();
  const pipe = (name: string) => void execFileSync("mkfifo", [at(name)]);
  const soon = <T>(command: () => T): T => {
    const start = Date.now();
    const result = command();
    assert.ok(Date.now() - start < patience, `it took ${Date.now() - start} ms`);
    return result;
  };
  beforeEach(async () => {
    await write("sub/a.ts", compared(wrong));
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("commit", "-qm", "one");
  });

  /** Replaces git by a shell script; `$REAL` is the path of git itself. */
  const replaceGit = async (lines: string) => {
    await write("bin/git", `#!/bin/sh\nPATH="$OLD_PATH"\n${lines}\n`);
    await chmod(at("bin/git"), 0o755);
    return { PATH: `${at("bin")}:${process.env.PATH}`, OLD_PATH: process.env.PATH };
  };

  /** Whether a process has not ended; one that its parent has yet to take note of has. */
  const isRunning = (id: number) => {
    const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(id)], { encoding: "utf8" });
    return stdout.trim() !== "" && !stdout.startsWith("Z");
  };

  const waited =
    /because git does not list its files: it waited too long for a file, which may be a named pipe/;
  const places: Record<string, { make(): Promise<void> | void; says: RegExp }> = {
    "the rules of a folder": { make: () => pipe("sub/.gitignore"), says: waited },
    "a file that the configuration includes": {
      make() {
        git("config", "include.path", at("pipe"));
        pipe("pipe");
      },
      says: waited,
    },
    "the rules of the user": {
      make() {
        git("config", "core.excludesFile", at("pipe"));
        pipe("pipe");
      },
      says: waited,
    },
    "the repository of a folder": {
      async make() {
        git("init", "-q", "nested");
        await write("nested/b.ts", "");
        await rm(at("nested/.git/HEAD"));
        pipe("nested/.git/HEAD");
      },
      says: waited,
    },
    "packed references": {
      make: () => pipe(".git/packed-refs"),
      says: /list its files: '\.git\/packed-refs' is not a regular file\./,
    },
    "what all working trees share": {
      async make() {
        git("worktree", "add", "-q", "tree");
        await rm(at("tree/sub"), { recursive: true });
        pipe(".git/info/grafts");
      },
      says: /list its files: '\.git\/info\/grafts' is not a regular file\./,
    },
    "the repository itself": {
      async make() {
        await rm(at(".git"), { recursive: true });
        pipe(".git");
      },
      says: /list its files: '\.git' is not a regular file\./,
    },
  };
  for (const [place, { make, says }] of Object.entries(places)) {
    it(`does not wait for one in the place of ${place}`, async () => {
      await make();
      const { stdout, stderr } = soon(() => check(["."]));
      assert.match(stdout, new RegExp(wrong));
      assert.match(stderr, says);
    });
  }

  it("waits neither in a scan nor for what has changed", async () => {
    pipe("sub/.gitignore");
    const { stdout, stderr } = soon(() => run(["scan", "."]));
    assert.match(stdout, new RegExp(wrong));
    assert.match(stderr, waited);
    const since = soon(() => check([".", "--since", "HEAD"]));
    assert.equal(since.status, 2);
    assert.match(
      since.stderr,
      /^error-codes: --since: git does not tell what has changed in '\.': it waited/,
    );
  });

  it("does not wait for one in the place of a branch, or of attributes", async () => {
    for (const name of [".git/refs/heads/main", "sub/.gitattributes"]) {
      await rm(at(name), { force: true });
      pipe(name);
      const { stderr } = soon(() => check([".", "--since", "HEAD"]));
      assert.match(stderr, /^error-codes: --since: git does not tell what has changed in '\.': it waited/);
    }
  });

  it("waits for one of many repositories alone", async () => {
    for (let index = 0; index < 15; index++) {
      git("init", "-q", `many/${index}`);
      git("-C", `many/${index}`, "config", "include.path", at("pipe"));
    }
    pipe("pipe");
    soon(() => check(["many"]));
  });

  it("leaves no process behind, also of a git that is started by a script", async () => {
    pipe("sub/.gitignore");
    const env = await replaceGit(`git "$@" & echo $! >"${at("id")}"; wait`);
    soon(() => check(["."], { env }));
    const id = Number(await read("id"));
    assert.ok(id > 0);
    const limit = Date.now() + 5000;
    while (isRunning(id) && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(!isRunning(id), "git is still waiting");
  });

  it("lets git work for as long as it does something", async () => {
    const env = await replaceGit(
      `end=$(($(date +%s) + 4)); while [ "$(date +%s)" -lt $end ]; do :; done; exec git "$@"`,
    );
    assert.equal(check(["."], { env }).stderr, "");
  });

  it("does not keep the server waiting, which says so in its log", async () => {
    pipe("sub/.gitignore");
    const client = await Client.start({ folder: at(".") });
    const log: string[] = [];
    client.connection.onNotification("window/logMessage", ({ message }) => {
      log.push(message);
    });
    const start = Date.now();
    const { files } = await client.connection.sendRequest<ScanResult>(scanRequest, {});
    assert.ok(Date.now() - start < patience);
    await client.stop();
    assert.equal(files, 1);
    assert.match(log.join("\n"), waited);
  });
});
