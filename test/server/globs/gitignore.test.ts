import assert from "node:assert/strict";
import ignore from "ignore";
import { Gitignore } from "../../../server/globs/gitignore.ts";
import { pseudoRandom } from "../harness/numbers.ts";

describe("patterns in the syntax of .gitignore", () => {
  it("agrees with a library of regular expressions", () => {
    const random = pseudoRandom(5);
    const pick = (all: readonly string[]) => all[random(all.length)] ?? "";
    const join = (count: number, of: () => string, by: string) => Array.from({ length: count }, of).join(by);
    const parts = [
      "a",
      "b",
      "ab",
      "*",
      "?",
      "[ab]",
      "[!a]",
      "[^b]",
      ".",
      "**",
      "{",
      ",",
      "}",
      "(",
      "\\*",
      " ",
    ];
    const name = () => (random(5) === 0 ? "**" : join(1 + random(3), () => pick(parts), ""));
    const names = ["a", "b", "ab", "ba", ".a", "a.b", "abc", "A", "{a", "a,b", "*"];
    const line = () =>
      `${pick(["", "", "", "/", "!", "#"])}${join(1 + random(3), name, "/")}${pick(["", "", "/", " ", "\\ "])}`;
    for (let round = 0; round < 20_000; round++) {
      // Many patterns are found by what paths must have to match them.
      const lines = Array.from({ length: round % 100 === 0 ? 20 + random(20) : 1 + random(3) }, line);
      const path = join(1 + random(4), () => pick(names), "/");
      // The library rejects paths that begin so, and drops the backslash before a space.
      const expected = ignore().add(lines.join("\n")).ignores(path);
      assert.equal(
        new Gitignore(lines.join("\n")).ignores(path),
        expected,
        `${JSON.stringify(lines)} on ${path}`,
      );
      if (round % 20 === 0)
        assert.deepEqual(
          new Gitignore(lines).matchingLines(path),
          [...lines.keys()].filter((at) => new Gitignore(lines.slice(at, at + 1)).ignores(path)),
          `${JSON.stringify(lines)} on ${path}`,
        );
    }
  });

  it("takes linear time, and drops patterns that no path can match", () => {
    const start = performance.now();
    assert.ok(!new Gitignore("*a*a*a*a*a*a*a*b").ignores("a".repeat(4000)));
    assert.ok(!new Gitignore(`${"**/a/".repeat(30)}b`).ignores("a/".repeat(500)));
    assert.ok(new Gitignore([`${"a*".repeat(5000)}`, "b"]).ignores("b"));
    assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`);
  });
});
