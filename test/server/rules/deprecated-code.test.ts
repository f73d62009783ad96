import assert from "node:assert/strict";
import { Project } from "../harness/test-project.ts";

const files = {
  ".error-codes.yaml": "providers: [acme]\ncatalogs:\n  - errors.yaml\n".replace(
    "errors.yaml",
    "path: errors.yaml",
  ),
  "errors.yaml":
    "version: 1\nprovider: acme\nentries:\n  - { code: Acme.PaperOut, deprecated: { use: Acme.OutOfPaper } }\n  - code: Acme.OutOfPaper\n  - { code: Acme.Gone, deprecated: true }\n",
};

describe("deprecated-code", () => {
  let project: Project;
  before(async () => {
    project = await Project.of(files);
  });
  after(() => project.end());

  const reported: [path: string, languageId: string, text: string][] = [
    ["a.ts", "typescript", 'if (err.code === "Acme.PaperOut") {}'],
    ["a.go", "go", 'package a\nfunc f() { switch e.Code { case "Acme.PaperOut": return } }'],
    ["a.py", "python", 'if e.code in ("Acme.PaperOut", "Acme.OutOfPaper"):\n    pass'],
    ["A.java", "java", 'class A { boolean f() { return "Acme.PaperOut".equals(e.getErrorCode()); } }'],
    ["a.php", "php", "<?php if ($e->getErrorCode() === 'Acme.PaperOut') {}"],
  ];
  for (const [path, languageId, text] of reported) {
    it(`reports in ${languageId}`, async () => {
      const found = await (await project.open(path, languageId, text)).diagnose();
      assert.deepEqual(
        found.map(({ code, severity, tags, message }) => [code, severity, tags, message]),
        [["deprecated-code", 4, [2], "'Acme.PaperOut' has been withdrawn. Use 'Acme.OutOfPaper' instead."]],
      );
      assert.deepEqual((found[0]?.data as { suggestions: string[] } | undefined)?.suggestions, [
        "Acme.OutOfPaper",
      ]);
    });
  }

  it("suggests no code if no replacement is known", async () => {
    const found = await (
      await project.open("b.ts", "typescript", 'if (err.code === "Acme.Gone") {}')
    ).diagnose();
    assert.deepEqual(
      found.map(({ message }) => message),
      ["'Acme.Gone' has been withdrawn."],
    );
  });

  const notReported: [why: string, text: string][] = [
    ["the replacement code", 'if (err.code === "Acme.OutOfPaper") {}'],
    ["a literal without evidence", 'const name = "Acme.PaperOut";'],
  ];
  for (const [why, text] of notReported) {
    it(`reports nothing for ${why}`, async () => {
      assert.deepEqual(await (await project.open("c.ts", "typescript", text)).diagnose(), []);
    });
  }
});
