import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { document, importFolder } from "./import-folder.ts";

describe("import: misuse", () => {
  const { at, read, run, write } = importFolder();

  const acme = ["--provider", "acme"];
  const misuses: [title: string, args: string[], message: RegExp][] = [
    ["a document that does not exist", ["no.md", ...acme], /Cannot read 'no\.md': there is no such file/],
    [
      "a document that is not text",
      ["binary.md", ...acme],
      /Cannot read 'binary\.md': it is not valid UTF-8/,
    ],
    [
      "a document without codes",
      ["empty.md", ...acme, "-o", "new.yaml"],
      /No error code was found in empty\.md; nothing was written/,
    ],
    [
      "a heading that does not exist",
      ["ok.md", ...acme, "--section", "X"],
      /No error code was found in ok\.md below “X”/,
    ],
    ["no provider", ["ok.md"], /required option '--provider <id>'/],
    ["a provider that is not an id", ["ok.md", "--provider", "Acme Inc"], /--provider.*lower-case/],
    [
      "the catalog file of another provider",
      ["ok.md", ...acme, "-o", "other.yaml"],
      /'other\.yaml' holds codes of 'zenith', not of 'acme'/,
    ],
    [
      "the catalog file of another service",
      ["ok.md", "--provider", "zenith", "--service", "x", "-o", "other.yaml"],
      /service 'common', not of 'x'/,
    ],
    ["an invalid catalog file", ["ok.md", ...acme, "-o", "broken.yaml"], /broken\.yaml:2:11: provider/],
    ["a folder instead of a file", ["ok.md", ...acme, "-o", "."], /Cannot write '\.': it is not a file/],
    [
      "an output folder that does not exist",
      ["ok.md", ...acme, "-o", "no/such.yaml"],
      /Cannot write 'no\/such\.yaml': there is no folder 'no'/,
    ],
    ["--json without a file", ["ok.md", ...acme, "--json"], /--json prints the report: it needs -o FILE/],
    ["columns without a code", ["ok.md", ...acme, "--columns", "message=1"], /code=N/],
    ["unknown columns", ["ok.md", ...acme, "--columns", "code=1,owner=2"], /'owner=2' is not one of code=N/],
    [
      "columns of another document",
      ["ok.md", ...acme, "--columns", "b.md:3:skip"],
      /'b\.md', which is not imported/,
    ],
    [
      "columns of a line without a table",
      ["ok.md", ...acme, "--columns", "ok.md:1:skip"],
      /no table starts on line 1 of 'ok\.md'/,
    ],
    [
      "columns that a table does not have",
      ["ok.md", ...acme, "--columns", "ok.md:5:code=9"],
      /--columns: the table on line 5 of 'ok\.md': there is no column 9\.$/m,
    ],
  ];
  for (const [title, args, message] of misuses) {
    it(`exits with 2 and a one-sentence message, and writes nothing, for ${title}`, async () => {
      await write("ok.md", document);
      await write("empty.md", "# Nothing\n");
      await write("binary.md", new Uint8Array([0x23, 0xb4, 0xed, 0xc2, 0xeb]));
      await write("other.yaml", "version: 1\nprovider: zenith\nentries: []\n");
      await write("broken.yaml", "version: 1\nprovider: [acme]\n");
      const before = await readdir(at("."));
      const { status, stdout, stderr } = run(...args);
      assert.deepEqual([status, stdout], [2, ""], stderr);
      assert.match(stderr, message);
      assert.deepEqual(await readdir(at(".")), before);
      assert.equal(await read("other.yaml"), "version: 1\nprovider: zenith\nentries: []\n");
    });
  }

  it("explains the exit codes in its help", () => {
    const { status, stdout } = run("--help");
    assert.equal(status, 0);
    assert.match(stdout, /Exit codes: 0 everything was read, 1 doubts remain/);
  });
});
