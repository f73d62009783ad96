import assert from "node:assert/strict";
import { join } from "node:path";
import { parse } from "yaml";
import { document, importFolder } from "./import-folder.ts";

const fixtures = join(import.meta.dirname, "../../../fixtures/documents");

describe("import: documents", () => {
  const { read, run, write } = importFolder();

  it("imports descriptions only with --descriptions, in their language", async () => {
    await write("harbour.md", document);
    const { stdout } = run("harbour.md", "--provider", "acme", "--descriptions");
    const [gate, crate, taken] = parse(stdout).entries;
    assert.deepEqual(gate.summary, { en: "No entry by night." });
    assert.deepEqual(crate.summary, { "zh-CN": "找不到货箱" });
    assert.equal(taken.summary, undefined);
  });

  it("reads folders and names documents by their path in the folder", async () => {
    await write("docs/a/errors.md", document);
    await write("docs/b/errors.md", document.replace("Error codes", "错误码"));
    await write("docs/b/notes.txt", document);
    const { status, stdout } = run("docs", "--provider", "acme");
    assert.equal(status, 0);
    assert.deepEqual(parse(stdout).tables, {
      "error-codes": { document: "a/errors", section: "Error codes" },
      "b-errors": { document: "b/errors", section: "错误码" },
    });
    const { tables, entries } = parse(run("docs", "--provider", "acme", "--section", "错误码").stdout);
    assert.deepEqual([Object.keys(tables), entries[0].rows.length], [["b-errors"], 1]);
    const both = run("docs/a/errors.md", "docs/b/errors.md", "--provider", "acme");
    assert.equal(both.status, 2);
    assert.match(
      both.stderr,
      /'docs\/a\/errors\.md' and 'docs\/b\/errors\.md' would both be the document 'errors'/,
    );
  });

  it("prints the rows that it would import with --dry-run, and writes nothing", async () => {
    await write("a.csv", "Code,Name,HTTP,Message\n40001,BAD_ORDER,400,The order is not valid.\n");
    const { status, stdout } = run("a.csv", "--provider", "acme", "--dry-run", "-o", "out.yaml");
    assert.equal(status, 0);
    assert.equal(stdout, "a.csv:2: 40001 · BAD_ORDER · 400 · The order is not valid.\n");
    await assert.rejects(read("out.yaml"));
  });

  it("reads source code that is named, and in folders files whose names speak of errors", async () => {
    const code =
      'package a\n\n// Codes of errors.\nconst (\n\t// It is closed.\n\tErrClosed = "Order.Closed"\n)\n';
    await write("sdk/errors.go", code);
    await write("sdk/client.go", code.replace("Closed", "Open"));
    const { status, stdout } = run("sdk", "--provider", "acme", "--dry-run");
    assert.deepEqual([status, stdout], [0, "sdk/errors.go:6: Order.Closed · It is closed.\n"]);
    assert.match(run("sdk/client.go", "--provider", "acme", "--dry-run").stdout, /^sdk\/client\.go:6: /);
  });

  it("reports doubts with the options that resolve them", () => {
    const document = join(fixtures, "ambiguous.md");
    const { status, stdout, stderr } = run(document, "--provider", "acme");
    assert.equal(status, 1);
    assert.equal(parse(stdout).entries.length, 4);
    assert.ok(
      stderr.includes(`${document}:3: doubt: columns 0 and 1 both look like error codes (imported with the first of these)
    --columns ${document}:3:code=0,description=2
    --columns ${document}:3:code=1,name=0,description=2
    --columns ${document}:3:skip
`),
      stderr,
    );
    const resolved = run(
      ...[document, "--provider", "acme", "--columns", "code=0,message=1"],
      ...["--columns", `${document}:3:code=1,message=2`, "--columns", `${document}:10:skip`],
    );
    assert.equal(resolved.status, 0, resolved.stderr);
    assert.deepEqual(
      parse(resolved.stdout).entries.map(({ code, rows }: { code: string; rows: { message: string }[] }) => [
        code,
        rows[0]?.message,
      ]),
      [
        ["-1301", "The crate was lost."],
        ["-1302", "The crate got wet."],
        ["Crate.Lost", "货箱丢失"],
        ["Crate.Wet", "货箱受潮"],
        ["CrateNotFound", "What one says of a lost crate"],
        ["CrateMissing", "What one says of another crate"],
      ],
    );
  });

  it("reports skipped rows as text and as JSON", async () => {
    await write(
      "a.md",
      `${document}| 500 | any other | Something. | |\n| 500 | Crane.Broken | ${"x ".repeat(1500)} | |\n`,
    );
    const { status, stderr, json } = run("a.md", "--provider", "acme", "-o", "out.yaml", "--json");
    assert.equal(status, 1);
    assert.match(stderr, /^a\.md:10: row skipped: no error code: “any other”$/m);
    assert.match(stderr, /^a\.md:11: text skipped: the message of Crane\.Broken has 2999 characters/m);
    const { skipped, entries, rows } = json();
    assert.deepEqual([rows, entries.new.length], [4, 4]);
    assert.deepEqual(
      skipped.map(({ path, line, kind }: { path: string; line: number; kind: string }) => [path, line, kind]),
      [
        ["a.md", 10, "row"],
        ["a.md", 11, "text"],
      ],
    );
    assert.deepEqual(parse(await read("out.yaml")).entries[3].rows, [
      { table: "error-codes", httpStatus: 500 },
    ]);
  });

  it("counts skipped tables, and says how to read one", async () => {
    await write("a.md", `${document}\n## Regions\n\n| Region | Name |\n| --- | --- |\n| eu-1 | North |\n`);
    const { status, stderr } = run("a.md", "--provider", "acme");
    assert.equal(status, 0);
    assert.match(stderr, /^a\.md:13: table skipped: no evidence that these are error codes$/m);
    assert.match(stderr, /^1 table skipped; --columns FILE:LINE:code=N reads one all the same\.$/m);
    assert.match(run("a.md", "--provider", "acme", "--columns", "a.md:13:code=0").stdout, /code: eu-1/);
  });

  it("writes cells with special characters so that they are read back unchanged", async () => {
    const messages = [
      "yes",
      "- a: {b, [c]} # d",
      "%TAG ! tag:x,2000: & *x",
      "quote \" and ' and \\\\ back\\\\slash",
      "<script>alert('x')</script> {{jndi}} &amp;",
      "\u2028line\u2029 separators \u{1F600} \uFFFE",
      "null ~ 0x1F 1e5 .inf 2024-02-29",
      `long ${"word ".repeat(380)}end`,
    ];
    const codes = ["10001", "0x1F", "1e5", "null", "Yes", "A.B#c", "__proto__", "constructor.toString"];
    const cells = messages.map(
      (text, index) => `| \`${codes[index]}\` | \`${text.replaceAll("|", "\\|")}\` |`,
    );
    await write(
      "a.md",
      `# Errors: - [x] #y\n\n| Error code | Error message |\n| --- | --- |\n${cells.join("\n")}\n| Ctrl.Char | \u0000a\u0007b\u001b[31mc\u007f |\n`,
    );
    const { status, stdout, stderr } = run("a.md", "--provider", "acme");
    assert.equal(status, 0, stderr);
    const file = parse(stdout);
    const expected = messages.map((text) =>
      text
        .replace(/[\u2028\u2029]/g, " ")
        .replace(/ +/g, " ")
        .trim(),
    );
    assert.deepEqual(
      file.entries.map(({ code, rows }: { code: string; rows: { message: string }[] }) => [
        code,
        rows[0]?.message,
      ]),
      [...codes.map((code, index) => [code, expected[index]]), ["Ctrl.Char", "\uFFFDa b [31mc"]],
    );
    assert.equal(Object.values<{ section: string }>(file.tables)[0]?.section, "Errors: - [x] #y");
    await write("out.yaml", stdout);
    const again = run("a.md", "--provider", "acme", "-o", "out.yaml", "--json").json();
    assert.deepEqual(again.entries, { new: [], updated: [], unchanged: 9, gone: [] });
  });
});
