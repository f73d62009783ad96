import assert from "node:assert/strict";
import { messagesOf } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

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
      /^zh-CN, other$/,
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
