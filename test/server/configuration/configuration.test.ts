import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver/node";
import { configurationJsonSchema } from "../../../server/configuration/json-schema.ts";
import { ruleIds } from "../../../server/rules/index.ts";
import type { Open } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

const wrong = 'if (err.code === "AuthFailure.SignatureExpired") {}';

/** Findings as `rule severity text`. */
async function found(open: Open): Promise<string[]> {
  return (await open.diagnose()).map(
    ({ code, severity, range }) => `${code} ${severity} ${open.document.getText(range)}`,
  );
}

/** Diagnostics as `line:character-character message`, zero-based. */
function said(diagnostics: readonly Diagnostic[] | undefined): string[] {
  return (diagnostics ?? []).map(
    ({ range: { start, end }, message }) => `${start.line}:${start.character}-${end.character} ${message}`,
  );
}

describe("a configuration", () => {
  let project: Project | undefined;
  afterEach(async () => {
    await project?.end();
    project = undefined;
  });

  const warned = "misspelled-code 2 AuthFailure.SignatureExpired";

  it("sets severities, the nearest up the tree wins, live", async () => {
    project = await Project.of({
      ".error-codes.yaml": "rules:\n  misspelled-code: error\n",
      "quiet/.error-codes.json": '{"rules": {"misspelled-code": "off"}}',
    });
    const loud = await project.open("src/a.ts", "typescript", wrong);
    const quiet = await project.open("quiet/deep/b.ts", "typescript", wrong);
    assert.deepEqual(await found(loud), [warned.replace("2", "1")]);
    assert.deepEqual(await found(quiet), []);
    await project.change({ "quiet/.error-codes.json": undefined });
    assert.deepEqual(await found(quiet), [warned.replace("2", "1")]);
    await project.change({ ".error-codes.yaml": "rules:\n  misspelled-code: information\n" });
    assert.deepEqual(await found(loud), [warned.replace("2", "3")]);
    await project.change({ ".error-codes.yaml": undefined });
    assert.deepEqual(await found(loud), [warned]);
  });

  it("stands behind the editor's settings, and before the defaults", async () => {
    project = await Project.of(
      { ".error-codes.yaml": "rules:\n  misspelled-code: error\n" },
      { initializationOptions: { settings: { rules: { "misspelled-code": "hint" } } } },
    );
    const open = await project.open("a.ts", "typescript", wrong);
    assert.deepEqual(await found(open), [warned.replace("2", "4")]);
  });

  it("keeps silent about codes and paths that it ignores", async () => {
    project = await Project.of({
      ".error-codes.yaml": "ignore:\n  codes: [AuthFailure.*Expired]\n  paths: [generated/, '*.gen.ts']\n",
    });
    const other = 'if (err.code === "AuthFailure.SignatureExpird") {}';
    for (const [path, text, findings] of [
      ["src/a.ts", wrong, 0],
      ["src/b.ts", other, 1],
      ["generated/c.ts", other, 0],
      ["src/d.gen.ts", other, 0],
    ] as const) {
      const open = await project.open(path, "typescript", text);
      assert.equal((await found(open)).length, findings, path);
    }
  });

  it("tells what holds error codes in this project", async () => {
    const text =
      'mustBe("AuthFailure.SignatureExpired"); x.biz === "AuthFailure.SignatureExpired"; const y = { reply: "AuthFailure.SignatureExpired" };';
    project = await Project.of({ "a.txt": "" });
    const open = await project.open("a.ts", "typescript", text);
    assert.deepEqual(await found(open), []);
    await project.change({
      ".error-codes.yaml": "evidence:\n  functions: [mustBe]\n  fields: [biz]\n  keys: reply\n",
    });
    assert.deepEqual(await found(open), [warned, warned, warned]);
  });

  it("names the providers of files that do not tell", async () => {
    project = await Project.of({ ".error-codes.yaml": "providers: [Alibaba Cloud]\n" });
    const open = await project.open("a.ts", "typescript", 'if (err.code === "Thrott|ling") {}');
    assert.match((await open.hovered())?.text ?? "", /^`Throttling`\n\n\*\*Alibaba Cloud\*\*/);
    const silent = await project.open("b.ts", "typescript", wrong);
    assert.deepEqual(await found(silent), []);
  });

  it("reports its own mistakes where they stand, with what was meant", async () => {
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
    const all = said(await open.diagnose());
    assert.deepEqual(all.slice(0, 1), [
      "3:4-11 catalogs.0.provder: This key is unknown. Did you mean 'provider'?",
    ]);
    assert.match(all[1] ?? "", /^7:8-9 ignore: It must be a mapping/);
    const mended = await project.open(
      ".error-codes.json",
      "json",
      '{"rules": {"mispelled-code": "error", "misspelled-code": "warn"}, "providers": ["alibaba-clod"], "catalogs": [{"path": "no/*.md"}]}',
    );
    assert.deepEqual(said(await mended.diagnose()), [
      "0:11-27 There is no rule 'mispelled-code'. Did you mean 'misspelled-code'?",
      "0:57-63 There is no severity 'warn'. Did you mean 'warning'?",
      "0:119-128 'no/*.md' matches no file.",
      "0:80-94 There is no provider 'alibaba-clod'. Did you mean 'alibaba-cloud'?",
    ]);
  });

  it("says nothing, and is in order, where all of it is comments", async () => {
    project = await Project.of({ ".error-codes.yaml": "# rules:\n#   misspelled-code: error\n\n# later\n" });
    const open = await project.open("a.ts", "typescript", wrong);
    assert.deepEqual(await found(open), [warned]);
    const own = await project.open(".error-codes.yaml", "yaml", "# rules: {}\n");
    assert.deepEqual(await own.diagnose(), []);
  });

  it("speaks Chinese where that is asked", async () => {
    project = await Project.of({}, { locale: "zh-cn" });
    const open = await project.open(".error-codes.yaml", "yaml", "ruls: {}\nproviders: 3\n");
    assert.deepEqual(said(await open.diagnose()), [
      "0:0-4 ruls：未知的键。是否应为“rules”？",
      "1:11-12 providers：应为字符串或列表，而不是 3。",
    ]);
  });

  it("holds as it was while it is broken, and tells so though nobody opened it", async () => {
    project = await Project.of({ ".error-codes.yaml": "rules:\n  misspelled-code: error\n" });
    const { client } = project;
    const open = await project.open("a.ts", "typescript", wrong);
    assert.deepEqual(await found(open), [warned.replace("2", "1")]);
    await project.change({ ".error-codes.yaml": "rules: [\n" });
    assert.deepEqual(await found(open), [warned.replace("2", "1")]);
    const uri = project.uri(".error-codes.yaml");
    await client.until("the problem is published", () => client.publishedFor(uri)?.length === 1);
    await project.change({ ".error-codes.yaml": "rules: {}\n" });
    assert.deepEqual(await found(open), [warned]);
    await client.until("the problem is withdrawn", () => client.publishedFor(uri)?.length === 0);
  });

  it("falls back to what was saved, not to what was typed, when a broken one is saved", async () => {
    project = await Project.of({ ".error-codes.yaml": "rules:\n  misspelled-code: error\n" });
    const open = await project.open("a.ts", "typescript", wrong);
    assert.deepEqual(await found(open), [warned.replace("2", "1")]);
    const typed = await project.open(".error-codes.yaml", "yaml", "rules:\n  misspelled-code: off\n");
    assert.deepEqual(await typed.diagnose(), []);
    await project.change({ ".error-codes.yaml": "rules: [\n" });
    assert.deepEqual(await found(open), [warned.replace("2", "1")]);
  });

  it("knows the providers of its own catalogs before it is saved", async () => {
    project = await Project.of({ "acme.md": "" });
    const text = "providers: [acme]\ncatalogs: [{ path: acme.md, provider: acme }]\n";
    const open = await project.open(".error-codes.yaml", "yaml", text);
    assert.deepEqual(said(await open.diagnose()), []);
  });

  it("cannot hang the server by a pattern", async () => {
    const pattern = `${"*a".repeat(60)}*b`;
    project = await Project.of({
      ".error-codes.yaml": `ignore:\n  codes: ["${pattern}"]\n  paths: ["${pattern}"]\n`,
    });
    const open = await project.open(
      "a.ts",
      "typescript",
      `if (err.code === "A${"a".repeat(100)}.Invalid") {}\n${wrong}`,
    );
    assert.deepEqual(await found(open), [warned]);
  });

  it("cannot point outside the folder of a restricted workspace", async () => {
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
    assert.match(said(await open.diagnose())[0] ?? "", /cannot point outside the folder\.$/);
    await project.end();
    project = await Project.of(files);
    const trusted = await project.open("a.ts", "typescript", 'if (err.code === "Acme.Bro|ken") {}');
    const hover = await trusted.hovered();
    assert.match(hover?.text ?? "", /\*\*acme\*\*/);
    assert.ok(hover?.text.includes(pathToFileURL(outside).href));
    await rm(elsewhere, { recursive: true });
  });
});

