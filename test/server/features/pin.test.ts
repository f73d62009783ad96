import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ApplyWorkspaceEditParams, ClientCapabilities, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import {
  type PinChoices,
  type PinOffer,
  type PinResult,
  type PinScope,
  pinChoicesRequest,
  pinRequest,
  type StatusResult,
  statusRequest,
} from "../../../server/protocol/index.ts";
import type { StartOptions } from "../harness/client.ts";
import type { OpenDocument } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

const capabilities: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: {
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
  },
};

/** A code of several providers, in a file that imports one of them. */
const text = 'import a from "tencentcloud-sdk-nodejs";\nif (err.code === "InternalEr|ror") {}\n';

describe("pinning the provider of a file", () => {
  let project: Project;
  /** What the last pin says was done. */
  let last = "";
  afterEach(() => project.end());

  /** Starts a project whose client writes edits to disk, like an editor that saves them. */
  async function start(files: Record<string, string>, options: StartOptions = {}): Promise<void> {
    project = await Project.of(files, { capabilities, ...options });
    project.client.connection.onRequest("workspace/applyEdit", async ({ edit }: ApplyWorkspaceEditParams) => {
      for (const change of edit.documentChanges ?? []) {
        if (!("edits" in change)) continue;
        const path = fileURLToPath(change.textDocument.uri);
        const before = await readFile(path, "utf8").catch(() => "");
        const document = TextDocument.create(change.textDocument.uri, "yaml", 0, before);
        const after = TextDocument.applyEdits(document, change.edits as TextEdit[]);
        await project.write({ [path.slice(project.folder.length + 1)]: after });
      }
      return { applied: true };
    });
  }
  const ask = <T>(method: string, params: object) => project.client.connection.sendRequest<T>(method, params);
  const choices = (open: OpenDocument) => ask<PinChoices>(pinChoicesRequest, { uri: open.document.uri });
  async function offer(open: OpenDocument): Promise<PinOffer> {
    const found = await choices(open);
    if (found.refused !== undefined) throw new Error(found.refused);
    return found;
  }
  const status = (open: OpenDocument) => ask<StatusResult>(statusRequest, { uri: open.document.uri });

  /** Sets or removes a pin, and waits until the server knows it; returns the new text of the configuration. */
  async function pin(
    open: OpenDocument,
    provider: string | null,
    scope: PinScope["scope"] = "file",
  ): Promise<string> {
    const { configuration } = await offer(open);
    const result = await ask<PinResult>(pinRequest, { uri: open.document.uri, provider, scope });
    assert.ok(result.refused === undefined);
    assert.deepEqual(
      result.written.files.map(({ uri, isNew }) => [uri, isNew]),
      [[configuration.uri, configuration.isNew]],
    );
    last = result.written.message;
    const path = fileURLToPath(configuration.uri);
    const now = await readFile(path, "utf8");
    await project.change({ [path.slice(project.folder.length + 1)]: now });
    return now;
  }
  const hoveredProvider = async (open: OpenDocument) =>
    /\*\*(.+?)\*\*/.exec((await open.hoverTexts())?.text ?? "")?.[1];

  it("takes precedence over imports in hovers, completions and diagnostics, until it is removed", async () => {
    await start({});
    const open = await project.open("src/a.ts", "typescript", text);
    assert.equal(await hoveredProvider(open), "Tencent Cloud");
    assert.equal(await pin(open, "alibaba-cloud"), "pins:\n  /src/a.ts: alibaba-cloud\n");
    assert.equal(last, "src/a.ts is pinned to Alibaba Cloud in .error-codes.yaml.");
    assert.equal(await hoveredProvider(open), "Alibaba Cloud");
    assert.deepEqual((await status(open)).providers, [
      { id: "alibaba-cloud", name: "Alibaba Cloud", reason: "pinned in .error-codes.yaml, for /src/a.ts" },
    ]);
    assert.equal((await status(open)).pinned, true);
    const list = await project.open("src/b.ts", "typescript", text.replace("InternalEr|ror", "|"));
    const firstDetail = async () =>
      (await list.complete())[0]?.labelDetails?.description ?? (await list.complete())[0]?.detail;
    const before = await firstDetail();
    await pin(list, "zenlayer-cloud", "folder");
    assert.notEqual(await firstDetail(), before);
    assert.equal(await hoveredProvider(open), "Alibaba Cloud");
    assert.equal(await pin(open, null), "pins:\n  /src/: zenlayer-cloud\n");
    assert.equal(last, "The pin of /src/a.ts was removed from .error-codes.yaml.");
    assert.equal((await status(open)).providers[0]?.reason, "pinned in .error-codes.yaml, for /src/");
    assert.equal(await pin(open, null), "");
    assert.equal(await hoveredProvider(open), "Tencent Cloud");
  });

  it("changes the diagnostics: codes of other providers, and misspellings of them", async () => {
    await start({}, { initializationOptions: { settings: { rules: { "wrong-provider": "warning" } } } });
    const open = await project.open("a.ts", "typescript", 'if (err.code === "Throtling") {}\n');
    const correct = await project.open("b.ts", "typescript", 'if (err.code === "SignatureNonceUsed") {}\n');
    const found = async (one: OpenDocument) =>
      (await one.diagnose()).map(({ code, severity }) => `${code} ${severity}`);
    await pin(open, "alibaba-cloud", "all");
    assert.deepEqual(await found(open), ["misspelled-code 2"]);
    assert.deepEqual(await found(correct), []);
    await pin(open, "zenlayer-cloud", "all");
    assert.deepEqual(await found(open), []);
    assert.deepEqual(await found(correct), ["wrong-provider 2"]);
  });

  it("offers the providers of the file first, with the reasons, and marks those that are pinned", async () => {
    await start({ ".error-codes.yaml": "pins:\n  /src/: aws\n  /src/a.ts: [alibaba-cloud, Tencent]\n" });
    const open = await project.open("src/a.ts", "typescript", text);
    const { providers, pin, inferred, scopes, configuration } = await offer(open);
    assert.deepEqual(
      providers.slice(0, 2).map(({ id, pinned }) => [id, pinned]),
      [
        ["alibaba-cloud", true],
        ["tencent-cloud", true],
      ],
    );
    assert.equal(new Set(providers.map(({ id }) => id)).size, providers.length);
    assert.ok(providers.slice(2).every(({ reason, pinned }) => reason === undefined && !pinned));
    assert.deepEqual(pin, { path: "/src/a.ts", next: { path: "/src/", providers: "AWS" } });
    assert.equal(inferred, "Tencent Cloud");
    assert.deepEqual(
      scopes.map(({ scope, path, name, now }) => [scope, path, name, now]),
      [
        ["file", "/src/a.ts", "src/a.ts", "Alibaba Cloud, Tencent Cloud"],
        ["folder", "/src/", "src/", "AWS"],
        ["all", "/**", project.folder.split("/").at(-1), undefined],
      ],
    );
    assert.deepEqual(configuration, {
      uri: project.uri(".error-codes.yaml"),
      name: ".error-codes.yaml",
      isNew: false,
    });
  });

  it("offers the providers of user catalogs, and is localized in Chinese", async () => {
    const userCatalog =
      "version: 1\nprovider: { id: acme, name: { en: Acme } }\nentries: [{ code: Acme.Broken }]\n";
    await start(
      { "acme.yaml": userCatalog, ".error-codes.yaml": "catalogs: [{ path: acme.yaml }]\n" },
      { locale: "zh-cn" },
    );
    const open = await project.open("src/a.ts", "typescript", text);
    assert.ok((await offer(open)).providers.some(({ id, name }) => id === "acme" && name === "Acme"));
    assert.match(
      await pin(open, "acme"),
      /^catalogs: \[\{ path: acme.yaml \}\]\npins:\n {2}\/src\/a\.ts: acme\n$/,
    );
    assert.equal((await status(open)).providers[0]?.reason, "由 .error-codes.yaml 为 /src/a.ts 指定");
  });

  it("writes to the nearest configuration, with paths relative to its folder", async () => {
    await start({
      ".error-codes.yaml": "rules: {}\n",
      "apps/shop/.error-codes.json": '{\n  "rules": {}\n}\n',
    });
    const open = await project.open("apps/shop/src/[id]/a.ts", "typescript", text);
    assert.deepEqual(
      (await offer(open)).scopes.map(({ name }) => name),
      ["apps/shop/src/[id]/a.ts", "apps/shop/src/[id]/", "shop"],
    );
    const written = await pin(open, "aws");
    assert.deepEqual(JSON.parse(written), { rules: {}, pins: { "/src/\\[id\\]/a.ts": "aws" } });
    assert.equal((await status(open)).providers[0]?.id, "aws");
    await pin(open, "baidu-ai-cloud", "all");
    assert.equal((await status(open)).providers[0]?.id, "aws");
    const other = await project.open("apps/shop/b.ts", "typescript", text);
    assert.equal((await status(other)).providers[0]?.id, "baidu-ai-cloud");
  });

  it("pins a workspace folder in a configuration above it, and a notebook cell by its notebook", async () => {
    await start({ ".error-codes.yaml": "rules: {}\n", "app/a.txt": "" }, { folders: ["app"] });
    const open = await project.open("app/x/a.ts", "typescript", text);
    assert.deepEqual(
      (await offer(open)).scopes.map(({ path }) => path),
      ["/app/x/a.ts", "/app/x/", "/app/"],
    );
    const cell = await project.client.open(
      "python",
      'if e.code == "InternalEr|ror": pass',
      `${project.uri("app/n.ipynb").replace("file:", "vscode-notebook-cell:")}#W0sZmlsZQ==`,
    );
    assert.match(await pin(cell, "aws"), /\/app\/n\.ipynb: aws/);
    assert.equal(await hoveredProvider(cell), "AWS");
  });

  it("works in an untrusted workspace", async () => {
    await start({}, { initializationOptions: { restricted: true } });
    const open = await project.open("src/a.ts", "typescript", text);
    await pin(open, "aws");
    assert.equal(await hoveredProvider(open), "AWS");
  });

  it("applies to the command line as well", async () => {
    await start({ ".error-codes.yaml": "pins: { '*.ts': alibaba-cloud }\n" });
    await project.write({ "src/a.ts": text.replace("|", "") });
    const cli = join(import.meta.dirname, "../../../dist/cli.js");
    const { stdout } = spawnSync(process.execPath, [cli, "scan", "--json", project.folder], {
      encoding: "utf8",
    });
    assert.deepEqual(JSON.parse(stdout.split("\n")[0] ?? "").providers, [
      { provider: "alibaba-cloud", reason: "pin *.ts" },
    ]);
  });

  const refusals: [what: string, uri: (path: string) => string, reason: RegExp][] = [
    ["an unsaved file", () => "untitled:Untitled-1", /^Save the file first/],
    ["a file that is not on disk", () => "vscode-vfs://github/a/b/c.ts", /not on disk/],
    ["a file outside the folders", () => "file:///elsewhere/a.ts", /outside the open folders/],
    ["a configuration", (path) => `${path}/.error-codes.yaml`, /configuration itself/],
  ];
  for (const [what, uri, reason] of refusals) {
    it(`is refused with a reason for ${what}`, async () => {
      await start({});
      const open = await project.client.open("typescript", text, uri(project.uri("")));
      assert.match((await choices(open)).refused ?? "", reason);
    });
  }

  it("is refused with a reason for a document that is not open, an invalid configuration, and a client that cannot create files", async () => {
    await start({ ".error-codes.yaml": "rules: {}\n" });
    const notOpen = await ask<PinChoices>(pinChoicesRequest, { uri: "git:/a/b.ts?x" });
    assert.match(notOpen.refused ?? "", /not searched/);
    const open = await project.open("a.ts", "typescript", text);
    await project.change({ ".error-codes.yaml": "rules: [\n" });
    const broken = await ask<PinResult>(pinRequest, {
      uri: open.document.uri,
      provider: "aws",
      scope: "file",
    });
    assert.match(broken.refused ?? "", /^\.error-codes\.yaml cannot be changed/);
    await project.end();
    await start({}, { capabilities: {} });
    const withoutCreation = await project.open("a.ts", "typescript", text);
    assert.match((await choices(withoutCreation)).refused ?? "", /does not support creating one/);
  });

  it("is reported if its provider is unknown or its path matches no file", async () => {
    await start({ "src/a.ts": "" });
    const open = await project.open(
      ".error-codes.yaml",
      "yaml",
      "pins:\n  /src/a.ts: amazon\n  /src/gone.ts: aws\n  '*.go': [aws, tencnt-cloud]\n  /src/: aws\n",
    );
    const found = (await open.diagnose()).map(
      ({ range, message }) => `${open.document.getText(range)}: ${message}`,
    );
    assert.deepEqual(found, [
      "tencnt-cloud: There is no provider 'tencnt-cloud'. Did you mean 'tencent-cloud'?",
      "/src/gone.ts: '/src/gone.ts' matches no file.",
    ]);
    assert.ok(parse(open.text));
  });
});
