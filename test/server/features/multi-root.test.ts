import assert from "node:assert/strict";
import {
  type CatalogResult,
  catalogRequest,
  checkCommand,
  type DetailsResult,
  detailsRequest,
  type EntryMarkdownResult,
  type ExplainResult,
  entryMarkdownRequest,
  explainRequest,
  type ProjectResult,
  projectRequest,
  type SearchResult,
  scanRequest,
  searchRequest,
  type UsagesResult,
  type UsedResult,
  usagesRequest,
  usedRequest,
} from "../../../server/protocol/index.ts";
import type { StartOptions } from "../harness/client.ts";
import type { OpenDocument } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

const catalogOf = (provider: string, codes: Record<string, string>) =>
  [
    "version: 1",
    `provider: ${provider}`,
    "entries:",
    ...Object.entries(codes).map(([code, summary]) => `  - { code: ${code}, summary: ${summary} }`),
  ].join("\n");
const configuration = "catalogs: [{ path: own.yaml }]\n";
const misspelled = 'if (err.code === "AuthFailure.SignatureExpired") {}\n';
const use = 'if (err.code === "Paper.Out") {}\n';

/** Two folders with a catalog each, both of the same provider and with one code in common, and a third without. */
const files = {
  "shop/.error-codes.yaml": `${configuration}rules: { misspelled-code: error }\n`,
  "shop/own.yaml": catalogOf("acme", {
    "Paper.Out": "The till has no paper",
    "Till.Open": "The till is open",
  }),
  "shop/a.ts": misspelled + use,
  "office/.error-codes.yaml": `${configuration}rules: { misspelled-code: off }\n`,
  "office/own.yaml": catalogOf("acme", {
    "Paper.Out": "The printer has no paper",
    "Ink.Dry": "The ink is dry",
  }),
  "office/b.ts": misspelled + use,
  "office/lab/.error-codes.yaml": configuration,
  "office/lab/own.yaml": catalogOf("lab", { "Probe.Lost": "The probe is lost" }),
  "bare/c.ts": misspelled,
};

