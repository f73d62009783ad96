import assert from "node:assert/strict";
import { sep } from "node:path";
import { checkFolder, compared, wrong } from "./check-folder.ts";

describe("check: inputs", () => {
  const { at, check, literals, write } = checkFolder();

  it("checks files that match globs, each once, except those that git ignores", async () => {
    for (const path of ["src/a.ts", "src/b/c.ts", "src/b/c.py", "src/[id].ts", ".hidden/d.ts", "out/e.ts"])
      await write(path, compared(wrong));
    await write(".gitignore", "out/\n");
    const names = (...args: string[]) => literals(args).map((line) => line.split(" ")[0]);
    assert.deepEqual(names("src/**/*.ts", "src/a.ts"), ["src/[id].ts", "src/a.ts", "src/b/c.ts"]);
    assert.deepEqual(names("**/*.ts"), [".hidden/d.ts", "src/[id].ts", "src/a.ts", "src/b/c.ts"]);
    assert.deepEqual(names("src/{a,b/c}.ts"), ["src/a.ts", "src/b/c.ts"]);
    assert.deepEqual(names("src/[id].ts"), ["src/[id].ts"]);
    assert.deepEqual(names(at("src/b/*.ts")).length, 1);
  });

  it("checks standard input under a path that determines its language and configuration", async () => {
    await write("sub/.error-codes.yaml", "rules: { misspelled-code: error }\n");
    const [found] = check(["-", "--stdin-path", "sub/x.py", "--json"], {
      input: `\uFEFFif e.code == "${wrong}": pass\n`,
    }).json();
    assert.deepEqual([found?.path, found?.severity, found?.range.start.character], ["sub/x.py", "error", 14]);
    assert.equal(check(["-", "--stdin-path", "x.py"], { input: "" }).status, 0);
  });

  it("applies the nearest configuration and reports its problems as findings", async () => {
    await write("a/.error-codes.yaml", "rules:\n  misspelled-code: off\ncatalogs:\n  - path: codes.yaml\n");
    await write("a/codes.yaml", "provider: acme\nservice: common\nentries:\n  - cod: X\n");
    await write("a/x.ts", compared(wrong));
    await write("b/x.ts", compared(wrong));
    const found = check(["a", "b", "--json"]).json();
    assert.deepEqual(found.map(({ path, rule }) => `${path.split(sep).join("/")} ${rule}`).slice(0, 2), [
      "b/x.ts misspelled-code",
      "a/codes.yaml configuration",
    ]);
    assert.match(
      check(["a"]).stdout,
      /^a\/codes\.yaml:4:5 \w+ .* configuration\n 4 │ - cod: X\n {3}│ {3}\^\^\^/m,
    );
    assert.equal(check(["b", "--rule", "misspelled-code=off"]).status, 0);
  });

  it("recognises test files by their path within the workspace folder, not by the location of that folder", async () => {
    const retry = `import "@aws-sdk/client-s3";\nconst retryableErrors = ["Throttling", "SignatureDoesNotMatch"];\n`;
    await write("tests/shop/src/a.ts", retry);
    await write("tests/shop/tests/a.ts", retry);
    const rules = (paths: string[], below = "") =>
      check([...paths, "--json"], { below })
        .json()
        .map(({ rule }) => rule);
    const found = ["retry-permanent"];
    assert.deepEqual(rules(["tests/shop"]), []);
    assert.deepEqual(rules(["."], "tests/shop"), found);
    assert.deepEqual(rules(["src/a.ts"], "tests/shop"), found);
    assert.deepEqual(rules(["tests/a.ts"], "tests/shop"), []);
    await write("elsewhere/x.ts", "");
    assert.deepEqual(rules([at("tests/shop")], "elsewhere"), found);
  });

  const candidates: [title: string, path: string, text: string][] = [
    [
      "a word that does not resemble a failure, several lines after the code",
      "a.ts",
      `f(\n  e.code ===\n\n    "RequestLimitExceded");`,
    ],
    [
      "a list in a variable",
      "a.go",
      `package a\n\nvar list = []string{"ServiceUnavaliable"}\n\nfunc f() bool { return slices.Contains(list, e.Code) }\n`,
    ],
    [
      "a word between asterisks in a file that does not mention codes otherwise",
      "a.ts",
      `const retryableErrors = ["*${wrong}*"];\n`,
    ],
    ["a word between asterisks in a shell pattern", "a.sh", `[[ $code == *"${wrong}"* ]]\n`],
    ["unquoted words", "a.yaml", `errorCodes: [${wrong}]\n`],
    ["an unquoted value", "a.yaml", `code: RequestLimitExceded\n`],
  ];
  for (const [title, path, text] of candidates) {
    it(`finds ${title}`, async () => {
      await write(path, text);
      const found = check([path, "--json", "--hints"]).json();
      assert.deepEqual(
        found.map(({ rule }) => rule),
        ["misspelled-code"],
      );
    });
  }

  it("finds codes that only the evidence names of the configuration reveal", async () => {
    await write(".error-codes.yaml", "evidence: { functions: [giveUp] }\n");
    await write("a.ts", `giveUp("${wrong}");\n`);
    await write("a.go", `package a\n\nfunc f() { giveUp("${wrong}") }\n`);
    assert.deepEqual(literals(["."]), [`a.go ${wrong}`, `a.ts ${wrong}`]);
  });
});
