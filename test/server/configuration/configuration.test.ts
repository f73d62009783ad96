import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { configurationJsonSchema } from "../../../server/configuration/json-schema.ts";
import { ruleIds } from "../../../server/rules/index.ts";
import { messagesOf, type OpenDocument } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

const misspelled = 'if (err.code === "AuthFailure.SignatureExpired") {}';

/** Returns findings as `rule severity text`. */
async function findingsIn(open: OpenDocument): Promise<string[]> {
  return (await open.diagnose()).map(
    ({ code, severity, range }) => `${code} ${severity} ${open.document.getText(range)}`,
  );
}

describe("a configuration", () => {
  let project: Project | undefined;
  afterEach(async () => {
    await project?.end();
    project = undefined;
  });

  const warning = "misspelled-code 2 AuthFailure.SignatureExpired";

  it("sets severities; the nearest one up the tree counts, and changes apply at once", async () => {
    project = await Project.of({
      ".error-codes.yaml": "rules:\n  misspelled-code: error\n",
      "quiet/.error-codes.json": '{"rules": {"misspelled-code": "off"}}',
    });
    const reporting = await project.open("src/a.ts", "typescript", misspelled);
    const quiet = await project.open("quiet/deep/b.ts", "typescript", misspelled);
    assert.deepEqual(await findingsIn(reporting), [warning.replace("2", "1")]);
    assert.deepEqual(await findingsIn(quiet), []);
    await project.change({ "quiet/.error-codes.json": undefined });
    assert.deepEqual(await findingsIn(quiet), [warning.replace("2", "1")]);
    await project.change({ ".error-codes.yaml": "rules:\n  misspelled-code: information\n" });
    assert.deepEqual(await findingsIn(reporting), [warning.replace("2", "3")]);
    await project.change({ ".error-codes.yaml": undefined });
    assert.deepEqual(await findingsIn(reporting), [warning]);
  });

  it("is overridden by the editor's settings, and overrides the defaults", async () => {
    project = await Project.of(
      { ".error-codes.yaml": "rules:\n  misspelled-code: error\n" },
      { initializationOptions: { settings: { rules: { "misspelled-code": "hint" } } } },
    );
    const open = await project.open("a.ts", "typescript", misspelled);
    assert.deepEqual(await findingsIn(open), [warning.replace("2", "4")]);
  });

  it("suppresses findings for ignored codes and paths", async () => {
    project = await Project.of({
      ".error-codes.yaml": "ignore:\n  codes: [AuthFailure.*Expired]\n  paths: [generated/, '*.gen.ts']\n",
    });
    const other = 'if (err.code === "AuthFailure.SignatureExpird") {}';
    for (const [path, text, findings] of [
      ["src/a.ts", misspelled, 0],
      ["src/b.ts", other, 1],
      ["generated/c.ts", other, 0],
      ["src/d.gen.ts", other, 0],
    ] as const) {
      const open = await project.open(path, "typescript", text);
      assert.equal((await findingsIn(open)).length, findings, path);
    }
  });

  it("lists the functions, fields and keys that imply error codes in this project", async () => {
    const text =
      'mustBe("AuthFailure.SignatureExpired"); x.biz === "AuthFailure.SignatureExpired"; const y = { reply: "AuthFailure.SignatureExpired" };';
    project = await Project.of({ "a.txt": "" });
    const open = await project.open("a.ts", "typescript", text);
    assert.deepEqual(await findingsIn(open), []);
    await project.change({
      ".error-codes.yaml": "evidence:\n  functions: [mustBe]\n  fields: [biz]\n  keys: reply\n",
    });
    assert.deepEqual(await findingsIn(open), [warning, warning, warning]);
  });

  it("sets the providers of files that contain no sign of any", async () => {
    project = await Project.of({ ".error-codes.yaml": "providers: [Alibaba Cloud]\n" });
    const open = await project.open("a.ts", "typescript", 'if (err.code === "Thrott|ling") {}');
    assert.match((await open.hoverTexts())?.text ?? "", /^`Throttling`\n\n\*\*Alibaba Cloud\*\*/);
    const silent = await project.open("b.ts", "typescript", misspelled);
    assert.deepEqual(await findingsIn(silent), []);
  });

  it("reports its own mistakes at their location, with the nearest valid name", async () => {
    project = await Project.of({});
    const open = await project.open(
      ".error-codes.yaml",
      "yaml",
      [
        "providers: [tencent-cloud, alibaba-clod]",
        "catalogs:",
        "  - path: docs/*.md",
        "    provder: acme",
        "rules:",
        "  mispelled-code: error",
        "  misspelled-code: warn",
        "ignore: 3",
      ].join("\n"),
    );
    const all = messagesOf(await open.diagnose());
    assert.deepEqual(all.slice(0, 1), [
      "3:4-11 catalogs.0.provder: This key is unknown. Did you mean 'provider'?",
    ]);
    assert.match(all[1] ?? "", /^7:8-9 ignore: It must be a mapping/);
    const withUnknownNames = await project.open(
      ".error-codes.json",
      "json",
      '{"rules": {"mispelled-code": "error", "misspelled-code": "warn"}, "providers": ["alibaba-clod"], "catalogs": [{"path": "no/*.md"}]}',
    );
    assert.deepEqual(messagesOf(await withUnknownNames.diagnose()), [
      "0:11-27 There is no rule 'mispelled-code'. Did you mean 'misspelled-code'?",
      "0:57-63 There is no severity 'warn'. Did you mean 'warning'?",
      "0:119-128 'no/*.md' matches no file.",
      "0:80-94 There is no provider 'alibaba-clod'. Did you mean 'alibaba-cloud'?",
    ]);
  });

  it("suggests for an unknown key another one, also where the key is known elsewhere in the file", async () => {
    project = await Project.of({});
    const open = await project.open(".error-codes.yaml", "yaml", "provider: [aws]\nignore: { path: [a] }\n");
    assert.deepEqual(messagesOf(await open.diagnose()), [
      "0:0-8 provider: This key is unknown. Did you mean 'providers'?",
      "1:10-14 ignore.path: This key is unknown. Did you mean 'paths'?",
    ]);
  });

  it("is valid and has no effect if it consists of comments", async () => {
    project = await Project.of({ ".error-codes.yaml": "# rules:\n#   misspelled-code: error\n\n# later\n" });
    const open = await project.open("a.ts", "typescript", misspelled);
    assert.deepEqual(await findingsIn(open), [warning]);
    const own = await project.open(".error-codes.yaml", "yaml", "# rules: {}\n");
    assert.deepEqual(await own.diagnose(), []);
  });

  it("reports its mistakes in Chinese in a Chinese editor", async () => {
    project = await Project.of({}, { locale: "zh-cn" });
    const open = await project.open(".error-codes.yaml", "yaml", "ruls: {}\nproviders: 3\n");
    assert.deepEqual(messagesOf(await open.diagnose()), [
      "0:0-4 ruls：未知的键。是否应为“rules”？",
      "1:11-12 providers：应为字符串或列表，而不是 3。",
    ]);
  });

  it("keeps its last valid content while it is invalid, and reports the problem even if it is not open", async () => {
    project = await Project.of({ ".error-codes.yaml": "rules:\n  misspelled-code: error\n" });
    const { client } = project;
    const open = await project.open("a.ts", "typescript", misspelled);
    assert.deepEqual(await findingsIn(open), [warning.replace("2", "1")]);
    await project.change({ ".error-codes.yaml": "rules: [\n" });
    assert.deepEqual(await findingsIn(open), [warning.replace("2", "1")]);
    const uri = project.uri(".error-codes.yaml");
    await client.waitUntil("the problem is published", () => client.publishedFor(uri)?.length === 1);
    await project.change({ ".error-codes.yaml": "rules: {}\n" });
    assert.deepEqual(await findingsIn(open), [warning]);
    await client.waitUntil("the problem is withdrawn", () => client.publishedFor(uri)?.length === 0);
  });

  it("falls back to its last saved valid content, not to unsaved changes, if it is saved invalid", async () => {
    project = await Project.of({ ".error-codes.yaml": "rules:\n  misspelled-code: error\n" });
    const open = await project.open("a.ts", "typescript", misspelled);
    assert.deepEqual(await findingsIn(open), [warning.replace("2", "1")]);
    const typed = await project.open(".error-codes.yaml", "yaml", "rules:\n  misspelled-code: off\n");
    assert.deepEqual(await typed.diagnose(), []);
    await project.change({ ".error-codes.yaml": "rules: [\n" });
    assert.deepEqual(await findingsIn(open), [warning.replace("2", "1")]);
  });

  it("accepts the providers of its own catalogs before it is saved", async () => {
    project = await Project.of({ "acme.md": "" });
    const text = "providers: [acme]\ncatalogs: [{ path: acme.md, provider: acme }]\n";
    const open = await project.open(".error-codes.yaml", "yaml", text);
    assert.deepEqual(messagesOf(await open.diagnose()), []);
  });

  it("cannot hang the server with a pattern", async () => {
    const pattern = `${"*a".repeat(60)}*b`;
    project = await Project.of({
      ".error-codes.yaml": `ignore:\n  codes: ["${pattern}"]\n  paths: ["${pattern}"]\n`,
    });
    const open = await project.open(
      "a.ts",
      "typescript",
      `if (err.code === "A${"a".repeat(100)}.Invalid") {}\n${misspelled}`,
    );
    assert.deepEqual(await findingsIn(open), [warning]);
  });

  it("cannot refer to files outside the folder of a restricted workspace", async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), "error-codes-"));
    await writeFile(
      join(elsewhere, "codes.yaml"),
      "version: 1\nprovider: acme\nentries: [{ code: Acme.Broken }]\n",
    );
    const outside = join(elsewhere, "codes.yaml");
    const files = { ".error-codes.json": JSON.stringify({ catalogs: [{ path: outside }] }) };
    project = await Project.of(files, { initializationOptions: { restricted: true } });
    const hovered = await project.open("a.ts", "typescript", 'if (err.code === "Acme.Bro|ken") {}');
    assert.equal(await hovered.hover(), null);
    const open = await project.open(".error-codes.json", "json", files[".error-codes.json"]);
    assert.match(messagesOf(await open.diagnose())[0] ?? "", /cannot point outside the folder\.$/);
    await project.end();
    project = await Project.of(files);
    const trusted = await project.open("a.ts", "typescript", 'if (err.code === "Acme.Bro|ken") {}');
    const hover = await trusted.hoverTexts();
    assert.match(hover?.text ?? "", /\*\*acme\*\*/);
    assert.ok(hover?.text.includes(pathToFileURL(outside).href));
    await rm(elsewhere, { recursive: true });
  });
});

describe("the configuration's format", () => {
  it("matches the committed JSON Schema", async () => {
    const path = join(import.meta.dirname, "../../../server/configuration-schema.json");
    assert.deepEqual(JSON.parse(await readFile(path, "utf8")), configurationJsonSchema(ruleIds));
  });
});
