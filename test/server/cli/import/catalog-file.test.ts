import assert from "node:assert/strict";
import { chmod, readdir, stat, symlink } from "node:fs/promises";
import { document, importFolder } from "./import-folder.ts";

/** The beginning of a hand-written catalog file. */
const handWritten = `# Ours, with care.
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
`;

describe("import: the catalog file", () => {
  const { at, read, run, write } = importFolder();

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

  it("updates a file and keeps its hand-written content", async () => {
    await write("harbour.md", document);
    await write(
      "acme.yaml",
      `${handWritten}    officialMisspelling: true
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
      `${handWritten}      zh-CN: 找不到货箱
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

  it("does not rewrite a file that already has the same content in another style", async () => {
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

  it("keeps byte order mark, line endings and indentation", async () => {
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

  it("writes JSON if the name of the file ends in .json", async () => {
    await write("harbour.md", document);
    assert.equal(run("harbour.md", "--provider", "acme", "-o", "acme.json").status, 0);
    assert.equal(JSON.parse(await read("acme.json")).entries.length, 3);
    assert.equal(run("harbour.md", "--provider", "acme", "--name", "港口", "-o", "acme.json").status, 0);
    assert.deepEqual(JSON.parse(await read("acme.json")).name, { "zh-CN": "港口" });
  });

  it("writes through symbolic links, keeps permissions and leaves no temporary file behind", async () => {
    await write("harbour.md", document);
    await write("real/acme.yaml", "version: 1\nprovider: acme\n");
    await chmod(at("real/acme.yaml"), 0o640);
    await symlink("real/acme.yaml", at("link.yaml"));
    assert.equal(run("harbour.md", "--provider", "acme", "-o", "link.yaml").status, 0);
    assert.match(await read("real/acme.yaml"), /Gate\.Closed/);
    assert.equal((await stat(at("real/acme.yaml"))).mode & 0o777, 0o640);
    assert.deepEqual(await readdir(at("real")), ["acme.yaml"]);
  });
});
