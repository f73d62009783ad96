import assert from "node:assert/strict";
import picomatch from "picomatch";
import { Glob } from "../../../server/globs/glob.ts";
import { pseudoRandom } from "../harness/numbers.ts";

const matches = (pattern: string, path: string, matchesDots = false) =>
  new Glob(pattern, { hasChoices: true, matchesDots }).matches(path);

const table: [pattern: string, matching: string[], others: string[]][] = [
  ["*.yaml", ["a.yaml"], [".yaml", "a/b.yaml", "a.yml", ".a.yaml"]],
  ["**/*.yaml", ["a.yaml", "a/b/c.yaml"], [".git/a.yaml"]],
  ["a/**", ["a/b", "a/b/c"], ["a", "b/a"]],
  ["a/**/b", ["a/b", "a/x/y/b"], ["ab", "a/x/b/c"]],
  ["{a,b/c}/?.md", ["a/x.md", "b/c/x.md"], ["b/x.md", "a/xy.md"]],
  ["e{1..3}.{ya,y}ml", ["e2.yaml", "e3.yml"], ["e4.yml"]],
  ["e{08..11}", ["e08", "e11"], ["e8", "e12"]],
  ["[a-c]x[!0-9]", ["axy"], ["dxy", "ax1", "ax/"]],
  ["@(a|b)+(1|2)?(.md)", ["a1", "b21.md"], ["a", "c1", "a3"]],
  ["!(a|b*).md", ["c.md", "aa.md"], ["a.md", "b.md", "bc.md"]],
  ["a\\*[[]", ["a*["], ["ab["]],
  ["{a,b", ["{a,b"], ["a"]],
  ["[a", ["[a"], ["a"]],
  ["目录/*.md", ["目录/错误.md"], []],
];

describe("patterns of paths", () => {
  for (const [pattern, matching, others] of table)
    it(`reads ${pattern}`, () => {
      for (const path of matching) assert.ok(matches(pattern, path), path);
      for (const path of others) assert.ok(!matches(pattern, path), path);
    });

  it("tries negations within negations once for each place", () => {
    const name = `${"x".repeat(2000)}.yaml`;
    assert.ok(matches("!(*!(*!(*!(*!(*!(*a*)*)*)*)*)*)", "") !== undefined);
    assert.equal(matches("!(*!(*!(*!(*!(*!(*a*)*)*)*)*)*)", name), false);
    assert.equal(matches("!(a!(b)).yaml", "c.yaml"), true);
  });

  it("agrees with a library of regular expressions", () => {
    const random = pseudoRandom(3);
    const pick = (all: readonly string[]) => all[random(all.length)] ?? "";
    const join = (count: number, of: () => string, by: string) => Array.from({ length: count }, of).join(by);
    const parts = [
      "a",
      "b",
      "ab",
      "*",
      "?",
      "[ab]",
      "[^a]",
      ".",
      "{a,b}",
      "{a,b*}",
      "@(a|b)",
      "*(ab)",
      "+(a|b)",
    ];
    const name = () => (random(5) === 0 ? "**" : join(1 + random(3), () => pick(parts), ""));
    const names = ["a", "b", "ab", "ba", ".a", "a.b", "abc", "A", "aab"];
    for (let round = 0; round < 20_000; round++) {
      const pattern = join(1 + random(3), name, "/");
      const path = join(1 + random(4), () => pick(names), "/");
      const dot = random(2) === 0;
      // The library also matches the folder itself, drops a dot at the beginning, and misreads `)?`.
      if (/^\.\/|(?:^|\/)\*\*$|[)}][?]/.test(pattern)) continue;
      assert.equal(
        matches(pattern, path, dot),
        picomatch(pattern, { dot })(path),
        `${pattern} on ${path}, ${dot}`,
      );
    }
  });

  it("takes linear time", () => {
    const long = "a".repeat(4000);
    const start = performance.now();
    assert.ok(!matches("*a*a*a*a*a*a*.yamlx", `${long}.yaml`));
    assert.ok(!matches(`${"**/a/".repeat(30)}b`, "a/".repeat(2000)));
    assert.ok(!matches("+(a|aa|a*)+(a|aa)b", long));
    assert.ok(!matches("!(*a*a*a)!(*a*a)!(*a)b", long));
    for (const nested of ["{", "@(", "!(a", "[", "{a,", "!(a)"]) matches(nested.repeat(400), "a");
    // Backtracking would take longer than the universe exists.
    assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`);
  });

  it("finds the folder of a pattern, and whether a folder can contain what it matches", () => {
    assert.deepEqual(Glob.split("../a/b*/c"), { base: "../a", rest: "b*/c", isPattern: true });
    assert.deepEqual(Glob.split("/**/x"), { base: "/", rest: "**/x", isPattern: true });
    assert.deepEqual(Glob.split("a/b.yaml"), { base: "a", rest: "b.yaml", isPattern: false });
    const glob = new Glob("a*/b/*.md", { hasChoices: true, matchesDots: false });
    assert.deepEqual(
      ["", "ax", "ax/b", "b", "ax/c", "ax/b/c"].map((folder) => glob.canMatchBelow(folder)),
      [true, true, true, false, false, false],
    );
  });

  it("widens patterns for editors", () => {
    for (const [pattern, widened] of [
      ["errors/*.yaml", "errors/*.yaml"],
      ["**/{a,b}*.yaml", "**/{a,b}*.yaml"],
      ["*a*a*a*a.yaml", "*"],
      ["a/**/b/**/c/**/*.md", "a/**/*.md"],
      ["x/@(a|b).md", "x/*"],
      ["../a/[xy].md", "../a/*"],
    ])
      assert.equal(Glob.widened(pattern ?? ""), widened);
  });
});