describe("completion in a configuration", () => {
  let project: Project;
  before(async () => {
    project = await Project.of({});
  });
  after(() => project.end());

  const cases: [what: string, text: string, first: RegExp][] = [
    ["sections", "|", /^providers, pins, catalogs, rules, ignore, evidence$/],
    ["sections after others", "rules:\n  misspelled-code: off\n|", /^providers, pins, catalogs, rules/],
    ["rules", "rules:\n  |", /^misspelled-code(, .*)?, unused-ignore$/],
    ["severities", "rules:\n  misspelled-code: |", /^error, warning, information, hint, off$/],
    ["providers in a list", "providers:\n  - |", /tencent-cloud/],
    ["providers in a list no deeper than its key", "providers:\n- ten|", /tencent-cloud/],
    ["providers in brackets", "providers: [zenlayer-cloud, |]", /tencent-cloud/],
    ["keys of a catalog", "catalogs:\n  - |", /^path, provider, service, complete$/],
    [
      "further keys of a catalog",
      "catalogs:\n  - path: a.yaml\n    |",
      /^path, provider, service, complete$/,
    ],
    ["the provider of a catalog", "catalogs:\n  - path: a.yaml\n    provider: |", /tencent-cloud/],
    ["the provider of a pin", "pins:\n  /src/a.ts: |", /tencent-cloud/],
    ["the providers of a pin", "pins:\n  '/src/[id].ts': [aws, |]", /tencent-cloud/],
    ["the providers of a pin in lines", "pins:\n  /src/:\n    - |", /tencent-cloud/],
    ["what is ignored", "ignore:\n  |", /^codes, paths$/],
    ["names of evidence", "evidence:\n  |", /^functions, fields, keys$/],
    ["nothing in free text", "ignore:\n  codes:\n    - |", /^$/],
  ];
  for (const [what, text, first] of cases) {
    it(`offers ${what}`, async () => {
      const open = await project.open(`${what}/.error-codes.yaml`, "yaml", text);
      const items = (await open.complete()).toSorted((a, b) =>
        (a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1,
      );
      assert.match(items.map(({ label }) => label).join(", "), first);
    });
  }
});

describe("the configuration's format", () => {
  it("stands in the committed JSON Schema as it is now", async () => {
    const path = join(import.meta.dirname, "../../../server/configuration-schema.json");
    assert.deepEqual(JSON.parse(await readFile(path, "utf8")), configurationJsonSchema(ruleIds));
  });
});
