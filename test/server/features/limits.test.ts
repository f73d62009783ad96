import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { DiagnosticSeverity } from "vscode-languageserver";
import type { CodesResult, SearchResult, UsedResult } from "../../../server/protocol/index.ts";
import { Client } from "../harness/client.ts";
import { newFolder } from "../harness/folder.ts";

const header = `import * as t from "@alicloud/pop-core";\n`;

describe("how much the server answers at most", () => {
  const { at, write } = newFolder();
  let client: Client;
  afterEach(() => client.stop());

  it("reports 1,000 diagnostics of a document: warnings first, and how many are left out", async () => {
    client = await Client.start();
    const hints = `function f(e) { return e.code === "Throttling"; }\n`.repeat(1200);
    const warnings = `function f(e) { return e.code === "InvalidAccessKeyId.NotFuond"; }\n`.repeat(300);
    const document = await client.open("typescript", header + hints + warnings, "file:///many.ts");
    const found = await document.diagnose();
    assert.equal(found.length, 1000);
    const serious = found.filter(({ severity }) => severity === DiagnosticSeverity.Warning);
    assert.equal(serious.length, 300);
    const last = found.at(-1);
    assert.match(String(last?.message), /^\d+ more problems of error codes in this file are not shown\.$/);
    assert.equal(last?.severity, DiagnosticSeverity.Information);
  });

  it("reports 100 problems of one kind of a configuration, counts the others, and cuts what they quote", async () => {
    client = await Client.start();
    const rules = Array.from({ length: 1500 }, (_, index) => `  rule-${index}: off\n`).join("");
    const text = `rules:\n  ${"x".repeat(900)}: off\n${rules}`;
    const document = await client.open("yaml", text, pathToFileURL(at(".error-codes.yaml")).href);
    const found = await document.diagnose();
    assert.equal(found.length, 101);
    assert.equal(found.at(-1)?.message, "1,401 more problems like those before are not listed.");
    assert.ok(JSON.stringify(found).length < 100_000);
  });

  it("lists 10,000 items in an answer, and how many are left out", async () => {
    const count = 10_050;
    const entries = Array.from(
      { length: count },
      (_, index) => `- { code: Acme.E${index}, summary: { en: E } }\n`,
    );
    await write("acme.yaml", `version: 1\nprovider: acme\nservice: thing\nentries:\n${entries.join("")}`);
    await write(".error-codes.yaml", "catalogs:\n  - path: acme.yaml\n");
    const uses = Array.from({ length: count }, (_, index) => `if (e.code === "Acme.E${index}") {}\n`);
    await write("a.ts", uses.slice(0, 6000).join(""));
    await write("b.ts", uses.slice(6000).join(""));
    client = await Client.start({ folder: at(".") });
    const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(method, params);
    const uri = pathToFileURL(at("a.ts")).href;
    const asked = { uri, provider: "acme", service: "thing", grouping: "family" };
    const { groups, codes, omitted } = await ask<CodesResult>("errorCodes/codes", asked);
    assert.equal(
      groups.reduce((sum, group) => sum + group.codes.length, codes.length),
      10_000,
    );
    assert.equal(omitted, 50);
    const search = await ask<SearchResult>("errorCodes/search", { uri, query: "acme", limit: 1e9 });
    assert.ok(search.length <= 10_000);
    await ask("errorCodes/scan", {});
    const { folders } = await ask<UsedResult>("errorCodes/used", {});
    assert.equal(
      folders[0]?.groups.reduce((sum, group) => sum + group.codes.length, 0),
      10_000,
    );
    assert.equal(folders[0]?.omitted, 50);
  }).timeout(60_000);
});
