import assert from "node:assert/strict";
import type { ClientCapabilities, ConfigurationParams } from "vscode-languageserver/node";
import { Project } from "../harness/test-project.ts";

const misspelled = 'if (err.code === "AuthFailure.SignatureExpired") {}\n';

describe("the settings of several folders", () => {
  let project: Project;
  afterEach(() => project.end());

  it("apply to their own folder each, and follow changes", async () => {
    const capabilities: ClientCapabilities = {
      textDocument: { diagnostic: {} },
      workspace: { configuration: true, workspaceFolders: true },
    };
    project = await Project.of(
      { "one/a.ts": misspelled, "two/b.ts": misspelled },
      { capabilities, folders: ["one", "two"] },
    );
    let two: object = { enable: false };
    project.client.connection.onRequest("workspace/configuration", ({ items }: ConfigurationParams) =>
      items.map(({ scopeUri }) =>
        scopeUri === project.uri("two") ? two : { rules: scopeUri ? { "misspelled-code": "error" } : {} },
      ),
    );
    const refresh = async () => {
      const before = project.client.changes;
      await project.client.connection.sendNotification("workspace/didChangeConfiguration", {
        settings: null,
      });
      await project.client.waitUntil("the settings are read", () => project.client.changes > before);
    };
    await refresh();
    const a = await project.open("one/a.ts", "typescript", misspelled);
    const b = await project.open("two/b.ts", "typescript", misspelled);
    const loose = await project.client.open("typescript", misspelled, "untitled:Untitled-1");
    const found = async () =>
      Promise.all([a, b, loose].map(async (one) => (await one.diagnose()).map(({ severity }) => severity)));
    assert.deepEqual(await found(), [[1], [], [2]]);
    two = { rules: { "misspelled-code": "information" } };
    await refresh();
    assert.deepEqual(await found(), [[1], [3], [2]]);
  });
});
