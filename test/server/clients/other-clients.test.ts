import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  Hover,
  Location,
  MarkupContent,
  WorkspaceDiagnosticReport,
} from "vscode-languageserver/node";
import manifest from "../../../package.json" with { type: "json" };
import { prefersUtf8 } from "../../../server/initialize-result.ts";
import { newFolder } from "../harness/folder.ts";
import type { OpenDocument } from "../harness/open-document.ts";
import { RawClient } from "../harness/raw-client.ts";
import { Project } from "../harness/test-project.ts";

const misspelled = 'if (err.code === "AuthFailure.SignatureExpired") {}\n';
const correct =
  'import * as t from "tencentcloud-sdk-nodejs";\nif (err.code === "AuthFailure.Signature|Expire") {}\n';
const server = join(import.meta.dirname, "../../../dist/server.js");

describe("the server and clients other than VS Code", () => {
  describe("that count characters in bytes", () => {
    const opening = '/* 错误码🙂 */ if (err.code === "';
    const text = `${opening}AuthFailure.SignatureExpired") {}\n`;
    const start = Buffer.byteLength(opening);
    const end = start + "AuthFailure.SignatureExpired".length;
    let project: Project;
    before(async () => {
      const capabilities: ClientCapabilities = {
        general: { positionEncodings: ["utf-8", "utf-16"] },
        textDocument: { diagnostic: {} },
        workspace: { workspaceFolders: true },
      };
      project = await Project.of({ "b.ts": text }, { capabilities });
    });
    after(() => project.end());

    it("gets UTF-8 where it is offered first, and UTF-16 otherwise", () => {
      const prefers = (positionEncodings?: string[]) =>
        prefersUtf8({
          processId: null,
          rootUri: null,
          capabilities: { general: positionEncodings ? { positionEncodings } : {} },
        });
      assert.equal(project.client.initialized?.capabilities.positionEncoding, "utf-8");
      assert.equal(prefers(["utf-8", "utf-16"]), true);
      for (const others of [["utf-16", "utf-8"], ["utf-32", "utf-8", "utf-16"], undefined])
        assert.equal(prefers(others), false);
    });

    it("is told statically that the server follows the folders of the workspace", () => {
      const { initialized, registered } = project.client;
      const workspaceFolders = { supported: true, changeNotifications: true };
      assert.deepEqual(initialized?.capabilities.workspace?.workspaceFolders, workspaceFolders);
      assert.deepEqual(registered, []);
    });

    it("finds and edits text in files that are not open, and gives back what it sent", async () => {
      const { connection } = project.client;
      const report = await connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
        previousResultIds: [],
      });
      const [item] = report.items;
      const diagnostics = item?.kind === "full" ? item.items : [];
      assert.deepEqual([item?.uri, diagnostics[0]?.range], [project.uri("b.ts"), at(start, end)]);
      const open = await project.open("b.ts", "typescript", text);
      const fixes = await connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri: open.document.uri },
        range: at(start, end),
        context: { diagnostics },
      });
      const fix = fixes.find((one) => one.diagnostics);
      assert.deepEqual(fix?.diagnostics?.[0]?.range, at(start, end));
      const edits = [{ range: at(start, end), newText: "AuthFailure.SignatureExpire" }];
      assert.deepEqual(fix?.edit?.changes?.[open.document.uri], edits);
      await open.close();
    });

    it("marks the same text, also after edits on both sides of the characters", async () => {
      const { connection } = project.client;
      const open = await project.open("a.ts", "typescript", text);
      const textDocument = { uri: open.document.uri };
      assert.deepEqual((await open.diagnose())[0]?.range, at(start, end));
      // The second change counts in the text that the first one left: without a space and three Chinese characters.
      await connection.sendNotification("textDocument/didChange", {
        textDocument: { ...textDocument, version: 2 },
        contentChanges: [
          { range: at(2, 12), text: "" },
          { range: at(end - 11, end - 10), text: "" },
        ],
      });
      assert.deepEqual(await open.diagnose(), []);
      const position = { line: 0, character: start };
      assert.deepEqual((await open.hover(position))?.range, at(start - 10, end - 11));
      const uses = await connection.sendRequest<Location[]>("textDocument/references", {
        textDocument,
        position,
        context: { includeDeclaration: false },
      });
      assert.deepEqual(uses, [{ ...textDocument, range: at(start - 10, end - 11) }]);
    });
  });

  it("sends only what the protocol has, and registers nothing with those that cannot register", async () => {
    const raw = new RawClient();
    try {
      await raw.request("initialize", { processId: null, rootUri: null, capabilities: {} });
      raw.send({ method: "initialized", params: {} });
      raw.open("file:///a.ts", misspelled);
      raw.send({ method: "workspace/didChangeConfiguration", params: { settings: null } });
      const event = { added: [{ uri: "file:///x", name: "x" }], removed: [] };
      raw.send({ method: "workspace/didChangeWorkspaceFolders", params: { event } });
      await raw.request("workspace/executeCommand", { command: "errorCodes.checkWorkspace" });
      while (!raw.received.some(({ method }) => method === "textDocument/publishDiagnostics"))
        await new Promise((resolve) => setTimeout(resolve, 10));
      const methods = new Set(raw.received.flatMap(({ method }) => method ?? []));
      assert.deepEqual([...methods].toSorted(), ["textDocument/publishDiagnostics", "window/showMessage"]);
    } finally {
      raw.stop();
    }
  });

  describe("that show neither Markdown nor pages, and resolve nothing", () => {
    const { at: pathOf } = newFolder();
    let project: Project;
    let open: OpenDocument;
    beforeEach(async () => {
      const capabilities: ClientCapabilities = {
        textDocument: {
          hover: { contentFormat: ["plaintext"] },
          completion: { completionItem: { documentationFormat: ["plaintext"] } },
        },
      };
      project = await Project.of({}, { capabilities, serverArguments: [`--storage=${pathOf("storage")}`] });
      open = await project.open("a.ts", "typescript", correct);
    });
    afterEach(() => project.end());

    it("gets plain text, the documentation with the list, and pages as files that nobody can write", async () => {
      const { contents } = (await open.hover()) as Hover & { contents: MarkupContent };
      assert.equal(contents.kind, "plaintext");
      assert.match(contents.value, /^AuthFailure\.SignatureExpire\n\nTencent Cloud · /);
      assert.doesNotMatch(contents.value, /[`*\\]/);

      const items = await open.complete();
      const { documentation } = items.find(({ label }) => label === "AuthFailure.SignatureExpire") ?? {};
      assert.match(
        (documentation as MarkupContent).value,
        /^AuthFailure\.SignatureExpire\n\nTencent Cloud · /,
      );
      assert.ok(items.length > 1 && items.every((one) => one.documentation));

      const [found] = await open.connection.sendRequest<Location[]>("textDocument/definition", {
        textDocument: { uri: open.document.uri },
        position: open.cursor,
      });
      const path = fileURLToPath(found?.uri ?? "");
      const names = ["en", "tencent-cloud", "common", "AuthFailure.SignatureExpire.md"];
      assert.equal(path, join(pathOf("storage"), `pages-${manifest.version}`, ...names));
      const page = await readFile(path, "utf8");
      assert.match(page, /^# `AuthFailure\.SignatureExpire`\n\nTencent Cloud · /);
      assert.match(page, /^## Handling in code\n\n### [^\n]+\n\n```typescript\n/m);
      assert.doesNotMatch(page, /\]\(\)/);
      if (process.platform !== "win32") assert.equal((await stat(path)).mode & 0o777, 0o400);
    });
  });

  describe("that ask for results in parts", () => {
    let project: Project;
    before(async () => {
      const files = { "src/a.ts": misspelled, "src/b.ts": misspelled };
      project = await Project.of(files, { capabilities: {} });
    });
    after(() => project.end());

    const both = () => ["src/a.ts", "src/b.ts"].map((path) => project.uri(path));
    const partsWith = <T>(token: string) =>
      project.client.parts.flatMap((one) => (one.token === token ? [one.value as T] : []));

    it("gets the diagnostics of each file, and none at the end", async () => {
      const ask = { previousResultIds: [], partialResultToken: "diagnostics" };
      const answer = await project.client.connection.sendRequest("workspace/diagnostic", ask);
      const parts = partsWith<WorkspaceDiagnosticReport>("diagnostics");
      assert.deepEqual(
        parts.map(({ items }) => items.map(({ uri }) => uri)).toSorted(),
        both().map((uri) => [uri]),
      );
      assert.deepEqual(answer, { items: [] });
    });

    it("gets references of each file, and none at the end", async () => {
      const open = await project.open("src/a.ts", "typescript", misspelled);
      const answer = await project.client.connection.sendRequest("textDocument/references", {
        textDocument: { uri: open.document.uri },
        position: { line: 0, character: 25 },
        context: { includeDeclaration: false },
        partialResultToken: "references",
      });
      const parts = partsWith<Location[]>("references");
      assert.deepEqual(
        parts.map((found) => found.map(({ uri }) => uri)),
        both().map((uri) => [uri]),
      );
      assert.deepEqual(answer, []);
    });
  });

  describe("and their settings", () => {
    let project: Project;
    let answer: unknown = null;
    before(async () => {
      project = await Project.of(
        {},
        {
          capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {} } },
          initializationOptions: { settings: { language: "zh-CN" } },
          answers: { "workspace/configuration": () => [answer] },
        },
      );
    });
    after(() => project.end());

    for (const [name, value] of [
      ["null", null],
      ["an empty object", {}],
      ["other settings", { enable: true }],
      ["nothing for a setting", { language: null }],
    ] as const)
      it(`keeps those of the start where the client answers ${name}`, async () => {
        answer = value;
        const { client } = project;
        const before = client.asked.length;
        await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
        await client.waitUntil("the settings were asked for", () => client.asked.length > before);
        const open = await project.open("a.ts", "typescript", misspelled);
        assert.match(messageOf(await open.diagnose()), /腾讯云/);
        await open.close();
      });

    it("takes what the client sets", async () => {
      answer = { language: "en" };
      await project.client.connection.sendNotification("workspace/didChangeConfiguration", {
        settings: null,
      });
      const open = await project.open("b.ts", "typescript", misspelled);
      for (const limit = Date.now() + 5000; Date.now() < limit; )
        if (/Tencent Cloud/.test(messageOf(await open.diagnose()))) return;
      assert.fail("the language stayed Chinese");
    });
  });

  it("speaks the language of the system, as POSIX names it, where the client tells none", async () => {
    const capabilities = { textDocument: { diagnostic: {} } };
    const project = await Project.of({}, { capabilities, locale: "", env: { LC_ALL: "zh_CN.UTF-8" } });
    try {
      const open = await project.open("a.ts", "typescript", misspelled);
      assert.match(messageOf(await open.diagnose()), /腾讯云/);
    } finally {
      await project.end();
    }
  });
});

describe("a user who starts the server in a terminal", () => {
  const run = (args: string[], locale = "C") =>
    spawnSync(process.execPath, [server, ...args], {
      encoding: "utf8",
      input: "",
      env: { ...process.env, LC_ALL: locale },
    });

  it("is told what it is for", () => {
    const { status, stdout, stderr } = run(["--help"]);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, /^Usage: error-code-language-server --stdio/);
    assert.match(run(["--help"], "zh_CN.UTF-8").stdout, /^用法：/);
  });

  it("is told its version", () => {
    const { status, stdout } = run(["--version"]);
    assert.deepEqual([status, stdout], [0, `${manifest.version}\n`]);
  });

  it("is told in a line that an editor starts it", () => {
    const { status, stdout, stderr } = run([]);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^error-code-language-server is started by an editor, [^\n]+\n$/);
  });
});

function messageOf([first]: readonly Diagnostic[]): string {
  return String(first?.message ?? "");
}

/** Returns a range in the first line. */
function at(start: number, end: number) {
  return { start: { line: 0, character: start }, end: { line: 0, character: end } };
}