describe("a workspace with several folders", () => {
  let project: Project;
  afterEach(() => project.end());
  const start = async (options: StartOptions = {}) => {
    project = await Project.of(files, { folders: ["shop", "office", "bare"], ...options });
  };
  const ask = <T>(method: string, params: object) => project.client.connection.sendRequest<T>(method, params);
  const ownProviders = async (path: string) => {
    const providers = await ask<CatalogResult>(catalogRequest, { uri: project.uri(path) });
    return providers.filter((one) => one.own).map(({ id, count }) => `${id} ${count}`);
  };
  const governing = (path: string) => ask<ProjectResult>(projectRequest, { uri: project.uri(path) });

  it("serves the catalog that applies to the active document, and the name of its project", async () => {
    await start();
    assert.deepEqual(await ownProviders("shop/a.ts"), ["acme 2"]);
    assert.deepEqual(await ownProviders("office/lab/x.ts"), ["lab 1"]);
    assert.deepEqual(await ownProviders("bare/c.ts"), []);
    assert.deepEqual(await governing("shop/a.ts"), {
      id: project.uri("shop/.error-codes.yaml"),
      folder: "shop",
    });
    assert.deepEqual((await governing("office/lab/x.ts")).folder, "office/lab");
    assert.deepEqual(await governing("bare/c.ts"), { id: "", folder: "bare" });
    for (const uri of [undefined, "untitled:Untitled-1", "file:///elsewhere/x.ts"])
      assert.equal((await ask<ProjectResult>(projectRequest, uri ? { uri } : {})).folder, "shop");
  });

  it("does not name the only folder, but projects below it", async () => {
    await start({ folders: ["office"] });
    assert.equal((await governing("office/b.ts")).folder, undefined);
    assert.equal((await governing("office/lab/x.ts")).folder, "lab");
  });

  it("explains a code by the catalog of its folder, in hovers and on pages", async () => {
    await start();
    for (const [path, expected, other] of [
      ["shop/a.ts", /till has no paper/, /printer/],
      ["office/b.ts", /printer has no paper/, /till/],
    ] as const) {
      const open = await project.open(path, "typescript", use.replace("Paper", "Pap|er"));
      const { text = "" } = (await open.hoverTexts()) ?? {};
      assert.match(text, expected);
      const [found] = await ask<SearchResult>(searchRequest, { query: "Paper.Out", uri: project.uri(path) });
      assert.ok(found);
      const { provider, service, code, origin } = found;
      // Requested from a page, and from lists in other folders.
      for (const request of [{}, { uri: project.uri("bare/c.ts") }, { uri: project.uri("shop/a.ts") }]) {
        const key = { provider, service, code, ...(origin ? { origin } : {}), ...request };
        const page = JSON.stringify(await ask<DetailsResult>(detailsRequest, key));
        assert.match(page, expected);
        assert.doesNotMatch(page, other);
        assert.match((await ask<EntryMarkdownResult>(entryMarkdownRequest, key)) ?? "", expected);
      }
    }
  });

  it("links a hover to the page of the code in its own folder", async () => {
    await start({ initializationOptions: { detailsCommand: "details" } });
    const open = await project.open("office/b.ts", "typescript", use.replace("Paper", "Pap|er"));
    const [, argument = ""] = /command:details\?([^)]+)/.exec((await open.hoverTexts())?.text ?? "") ?? [];
    const [key] = JSON.parse(decodeURIComponent(argument));
    assert.match(JSON.stringify(await ask<DetailsResult>(detailsRequest, key)), /printer has no paper/);
  });

  it("finds a code by its catalog, however the client escapes the URI", async () => {
    await start();
    const origin = project.uri("office/own.yaml").replace("office", "%6Fffice");
    const key = { provider: "acme", service: "common", code: "Paper.Out", origin };
    assert.match(JSON.stringify(await ask<DetailsResult>(detailsRequest, key)), /printer has no paper/);
  });

  it("lists on a page the usages of its own catalog's code, not of the same code of another folder", async () => {
    await start();
    await project.open("shop/a.ts", "typescript", use);
    await project.open("office/new.ts", "typescript", use);
    const key = { provider: "acme", service: "common", code: "Paper.Out" };
    for (const [folder, open, all] of [
      ["shop", ["shop/a.ts"], ["shop/a.ts"]],
      ["office", ["office/new.ts"], ["office/b.ts", "office/new.ts"]],
    ] as const) {
      const request = { ...key, origin: project.uri(`${folder}/own.yaml`) };
      const paths = async (more: object) =>
        (await ask<UsagesResult>(usagesRequest, { ...request, ...more })).usages.map(({ path }) => path);
      assert.deepEqual(await paths({}), open);
      assert.deepEqual(await paths({ scan: true }), all);
    }
  });

  it("loads no configuration for a key that names a file outside the workspace", async () => {
    await start({ folders: ["shop"] });
    const key = {
      provider: "acme",
      service: "common",
      code: "Paper.Out",
      origin: project.uri("office/own.yaml"),
    };
    assert.match(JSON.stringify(await ask<DetailsResult>(detailsRequest, key)), /till has no paper/);
    assert.equal(await ask<DetailsResult>(detailsRequest, { ...key, code: "Ink.Dry" }), null);
  });

  it("looks up codes in all folders, and names the other folders", async () => {
    await start();
    const uri = project.uri("shop/a.ts");
    const look = async (query: string, more: object = { everywhere: true }) =>
      (await ask<SearchResult>(searchRequest, { query, uri, orNearest: true, ...more })).map(
        ({ code, folder }) => `${code} ${folder ?? "-"}`,
      );
    assert.deepEqual((await look("Paper.Out")).slice(0, 2), ["Paper.Out -", "Paper.Out office"]);
    assert.equal((await look("Ink.Dry"))[0], "Ink.Dry office");
    assert.ok(!(await look("Ink.Dry", {})).some((one) => one.startsWith("Ink.Dry")));
  });

  it("explains a response by the catalog that has its code", async () => {
    await start();
    const { found } = await ask<ExplainResult>(explainRequest, {
      text: '{"Code": "Ink.Dry", "Message": "It is dry."}',
      uri: project.uri("shop/a.ts"),
    });
    assert.deepEqual(
      found.map(({ code, items }) => [code, items[0]?.summary]),
      [["Ink.Dry", "The ink is dry"]],
    );
  });

  it("lists the used codes by folder, each as its own catalog explains it", async () => {
    await start();
    await project.write({ "office/lab/p.ts": 'if (err.code === "Probe.Lost") {}\n' });
    await ask(scanRequest, {});
    const { folders } = await ask<UsedResult>(usedRequest, {});
    const summaries = folders.map(({ name, groups }) => [
      name,
      groups.flatMap(({ codes }) => codes.flatMap(({ item }) => item?.summary ?? [])).sort(),
    ]);
    assert.deepEqual(summaries, [
      ["shop", ["The till has no paper"]],
      ["office", ["The printer has no paper", "The probe is lost"]],
      ["bare", []],
    ]);
  });

  it("checks each folder by its own configuration", async () => {
    await start();
    const { client } = project;
    await client.connection.sendRequest("workspace/executeCommand", { command: checkCommand });
    const found = (path: string) =>
      client.publishedFor(project.uri(path))?.map(({ code, severity }) => `${code} ${severity}`);
    assert.deepEqual(found("shop/a.ts"), ["misspelled-code 1"]);
    assert.equal(found("office/b.ts"), undefined);
    assert.deepEqual(found("bare/c.ts"), ["misspelled-code 2"]);
  });

  it("picks up an added folder", async () => {
    await start({ folders: ["shop"], capabilities: { workspace: { workspaceFolders: true } } });
    assert.equal((await governing("office/b.ts")).folder, undefined);
    const { client } = project;
    const before = client.changes;
    const added = [{ uri: project.uri("office"), name: "office" }];
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added, removed: [] },
    });
    await client.waitUntil("the folder is known", () => client.changes > before);
    assert.equal((await governing("office/b.ts")).folder, "office");
  });

  it("recognises a test file by its path in its folder, also in an added folder", async () => {
    await start({
      folders: ["shop"],
      capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    });
    const { client } = project;
    const list = `import "@aws-sdk/client-s3";\nconst retryableErrors = ["Throttling", "SignatureDoesNotMatch"];\n`;
    const inside = await project.open("tests/new/src/a.ts", "typescript", list);
    const below = await project.open("tests/new/tests/a.ts", "typescript", list);
    const rules = async (open: OpenDocument) => (await open.diagnose()).map(({ code }) => code);
    assert.deepEqual(await rules(inside), []);
    const before = client.changes;
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: project.uri("tests/new"), name: "new" }], removed: [] },
    });
    await client.waitUntil("the folder is known", () => client.changes > before);
    assert.deepEqual(await rules(inside), ["retry-permanent"]);
    assert.deepEqual(await rules(below), []);
  });
});
