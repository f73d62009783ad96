import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chmod, cp, rm, utimes } from "node:fs/promises";
import { type ScanResult, scanRequest } from "../../../../server/protocol/index.ts";
import { Client } from "../../harness/client.ts";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

describe("check: repositories that would run programs", function () {
  this.timeout(60_000);
  if (process.platform === "win32") return;
  const { at, check, git, read, run, write } = checkFolder();
  const [bait, sprung] = ["bait.sh", "sprung"];
  beforeEach(async () => {
    await write(bait, `#!/bin/sh\ntouch "${at(sprung)}"\n`);
    await chmod(at(bait), 0o755);
    await write("src/a.ts", compared(right));
    await write(".gitignore", `${bait}\n${sprung}\n`);
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("commit", "-qm", "one");
  });

  /** Runs git as it is, to prove that the trap works. */
  const springs = async (careless: () => unknown) => {
    careless();
    assert.ok(existsSync(at(sprung)), "git itself does not run the program: this test would prove nothing");
    await rm(at(sprung));
  };
  const tried = (action: () => unknown) => {
    try {
      action();
    } catch {
      // The program does nothing useful for git.
    }
  };
  const springsNot = () => assert.ok(!existsSync(at(sprung)), "a program of the repository was run");

  it("does not run what the files of a repository within the files configure", async () => {
    const config = `[core]\n\tbare = false\n\trepositoryformatversion = 0\n\tworktree = ..\n\tfsmonitor = ${at(bait)}\n`;
    git("init", "-q", "--bare", "evil");
    await rm(at("evil/hooks"), { recursive: true });
    await write("evil/config", config);
    await write("evil/refs/keep", "");
    await write("evil/b.ts", compared(wrong));
    git("-c", "safe.bareRepository=explicit", "add", "-f", "evil");
    git("commit", "-qm", "two");
    await springs(() => git("-C", "evil", "status"));
    for (const [path, below] of [
      ["evil", ""],
      [".", "evil"],
      [at("evil"), "src"],
    ] as const) {
      assert.match(check([path, "--json"], { below }).stdout, new RegExp(wrong));
      check([path, "--since", "HEAD~1"], { below });
      springsNot();
    }
    // The same without a repository around it, as in an archive.
    await cp(at("evil"), at("../archive"), { recursive: true });
    check(["."], { below: "../archive" });
    assert.match(check([".", "--since", "HEAD"], { below: "../archive" }).stderr, /needs a git repository/);
    springsNot();
  });

  it("does not run what the configuration of the repository names", async () => {
    git("config", "core.fsmonitor", at(bait));
    await springs(() => git("status"));
    git("config", "core.hooksPath", at("hooks"));
    await write("hooks/post-index-change", await read(bait));
    await chmod(at("hooks/post-index-change"), 0o755);
    for (const key of ["core.pager", "diff.external", "core.sshCommand", "pager.diff", "alias.ls-files"])
      git("config", key, at(bait));
    const { stdout } = check([".", "--json"]);
    assert.equal(stdout, "[]\n");
    assert.equal(check([".", "--since", "HEAD"]).status, 0);
    springsNot();
  });

  it("does not run filters, and does not compare with them", async () => {
    await write("src/b.js", "");
    git("add", "-f", "src/b.js");
    git("config", "filter.evil.clean", at(bait));
    git("config", "filter.evil.required", "true");
    git("config", "filter.worse.process", at(bait));
    git("config", "diff.evil.textconv", at(bait));
    git("config", "diff.evil.command", at(bait));
    await write(".git/info/attributes", "*.ts filter=evil diff=evil\n*.js filter=worse\n");
    // Git compares the content of files that are newer than its index, though their size is the same.
    const later = new Date(Date.now() + 60_000);
    for (const name of ["src/a.ts", "src/b.js"]) await utimes(at(name), later, later);
    await springs(() => tried(() => git("diff", "HEAD")));
    await write("src/c.ts", compared(wrong));
    for (const name of ["src/a.ts", "src/b.js"]) await utimes(at(name), later, later);
    assert.match(check([".", "--since", "HEAD"]).stdout, new RegExp(`${wrong}[^]*in [12] files?`));
    springsNot();
    git("config", "filter.a=b.clean", at(bait));
    assert.match(
      check([".", "--since", "HEAD"]).stderr,
      /^error-codes: --since: git does not tell .*: a filter has an equals sign in its name\.\n$/,
    );
    springsNot();
  });

  it("prints nothing of what git quotes from files that the configuration names", async () => {
    await write("../secret", "[core]\n\tabbrev = hunter2secret\n");
    git("config", "include.path", at("../secret"));
    const { status, stdout, stderr } = check([".", "--since", "HEAD"]);
    assert.equal(status, 2);
    assert.doesNotMatch(stdout + stderr, /hunter2/);
    assert.doesNotMatch(check(["."]).stderr, /hunter2/);
  });

  it("does not run what files outside of the configuration define for it", async () => {
    await write("included", `[core]\n\tfsmonitor = ${at(bait)}\n[filter "evil"]\n\tclean = ${at(bait)}\n`);
    git("config", "include.path", at("included"));
    git("config", "includeIf.onbranch:main.path", at("included"));
    git("config", "extensions.worktreeConfig", "true");
    await write(
      ".git/config.worktree",
      `[core]\n\tfsmonitor = ${at(bait)}\n[diff]\n\texternal = ${at(bait)}\n`,
    );
    git("config", "core.attributesFile", at("attributes"));
    await write("attributes", "*.ts filter=evil diff=evil\n");
    await write(".gitattributes", "*.ts filter=evil diff=evil\n");
    for (const key of ["core.alternateRefsCommand", "gpg.program", "interactive.diffFilter", "core.askPass"])
      git("config", key, at(bait));
    git("config", "log.showSignature", "true");
    await write(".git/objects/info/alternates", `${at("elsewhere/objects")}\n`);
    await springs(() => git("status"));
    await write("src/c.ts", compared(wrong));
    const later = new Date(Date.now() + 60_000);
    await utimes(at("src/a.ts"), later, later);
    assert.match(check(["."]).stdout, new RegExp(wrong));
    assert.match(check([".", "--since", "HEAD"]).stdout, new RegExp(wrong));
    assert.match(run(["scan", "."]).stdout, new RegExp(wrong));
    springsNot();
  });

  it("does not run a program of a package in place of git", async () => {
    await write("node_modules/.bin/git", await read(bait));
    await chmod(at("node_modules/.bin/git"), 0o755);
    const env = { PATH: `${at("node_modules/.bin")}:${process.env.PATH}` };
    assert.equal(check([".", "--since", "HEAD"], { env }).status, 0);
    springsNot();
  });

  it("does not run what a submodule configures", async () => {
    git("init", "-q", "module");
    await write("module/m.ts", compared(wrong));
    git("-C", "module", "add", ".");
    git("-C", "module", "commit", "-qm", "one");
    git("-c", "advice.addEmbeddedRepo=false", "add", "module");
    await write(".gitmodules", `[submodule "m"]\n\tpath = module\n\turl = ./module\n\tignore = none\n`);
    git("add", ".gitmodules");
    git("commit", "-qm", "two");
    git("-C", "module", "config", "core.fsmonitor", at(bait));
    git("config", "diff.ignoreSubmodules", "none");
    git("config", "status.submoduleSummary", "true");
    await springs(() => git("status"));
    await write("module/n.ts", compared(wrong));
    for (const args of [
      ["check", "."],
      ["check", ".", "--since", "HEAD~1"],
      ["scan", "."],
    ])
      run(args);
    assert.match(check(["module"]).stdout, /m\.ts[\s\S]*n\.ts/);
    springsNot();
  });

  it("is not run by the server either, and git not at all in a workspace that is not trusted", async () => {
    git("config", "core.fsmonitor", at(bait));
    await springs(() => git("status"));
    for (const restricted of [false, true]) {
      const client = await Client.start({ folder: at("."), initializationOptions: { restricted } });
      const { files } = await client.connection.sendRequest<ScanResult>(scanRequest, {});
      await client.stop();
      assert.equal(files, 1);
      springsNot();
    }
  });

  it("does not fetch missing objects", async () => {
    await write("deep/d.ts", compared(right));
    git("add", ".");
    git("commit", "-qm", "two");
    const hash = git("rev-parse", "HEAD:deep").toString().trim();
    await rm(at(`.git/objects/${hash.slice(0, 2)}/${hash.slice(2)}`), { force: true });
    await write("deep/d.ts", compared(wrong));
    git("add", ".");
    git("config", "extensions.partialClone", "origin");
    git("config", "core.repositoryFormatVersion", "1");
    git("config", "remote.origin.promisor", "true");
    git("config", "remote.origin.url", `ext::${at(bait)}`);
    git("config", "protocol.ext.allow", "always");
    await springs(() => tried(() => git("diff", "HEAD")));
    check(["."]);
    check([".", "--since", "HEAD"]);
    springsNot();
  });
});
