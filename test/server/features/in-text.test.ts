import assert from "node:assert/strict";
import type { DocumentHighlight, InlayHint, Location, LocationLink } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Client } from "../harness/client.ts";
import type { OpenDocument } from "../harness/open-document.ts";
import { Project } from "../harness/test-project.ts";

const text = [
  'import { CvmClient } from "tencentcloud-sdk-nodejs";',
  'const 说明 = "😀"; if (err.code === "AuthFailure.Signature|Expire") {}',
  'const codes = { a: "AuthFailure.SignatureExpire", b: "RequestLimitExceeded" };',
  'log("AuthFailure.SignatureExpire happened");',
  'switch (err.code) { case "RequestLimitExceeded": retry(); }',
].join("\n");

describe("highlights, inlay hints and definitions", () => {
  let client: Client;
  afterEach(() => client.stop());

  function ask<T>(open: OpenDocument, method: string, more: object): Promise<T> {
    const textDocument = { uri: open.document.uri };
    return open.connection.sendRequest<T>(method, { textDocument, ...more });
  }

  it("highlights the same code in the document, but not in sentences", async () => {
    client = await Client.start();
    const open = await client.open("typescript", text);
    const found = await ask<DocumentHighlight[]>(open, "textDocument/documentHighlight", {
      position: open.cursor,
    });
    assert.deepEqual(
      found.map(({ range }) => `${range.start.line} ${open.document.getText(range)}`),
      ["1 AuthFailure.SignatureExpire", "2 AuthFailure.SignatureExpire"],
    );
    const elsewhere = { line: 3, character: 8 };
    assert.equal(await ask(open, "textDocument/documentHighlight", { position: elsewhere }), null);
  });

  async function hints(settings: object, locale = "en"): Promise<string[]> {
    client = await Client.start({ locale, initializationOptions: { settings } });
    const open = await client.open("typescript", text);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const found = await ask<InlayHint[]>(open, "textDocument/inlayHint", { range });
    return found.map(({ position: { line, character }, label }) => {
      const before = open.text.split("\n")[line]?.slice(0, character) ?? "";
      return `${/[\w.]+"$/.exec(before)?.[0]} ${label}`;
    });
  }

  it("shows no hints by default", async () => {
    assert.deepEqual(await hints({}), []);
  });

  it("shows the nearest code after a doubtful one, which accepting the hint writes, unless the settings say no", async () => {
    const wrong = text.replace("|Expire", "|Expired");
    const ask = async (settings: object): Promise<{ hint: InlayHint | undefined; after: string }> => {
      client = await Client.start({ initializationOptions: { settings } });
      const open = await client.open("typescript", wrong);
      const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
      const textDocument = { uri: open.document.uri };
      const found = await open.connection.sendRequest<InlayHint[]>("textDocument/inlayHint", {
        textDocument,
        range,
      });
      assert.ok(found.length < 2);
      return { hint: found[0], after: TextDocument.applyEdits(open.document, found[0]?.textEdits ?? []) };
    };
    const rules = { "misspelled-code": "hint" };
    const { hint, after } = await ask({ rules });
    assert.equal(hint?.label, "→ AuthFailure.SignatureExpire");
    assert.equal(hint?.position.character, wrong.split("\n")[1]?.replace("|", "").indexOf(") {}"));
    assert.equal(after, text.replace("|", ""));
    await client.stop();
    // What is certain is a warning, which needs no further hint.
    assert.equal((await ask({})).hint, undefined);
    await client.stop();
    assert.equal((await ask({ rules, inlayHints: { suggestions: false } })).hint, undefined);
  });

  it("shows short meanings after the closing quotes", async () => {
    assert.deepEqual(await hints({ inlayHints: { enabled: true } }), [
      'AuthFailure.SignatureExpire" Signature expired',
      'AuthFailure.SignatureExpire" Signature expired',
      'RequestLimitExceeded" Too many requests',
      'RequestLimitExceeded" Too many requests',
    ]);
  });

  it("shows hints in Chinese, shortened, for the configured kinds of evidence", async () => {
    const settings = {
      inlayHints: { enabled: true, maximumLength: 4, evidence: ["case"] },
      language: "zh-CN",
    };
    const [hint, ...others] = await hints(settings);
    assert.match(hint ?? "", /^RequestLimitExceeded" \p{Script=Han}{1,3}(?:…|\p{Script=Han})$/u);
    assert.deepEqual(others, []);
  });

  it("defines a code by its page if the client shows pages", async () => {
    client = await Client.start({
      capabilities: { textDocument: { definition: { linkSupport: true } } },
      initializationOptions: { detailsScheme: "error-code" },
    });
    const open = await client.open("typescript", text);
    const [link] = await ask<LocationLink[]>(open, "textDocument/definition", { position: open.cursor });
    assert.equal(link?.targetUri, "error-code:/tencent-cloud/common/AuthFailure.SignatureExpire");
    const { originSelectionRange } = link;
    assert.ok(originSelectionRange);
    assert.equal(open.document.getText(originSelectionRange), "AuthFailure.SignatureExpire");
  });
});

describe("the definition of a code of a user catalog", () => {
  it("is its row in the catalog", async () => {
    const project = await Project.of({
      ".error-codes.yaml": "catalogs: [{ path: docs/*.md, provider: acme }]\n",
      "docs/codes.md":
        "| Error code | HTTP status | Description |\n|---|---|---|\n| Acme.Jammed | 500 | The paper is jammed. |\n| Acme.OutOfPaper | 503 | No paper. |\n",
    });
    const open = await project.open("a.ts", "typescript", 'if (err.code === "Acme.OutOf|Paper") {}');
    const [location] = await project.client.connection.sendRequest<Location[]>("textDocument/definition", {
      textDocument: { uri: open.document.uri },
      position: open.cursor,
    });
    assert.deepEqual(location, {
      uri: project.uri("docs/codes.md"),
      range: { start: { line: 3, character: 2 }, end: { line: 3, character: 17 } },
    });
    await project.end();
  });
});
