import assert from "node:assert/strict";
import { Project } from "../harness/test-project.ts";

const files = {
  ".error-codes.yaml":
    "providers: [acme]\ncatalogs:\n  - { path: errors.yaml, provider: acme, complete: true }\n",
  "errors.yaml":
    "version: 1\nprovider: acme\nentries:\n  - code: Acme.OutOfPaper\n  - code: Acme.Jammed\n  - code: Acme.DoorOpen\n",
};

describe("unknown-code", () => {
  let project: Project;
  before(async () => {
    project = await Project.of(files);
  });
  after(() => project.end());

  const reported: [path: string, languageId: string, text: string, suggestions: string[]][] = [
    ["a.ts", "typescript", 'if (err.code === "Acme.OutOfPapers") {}', ["Acme.OutOfPaper"]],
    ["a.go", "go", 'package a\nfunc f() { if e.Code == "Acme.Jamed" { return } }', ["Acme.Jammed"]],
    ["a.py", "python", 'if e.code == "Acme.NothingLikeIt":\n    pass', []],
    [
      "A.java",
      "java",
      'class A { boolean f() { return "Acme.DorOpen".equals(e.getErrorCode()); } }',
      ["Acme.DoorOpen"],
    ],
    ["a.yaml", "yaml", "error_codes:\n  - Acme.NotThere", []],
    // Only the complete catalog has the family, whatever else the file uses.
    [
      "c.ts",
      "typescript",
      'import { S3 } from "@aws-sdk/client-s3";\nif (err.code === "Acme.NothingLikeIt") {}',
      [],
    ],
    ["a.rb", "ruby", "case e.code\nwhen 'Acme.OutofPaper'\n  x\nend", ["Acme.OutOfPaper"]],
  ];
  for (const [path, languageId, text, suggestions] of reported) {
    it(`reports in ${languageId}: ${text.split("\n").at(-1)}`, async () => {
      const found = await (await project.open(path, languageId, text)).diagnose();
      assert.deepEqual(
        found.map(({ code, severity }) => [code, severity]),
        [["unknown-code", 1]],
      );
      assert.match(String(found[0]?.message), /'Acme\.\w+' is not an error code of acme\./);
      assert.deepEqual((found[0]?.data as { suggestions: string[] } | undefined)?.suggestions, suggestions);
      const [first] = suggestions;
      if (first) assert.match(String(found[0]?.message), new RegExp(`The nearest is '${first}'`));
    });
  }

  const notReported: [why: string, text: string][] = [
    ["a code in the catalog", 'if (err.code === "Acme.Jammed") {}'],
    ["the name of an error that an SDK forms from a code", 'if (err.name === "Acme.JammedError") {}'],
    ["a literal without evidence", 'const name = "Acme.NothingLikeIt";'],
    ["a search for part of a code", 'if (err.code.startsWith("Acme.Out")) {}'],
    [
      "a family of another provider, in a file that also uses a provider whose catalog is not complete",
      'import { S3 } from "@aws-sdk/client-s3";\nif (err.code === "Invalid.NothingLikeIt") {}',
    ],
    ["a family that only others have", 'if (err.code === "AuthFailure.NothingLikeIt") {}'],
  ];
  for (const [why, text] of notReported) {
    it(`reports nothing for ${why}`, async () => {
      assert.deepEqual(await (await project.open("b.ts", "typescript", text)).diagnose(), []);
    });
  }

  describe("without providers in the configuration", () => {
    let unnamed: Project;
    before(async () => {
      const configuration = files[".error-codes.yaml"].replace("providers: [acme]\n", "");
      unnamed = await Project.of({ ...files, ".error-codes.yaml": configuration });
    });
    after(() => unnamed.end());
    const found = async (text: string) => {
      const all = await (await unnamed.open("a.ts", "typescript", text)).diagnose();
      return all.map(({ code, message }) => `${code}: ${message}`);
    };

    it("reports a code of the family", async () => {
      const [only, ...others] = await found('if (err.code === "Acme.NothingLikeIt") {}');
      assert.match(only ?? "", /^unknown-code: 'Acme\.NothingLikeIt' is not an error code of acme/);
      assert.deepEqual(others, []);
    });

    it("leaves the misspelled code of another provider to misspelled-code", async () => {
      for (const code of ["AuthFailure.TokenFailre", "AuthFailure.SignatureExpired"]) {
        const all = await found(`if (err.code === "${code}") {}`);
        assert.ok(
          all.every((one) => one.startsWith("misspelled-code")),
          all.join("\n"),
        );
      }
    });

    it("reports nothing for a file that is not of the provider", async () => {
      assert.deepEqual(await found('if (err.code === "NothingLikeIt") {}'), []);
    });
  });

  it("reports nothing if the catalog is not complete", async () => {
    const open = await Project.of({
      ...files,
      ".error-codes.yaml": files[".error-codes.yaml"].replace("complete: true", "complete: false"),
    });
    const found = await (
      await open.open("a.ts", "typescript", 'if (err.code === "Acme.NothingLikeIt") {}')
    ).diagnose();
    assert.deepEqual(found, []);
    await open.end();
  });
});
