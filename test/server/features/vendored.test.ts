import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { CodeActionKind, type Location } from "vscode-languageserver/node";
import {
  checkCommand,
  type ScanResult,
  scanRequest,
  type UsedResult,
  usedRequest,
} from "../../../server/protocol/index.ts";
import { writeBelow } from "../harness/folder.ts";
import { Project } from "../harness/test-project.ts";

const wrong = 'if (err.code === "AuthFailure.SignatrueExpire") {}\n';
const right = 'if (err.code === "AuthFailure.Signature|Expire") {}\n';
const manifest = { "package.json": `{ "dependencies": { "tencentcloud-sdk-nodejs": "^4" } }` };

describe("vendored folders in the editor", () => {
  let project: Project;
  afterEach(() => project.end());
  const used = async () => {
    await project.client.connection.sendRequest(scanRequest, {});
    const { folders } = await project.client.connection.sendRequest<UsedResult>(usedRequest, {});
    return folders.flatMap(({ groups }) => groups.flatMap(({ codes }) => codes.map(({ code }) => code)));
  };

  it("show hovers, and nothing that check does not report", async () => {
    project = await Project.of({ ...manifest, "vendor/acme/a.ts": wrong, "vendor.ts": wrong });
    const hovered = await project.open("vendor/acme/b.ts", "typescript", right);
    assert.match(JSON.stringify(await hovered.hover()), /Tencent Cloud/);
    const open = await project.open("vendor/acme/c.ts", "typescript", wrong);
    assert.deepEqual(await open.diagnose(), []);
    const end = { line: 1, character: 0 };
    const range = { start: { line: 0, character: 0 }, end };
    assert.deepEqual(await open.actions({ range, only: [CodeActionKind.QuickFix] }), []);
    const outside = await project.open("vendor.ts", "typescript", wrong);
    assert.equal((await outside.diagnose()).length, 1);
    assert.deepEqual(await used(), ["AuthFailure.SignatrueExpire"]);
    await project.client.connection.sendRequest("workspace/executeCommand", { command: checkCommand });
    await open.close();
    await project.change({ "vendor/acme/d.ts": wrong, "package.json": "{}" });
    assert.deepEqual(await used(), ["AuthFailure.SignatrueExpire"]);
    assert.deepEqual(project.client.publishedFor(project.uri("vendor/acme/a.ts")) ?? [], []);
    assert.deepEqual(project.client.publishedFor(open.document.uri) ?? [], []);
  });

  it("are named after a scan and a check of the workspace", async () => {
    const names = ["vendor", "third_party", "lib/Pods", "third-party"];
    const vendored = Object.fromEntries(names.map((name) => [`${name}/a.ts`, wrong]));
    project = await Project.of({ ...manifest, ...vendored, "a.ts": wrong });
    const scan = () => project.client.connection.sendRequest<ScanResult>(scanRequest, {});
    const { note } = await scan();
    assert.equal(
      note,
      "Not read, as they hold the code of others: lib/Pods/, third-party/, third_party/ and 1 more.",
    );
    const check = { command: checkCommand };
    await project.client.connection.sendRequest("workspace/executeCommand", check);
    assert.equal(project.client.shownMessages.at(-1), `1 problem in 1 of 2 files. ${note}`);
    await project.change({ ".error-codes.yaml": "ignore: { vendored: false }\n" });
    assert.equal((await scan()).note, undefined);
  });

  it("are named in Chinese", async () => {
    project = await Project.of({ "vendor/a.ts": wrong, "a.ts": wrong }, { locale: "zh-CN" });
    await project.client.connection.sendRequest("workspace/executeCommand", { command: checkCommand });
    assert.match(project.client.shownMessages.at(-1) ?? "", /。未读取存放第三方代码的文件夹：vendor\/。$/);
  });

  it("are checked as soon as the configuration says so", async () => {
    project = await Project.of({ ...manifest, "vendor/acme/a.ts": wrong });
    const open = await project.open("vendor/acme/a.ts", "typescript", wrong);
    assert.deepEqual(await open.diagnose(), []);
    await project.change({ ".error-codes.yaml": "ignore: { vendored: false }\n" });
    assert.equal((await open.diagnose()).length, 1);
    assert.deepEqual(await used(), ["AuthFailure.SignatrueExpire"]);
  });

  it("do not include a baseline, whose codes are no uses", async () => {
    const findings = { "a.ts": [{ rule: "misspelled-code", code: "AuthFailure.SignatrueExpire", count: 1 }] };
    const baseline = JSON.stringify({ version: 1, findings }, undefined, 2);
    project = await Project.of({ ...manifest, "base.json": baseline, "a.ts": right.replace("|", "") });
    assert.deepEqual(await used(), ["AuthFailure.SignatureExpire"]);
    await project.open("base.json", "json", baseline.replaceAll("Signatrue", "Signature"));
    const { cursor: position, document } = await project.open("a.ts", "typescript", right);
    const found = await project.client.connection.sendRequest<Location[]>("textDocument/references", {
      textDocument: { uri: document.uri },
      position,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [project.uri("a.ts")],
    );
  });
});

describe("git in the language server", () => {
  if (process.platform === "win32") return;
  let [bin, before] = ["", ""];
  beforeEach(async () => {
    bin = await mkdtemp(join(tmpdir(), "error-codes-"));
    before = process.env.PATH ?? "";
    const text = `#!/bin/sh\ntouch "${join(bin, "run")}"\nPATH="${before}" exec git "$@"\n`;
    await writeBelow(bin, "git", text);
    await chmod(join(bin, "git"), 0o755);
    process.env.PATH = `${bin}${delimiter}${before}`;
  });
  afterEach(async () => {
    process.env.PATH = before;
    await rm(bin, { recursive: true });
  });

  for (const restricted of [true, false]) {
    it(restricted ? "is not run in an untrusted workspace" : "tells which files it ignores", async () => {
      const files = { ".gitignore": "out/\n", "out/a.ts": wrong, "out/tracked.ts": wrong, "b.ts": wrong };
      const project = await Project.of(files, { initializationOptions: { restricted } });
      execFileSync("git", ["init", "-q"], { cwd: project.folder });
      execFileSync("git", ["add", "-f", "out/tracked.ts"], { cwd: project.folder });
      await rm(join(bin, "run"), { force: true });
      await writeBelow(project.folder, ".git/info/exclude", "b.ts\n");
      await project.client.connection.sendRequest(scanRequest, {});
      const { folders } = await project.client.connection.sendRequest<UsedResult>(usedRequest, {});
      const count = folders.flatMap(({ groups }) => groups.flatMap(({ codes }) => codes)).length;
      assert.equal(existsSync(join(bin, "run")), !restricted);
      assert.equal(count, restricted ? 0 : 1);
      await project.end();
    });
  }
});
