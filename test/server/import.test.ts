import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";

const cli = join(import.meta.dirname, "../../dist/cli.js");
const fixtures = join(import.meta.dirname, "../fixtures/documents");

const document = `# Harbour

## Error codes

| HTTP status | Error code | Error message | Description |
| --- | --- | --- | --- |
| 403 | Gate.Closed | The gate %s is closed. | No entry by night. |
| 404 | Crate.NotFound | The crate does not exist. | 找不到货箱 |
| 400/409 | Crate.Taken | The crate is taken already. | |
`;

describe("importing documents", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-import-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Runs `import` in the folder, as a user does. */
  function run(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "import", ...args], {
      encoding: "utf8",
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, LC_ALL: "en_US.UTF-8" },
    });
    return { status, stdout, stderr, json: () => JSON.parse(stdout) };
  }
  const write = async (path: string, text: string | Uint8Array) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const read = (path: string) => readFile(join(folder, path), "utf8");

  it("writes a catalog file", async () => {
    await write("harbour.md", document);
    const { status, stdout, stderr } = run(
      "harbour.md",
      "--provider",
      "acme",
      "--service",
      "port",
      "--name",
      "Port",
    );
    assert.equal(status, 0);
    assert.equal(
      stdout,
      `version: 1
provider: acme
service: port
name: { en: Port }
tables:
  error-codes: { document: harbour, section: Error codes }
entries:
  - code: Gate.Closed
    rows:
      - { table: error-codes, httpStatus: 403, message: "The gate %s is closed." }

  - code: Crate.NotFound
    rows:
      - { table: error-codes, httpStatus: 404, message: "The crate does not exist." }

  - code: Crate.Taken
    rows:
      - { table: error-codes, httpStatus: 400, message: "The crate is taken already." }
      - { table: error-codes, httpStatus: 409, message: "The crate is taken already." }
`,
    );
    assert.equal(
      stderr,
      "harbour.md: 3 rows\n3 rows of 1 document; entries: 3 new, 0 updated, 0 unchanged.\n",
    );
  });

  it("takes descriptions only where it is told to, in their language", async () => {
    await write("harbour.md", document);
    const { stdout } = run("harbour.md", "--provider", "acme", "--descriptions");
    const [gate, crate, taken] = parse(stdout).entries;
    assert.deepEqual(gate.summary, { en: "No entry by night." });
    assert.deepEqual(crate.summary, { "zh-CN": "找不到货箱" });
    assert.equal(taken.summary, undefined);
  });

  it("updates a file and keeps what is written by hand", async () => {
    await write("harbour.md", document);
    await write(
      "acme.yaml",
      `# Ours, with care.
version: 1
provider: { id: acme, name: Acme }
tables:
  own: { document: handbook }
  gates: { document: harbour, section: Error codes, date: "2024-02-29" }
entries:
  # Why this comes first.
  - code: Crate.Lost # sic
    summary: It is lost.
    rows: [gates]

  - code: Crate.NotFound
    concept: resource-not-found
    summary:
      en: Nobody has the crate.
    officialMisspelling: true
    rows:
      - own # first
      # as the document had it in 2023
      - { table: gates, httpStatus: 404, message: "The crate is not there." }

  - code: Gate.Closed
    fix:
      en: >-
        Come back
        by day.
    rows:
      - { table: gates, httpStatus: 403, message: "The gate %s is closed." }
`,
    );
    const { status, stderr } = run("harbour.md", "--provider", "acme", "--descriptions", "-o", "acme.yaml");
    assert.equal(status, 0, stderr);
    assert.equal(
      await read("acme.yaml"),
      `# Ours, with care.
version: 1
provider: { id: acme, name: Acme }
tables:
  own: { document: handbook }
  gates: { document: harbour, section: Error codes, date: "2024-02-29" }
entries:
  # Why this comes first.
  - code: Crate.Lost # sic
    summary: It is lost.
    rows: [gates]

  - code: Crate.NotFound
    concept: resource-not-found
    summary:
      en: Nobody has the crate.
      zh-CN: 找不到货箱
    officialMisspelling: true
    rows:
      - own # first
      - { table: gates, httpStatus: 404, message: "The crate does not exist." }

  - code: Gate.Closed
    fix:
      en: >-
        Come back
        by day.
    summary:
      en: No entry by night.
    rows:
      - { table: gates, httpStatus: 403, message: "The gate %s is closed." }

  - code: Crate.Taken
    rows:
      - { table: gates, httpStatus: 400, message: "The crate is taken already." }
      - { table: gates, httpStatus: 409, message: "The crate is taken already." }
`,
    );
    assert.match(
      stderr,
      /entries: 1 new, 2 updated, 0 unchanged\.\nNo longer in the documents, and kept: Crate\.Lost\n$/,
    );
    const again = run("harbour.md", "--provider", "acme", "--descriptions", "-o", "acme.yaml", "--json");
    assert.deepEqual(again.json().entries, { new: [], updated: [], unchanged: 3, gone: ["Crate.Lost"] });
  });

  it("leaves a file alone that says the same already, whatever its manner", async () => {
    await write("harbour.md", document);
    const text =
      '\uFEFF{ "version": 1, provider: acme,\r\n tables: {a: { document: harbour, section: Error codes}}, entries: [\r\n' +
      " { code: Crate.Taken, rows: [{table: a, httpStatus: 409, message: The crate is taken already.}, " +
      "{table: a, httpStatus: 400, message: The crate is taken already.}] },\r\n" +
      " { code: Gate.Closed, rows: [{table: a, httpStatus: 403, message: The gate %s is closed.}] },\r\n" +
      " { code: Crate.NotFound, rows: [{table: a, httpStatus: 404, message: The crate does not exist.}] } ] }";
    await write("acme.yaml", text);
    assert.equal(run("harbour.md", "--provider", "acme", "-o", "acme.yaml").status, 0);
    assert.equal(await read("acme.yaml"), text);
  });

  it("keeps byte order mark, line ends and indentation where it edits", async () => {
    await write("harbour.md", document);
    await write(
      "acme.yaml",
      "\uFEFFversion: 1\r\nprovider: acme\r\nentries:\r\n- code: A.B # ours\r\n  rows: []\r\n",
    );
    assert.equal(run("harbour.md", "--provider", "acme", "-o", "acme.yaml").status, 0);
    const text = await read("acme.yaml");
    assert.ok(text.startsWith("\uFEFFversion: 1\r\nprovider: acme\r\ntables:\r\n"));
    assert.match(text, /^entries:\r\n- code: A\.B # ours\r\n {2}rows: \[\]\r\n\r\n- code: Gate\.Closed\r\n/m);
    assert.equal(text.replaceAll("\r\n", "").includes("\n"), false);
  });

  it("writes JSON where the file's name ends so", async () => {
    await write("harbour.md", document);
    assert.equal(run("harbour.md", "--provider", "acme", "-o", "acme.json").status, 0);
    assert.equal(JSON.parse(await read("acme.json")).entries.length, 3);
    assert.equal(run("harbour.md", "--provider", "acme", "--name", "港口", "-o", "acme.json").status, 0);
    assert.deepEqual(JSON.parse(await read("acme.json")).name, { "zh-CN": "港口" });
  });

  it("reads folders, and names documents by their path below", async () => {
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

  it("tells doubts with what settles them", () => {
    const document = join(fixtures, "ambiguous.md");
    const { status, stdout, stderr } = run(document, "--provider", "acme");
    assert.equal(status, 1);
    assert.equal(parse(stdout).entries.length, 4);
    assert.ok(
      stderr.includes(`${document}:3: doubt: columns 0 and 1 both look like error codes (imported by the first of)
    --columns ${document}:3:code=0,description=2
    --columns ${document}:3:code=1,description=2
    --columns ${document}:3:skip
`),
      stderr,
    );
    const settled = run(
      ...[document, "--provider", "acme", "--columns", "code=0,message=1"],
      ...["--columns", `${document}:3:code=1,message=2`, "--columns", `${document}:10:skip`],
    );
    assert.equal(settled.status, 0, settled.stderr);
    assert.deepEqual(
      parse(settled.stdout).entries.map(({ code, rows }: { code: string; rows: { message: string }[] }) => [
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

  it("tells rows that it passed over, as text and as JSON", async () => {
    await write(
      "a.md",
      `${document}| 500 | any other | Something. | |\n| 500 | Crane.Broken | ${"x ".repeat(1500)} | |\n`,
    );
    const { status, stderr, json } = run("a.md", "--provider", "acme", "-o", "out.yaml", "--json");
    assert.equal(status, 1);
    assert.match(stderr, /^a\.md:10: row passed over: no error code: “any other”$/m);
    assert.match(stderr, /^a\.md:11: text passed over: the message of Crane\.Broken has 2999 characters/m);
    const { skipped, entries, rows } = json();
    assert.deepEqual([rows, entries.new.length], [4, 4]);
    assert.deepEqual(
      skipped.map(({ path, line, kind }: { path: string; line: number; kind: string }) => [path, line, kind]),
      [
        ["a.md", 9, "row"],
        ["a.md", 10, "text"],
      ],
    );
    assert.deepEqual(parse(await read("out.yaml")).entries[3].rows, [
      { table: "error-codes", httpStatus: 500 },
    ]);
  });

  it("writes hostile cells so that they read back the same", async () => {
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
    const seen = messages.map((text) =>
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
      [...codes.map((code, index) => [code, seen[index]]), ["Ctrl.Char", "\uFFFDa b [31mc"]],
    );
    assert.equal(Object.values<{ section: string }>(file.tables)[0]?.section, "Errors: - [x] #y");
    await write("out.yaml", stdout);
    const again = run("a.md", "--provider", "acme", "-o", "out.yaml", "--json").json();
    assert.deepEqual(again.entries, { new: [], updated: [], unchanged: 9, gone: [] });
  });

  it("writes through links, keeps permissions and leaves nothing beside", async () => {
    await write("harbour.md", document);
    await write("real/acme.yaml", "version: 1\nprovider: acme\n");
    await chmod(join(folder, "real/acme.yaml"), 0o640);
    await symlink("real/acme.yaml", join(folder, "link.yaml"));
    assert.equal(run("harbour.md", "--provider", "acme", "-o", "link.yaml").status, 0);
    assert.match(await read("real/acme.yaml"), /Gate\.Closed/);
    assert.equal((await stat(join(folder, "real/acme.yaml"))).mode & 0o777, 0o640);
    assert.deepEqual(await readdir(join(folder, "real")), ["acme.yaml"]);
  });

  const acme = ["--provider", "acme"];
  const misused: [what: string, args: string[], said: RegExp][] = [
    ["a document that is not there", ["no.md", ...acme], /Cannot read 'no\.md': there is no such file/],
    [
      "a document that is no text",
      ["binary.md", ...acme],
      /Cannot read 'binary\.md': it is not text in UTF-8/,
    ],
    [
      "a document without codes",
      ["empty.md", ...acme, "-o", "new.yaml"],
      /No error code was found in empty\.md; nothing was written/,
    ],
    [
      "a heading that is not there",
      ["ok.md", ...acme, "--section", "X"],
      /No error code was found in ok\.md below “X”/,
    ],
    ["no provider", ["ok.md"], /required option '--provider <id>'/],
    ["a provider that is no id", ["ok.md", "--provider", "Acme Inc"], /--provider.*lower-case/],
    [
      "another provider's file",
      ["ok.md", ...acme, "-o", "other.yaml"],
      /'other\.yaml' holds codes of 'zenith', not of 'acme'/,
    ],
    [
      "another service's file",
      ["ok.md", "--provider", "zenith", "--service", "x", "-o", "other.yaml"],
      /service 'common', not of 'x'/,
    ],
    ["a broken file", ["ok.md", ...acme, "-o", "broken.yaml"], /broken\.yaml:2:11: provider/],
    ["a folder for a file", ["ok.md", ...acme, "-o", "."], /Cannot write '\.': it is not a file/],
    [
      "a folder that is not there",
      ["ok.md", ...acme, "-o", "no/such.yaml"],
      /Cannot write 'no\/such\.yaml': there is no folder 'no'/,
    ],
    ["--json without a file", ["ok.md", ...acme, "--json"], /--json prints the report: it needs -o FILE/],
    ["columns without a code", ["ok.md", ...acme, "--columns", "message=1"], /code=N/],
    ["unknown columns", ["ok.md", ...acme, "--columns", "code=1,name=2"], /'name=2' is none of code=N/],
    [
      "columns of another document",
      ["ok.md", ...acme, "--columns", "b.md:3:skip"],
      /'b\.md', which is not imported/,
    ],
    [
      "columns of no table",
      ["ok.md", ...acme, "--columns", "ok.md:1:skip"],
      /no table starts on line 1 of 'ok\.md'/,
    ],
  ];
  for (const [what, args, said] of misused) {
    it(`exits with 2, one sentence and nothing written at ${what}`, async () => {
      await write("ok.md", document);
      await write("empty.md", "# Nothing\n");
      await write("binary.md", new Uint8Array([0x23, 0xb4, 0xed, 0xc2, 0xeb]));
      await write("other.yaml", "version: 1\nprovider: zenith\nentries: []\n");
      await write("broken.yaml", "version: 1\nprovider: [acme]\n");
      const before = await readdir(folder);
      const { status, stdout, stderr } = run(...args);
      assert.deepEqual([status, stdout], [2, ""], stderr);
      assert.match(stderr, said);
      assert.deepEqual(await readdir(folder), before);
      assert.equal(await read("other.yaml"), "version: 1\nprovider: zenith\nentries: []\n");
    });
  }

  it("says in its help what the exit codes mean", () => {
    const { status, stdout } = run("--help");
    assert.equal(status, 0);
    assert.match(stdout, /Exit codes: 0 all is read, 1 doubts remain/);
  });
});
