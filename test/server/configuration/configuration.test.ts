import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver/node";
import { configurationJsonSchema } from "../../../server/configuration/json-schema.ts";
import { ruleIds } from "../../../server/rules/index.ts";
import type { OpenDocument } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

const misspelled = 'if (err.code === "AuthFailure.SignatureExpired") {}';

/** Returns findings as `rule severity text`. */
async function findingsIn(open: OpenDocument): Promise<string[]> {
  return (await open.diagnose()).map(
    ({ code, severity, range }) => `${code} ${severity} ${open.document.getText(range)}`,
  );
}

/** Returns diagnostics as `line:character-character message`, zero-based. */
function messagesOf(diagnostics: readonly Diagnostic[] | undefined): string[] {
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

describe("completion in a configuration", () => {
  let project: Project;
  before(async () => {
    project = await Project.of({});
  });
  after(() => project.end());

  const cases: [what: string, text: string, labels: RegExp][] = [
    ["sections", "|", /^providers, pins, catalogs, rules, ignore, evidence$/],
    [
      "sections other than those that are there",
      "rules:\n  misspelled-code: off\n|",
      /^providers, pins, catalogs, ignore/,
    ],
    [
      "rules at once below their section",
      "rules:\n|",
      /^misspelled-code, .*, providers, pins, catalogs, ignore/,
    ],
    ["rules behind their section", "rules: |", /^misspelled-code, /],
    [
      "rules that are not stated yet",
      "rules:\n  unknown-code: off\n  |\n  wrong-provider: off\n",
      /^misspelled-code, code-not/,
    ],
    ["rules", "rules:\n  |", /^misspelled-code(, .*)?, unused-ignore$/],
    ["severities", "rules:\n  misspelled-code: |", /^error, warning, information, hint, off$/],
    ["providers in a list", "providers:\n  - |", /tencent-cloud/],
    ["providers in a list no deeper than its key", "providers:\n- ten|", /tencent-cloud/],
    ["providers in brackets", "providers: [zenlayer-cloud, |]", /tencent-cloud/],
    [
      "keys of a catalog",
      "catalogs:\n  - |",
      /^path, provider, service, name, imports, hosts, mapping, complete$/,
    ],
    [
      "further keys of a catalog",
      "catalogs:\n  - path: a.yaml\n    |",
      /^provider, service, name, imports, hosts, mapping, complete$/,
    ],
    ["the provider of a catalog", "catalogs:\n  - path: a.yaml\n    provider: |", /tencent-cloud/],
    ["the provider of a pin", "pins:\n  /src/a.ts: |", /tencent-cloud/],
    ["the providers of a pin", "pins:\n  '/src/[id].ts': [aws, |]", /tencent-cloud/],
    ["the providers of a pin in lines", "pins:\n  /src/:\n    - |", /tencent-cloud/],
    ["keys under ignore", "ignore:\n  |", /^codes, paths, vendored$/],
    ["values of vendored", "ignore:\n  vendored: |", /^true, false$/],
    ["keys under evidence", "evidence:\n  |", /^functions, fields, keys$/],
    ["nothing in free text", "ignore:\n  codes:\n    - |", /^$/],
  ];
  for (const [what, text, labels] of cases) {
    it(`offers ${what}`, async () => {
      const open = await project.open(`${what}/.error-codes.yaml`, "yaml", text);
      const items = (await open.complete()).toSorted((a, b) =>
        (a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1,
      );
      assert.match(items.map(({ label }) => label).join(", "), labels);
    });
  }
});

describe("completion in a catalog", () => {
  let project: Project;
  before(async () => {
    project = await Project.of({
      ".error-codes.yaml": "catalogs:\n  - path: [own.yaml, own.json]\n",
      "own.yaml": "version: 1\nprovider: acme\nentries: []\n",
      "own.json": '{ "version": 1, "provider": "acme", "entries": [] }',
    });
  });
  after(() => project.end());

  const head = "version: 1\nprovider: acme\n";
  const cases: [what: string, path: string, text: string, labels: RegExp][] = [
    ["keys of a file", "own.yaml", `${head}|`, /^service, name, link, entries, concepts, tables$/],
    [
      "keys of an entry",
      "own.yaml",
      `${head}entries:\n  - code: A\n    |`,
      /^summary, httpStatus, messages, concept/,
    ],
    [
      "keys that the entry does not have below",
      "own.yaml",
      `${head}entries:\n  - code: A\n    |\n    summary: B\n  - code: C\n    kind: quota\n`,
      /^httpStatus, messages, concept, kind, /,
    ],
    ["kinds", "own.yaml", `${head}entries:\n  - code: A\n    kind: |`, /^authentication, permission, /],
    ["advice on retrying", "own.yaml", `${head}entries:\n  - code: A\n    retry: |`, /^backoff, renew, no$/],
    [
      "statuses in a list",
      "own.yaml",
      `${head}entries:\n  - code: A\n    httpStatus: [400, |]\n`,
      /^400, 401, /,
    ],
    ["concepts", "own.yaml", `${head}entries:\n  - code: A\n    concept: |`, /signature-expired/],
    [
      "languages in braces",
      "own.yaml",
      `${head}entries:\n  - code: A\n    summary: { en: B, | }\n`,
      /^zh-CN$/,
    ],
    [
      "codes of the file that replace one",
      "own.yaml",
      `${head}entries:\n  - code: Acme.A\n  - code: Acme.B\n    deprecated:\n      use: |`,
      /^Acme.A, Acme.B$/,
    ],
    ["nothing for a text", "own.yaml", `${head}entries:\n  - code: A\n    messages: |`, /^$/],
    [
      "keys in JSON",
      "own.json",
      '{ "version": 1, "entries": [{ "code": "A", "|" }] }',
      /^summary, httpStatus, /,
    ],
    [
      "kinds in JSON",
      "own.json",
      '{ "version": 1, "entries": [{ "kind": "|", "code": "A" }] }',
      /^authentication, /,
    ],
    [
      "keys in JSON without their quotes",
      "own.json",
      '{ "version": 1, "entries": [{ "code": "A", | }] }',
      /^summary, /,
    ],
  ];
  for (const [what, path, text, labels] of cases) {
    it(`offers ${what}`, async () => {
      const open = await project.open(path, path.endsWith("json") ? "json" : "yaml", text);
      const items = (await open.complete()).toSorted((a, b) =>
        (a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1,
      );
      assert.match(items.map(({ label }) => label).join(", "), labels);
      await open.close();
    });
  }

  it("explains keys and values on hover, and codes as anywhere", async () => {
    const text = `${head}entries:\n  - code: Acme.A\n    conc|ept: signature-expired\n`;
    const open = await project.open("own.yaml", "yaml", text);
    assert.match((await open.hoverTexts())?.text ?? "", /^\*\*concept\*\* — What it means across providers/);
    const value = await open.hoverTexts({ line: 4, character: 20 });
    assert.equal(value?.marked, "signature-expired");
    assert.match(value?.text ?? "", /^\*\*signature-expired\*\* — .*expired/i);
  });

  it("mends a misspelled key or value by the suggestion of its message", async () => {
    const text = `${head}entries:\n  - code: Acme.A\n    |sumary: B\n    concept: signature-expird\n`;
    const open = await project.open("own.yaml", "yaml", text);
    const [fix] = await open.actions();
    assert.equal(fix?.title, "Change to 'summary'");
    assert.match(fix && (await open.textAfterAction(fix)), /\n {4}summary: B\n/);
  });

  it("suggests what the mapping can have, never the word itself, and tells one syntax error once", async () => {
    const open = await project.open("x/.error-codes.yaml", "yaml", "|provider: acme\n");
    assert.deepEqual(messagesOf(await open.diagnose()), [
      "0:0-8 provider: This key is unknown. Did you mean 'providers'?",
    ]);
    const twice = await project.open("y/.error-codes.yaml", "yaml", "providers: [aws]\nprovider: acme\n");
    assert.deepEqual(messagesOf(await twice.diagnose()), ["1:0-8 provider: This key is unknown."]);
    const broken = await project.open("z/.error-codes.yaml", "yaml", 'pins: { "a": [aws, "b": aws }\n');
    assert.equal((await broken.diagnose()).length, 1);
  });

  it("does not scold what is only begun", async () => {
    const text = "providers:\nrules:\n  misspelled-code:\nignore:\n  codes:\ncatalogs:\n  -\nevidence:\n";
    const open = await project.open("w/.error-codes.yaml", "yaml", text);
    assert.deepEqual(messagesOf(await open.diagnose()), []);
    const catalog = await project.open(
      "own.yaml",
      "yaml",
      `${head}entries:\n  - code: A\n    summary:\n    kind:\n`,
    );
    assert.deepEqual(messagesOf(await catalog.diagnose()), []);
  });
});

describe("the configuration's format", () => {
  it("matches the committed JSON Schema", async () => {
    const path = join(import.meta.dirname, "../../../server/configuration-schema.json");
    assert.deepEqual(JSON.parse(await readFile(path, "utf8")), configurationJsonSchema(ruleIds));
  });
});
