import assert from "node:assert/strict";
import { checkFolder, compared, right, wrong } from "./check-folder.ts";

describe("check --since", () => {
  const { at, check, git, literals, write } = checkFolder();

  it("checks files that were committed, changed or created since a revision", async () => {
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
      literals([...paths, "--since", revision]).map((line) => line.split(` ${wrong}`)[0]);
    const uncommitted = ["changed.ts", "new ä.ts", "staged.ts", "sub/deep.ts"];
    assert.deepEqual(since("HEAD", "."), uncommitted);
    assert.deepEqual(since("HEAD~1", "."), ["changed.ts", "committed.ts", ...uncommitted.slice(1)]);
    assert.deepEqual(since("HEAD", "sub", "old.ts"), ["sub/deep.ts"]);
    assert.deepEqual(since("HEAD", "sub/*.ts", "changed.ts"), ["sub/deep.ts", "changed.ts"]);
    assert.deepEqual(check(["old.ts", "--since", "HEAD"]).status, 0);
  });

  it("ignores changes that were made on the other branch in the meantime", async () => {
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

  it("reports an unknown revision and a missing git", async () => {
    await write("a.ts", compared(right));
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "one");
    for (const revision of ["nowhere", "--output=x"]) {
      const { status, stderr } = check([".", `--since=${revision}`]);
      assert.equal(status, 2);
      assert.equal(stderr, `error-codes: There is no revision '${revision}' in the git repository of '.'.\n`);
    }
    const { status, stderr } = check([".", "--since", "HEAD"], { env: { PATH: at("empty") } });
    assert.equal(status, 2);
    assert.equal(stderr, "error-codes: --since needs git, which cannot be run here.\n");
  });
});
