import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver/node";
import { Client } from "../harness/client.ts";
import type { OpenDocument } from "../harness/open-document.ts";

const wrong = "AuthFailure.SignatureExpired";
const right = "AuthFailure.SignatureExpire";

const flagged: [languageId: string, text: string][] = [
  ["typescript", `if (err.code === "${wrong}") {}`],
  ["typescript", `const 签名 = "😀"; switch (e.code) { case '${wrong}': }`],
  ["go", `package a\nfunc f() { if e.Code == "${wrong}" {} }`],
  ["python", `if e.code == "${wrong}":\n    pass`],
  ["java", `class A { boolean f() { return "${wrong}".equals(e.getErrorCode()); } }`],
  ["json", `{"Error": {"Code": "${wrong}"}}`],
  ["yaml", `codes:\n  - ${wrong}`],
];

const silent: [what: string, languageId: string, text: string][] = [
  ["no evidence", "typescript", `const a = "${wrong}";`],
  ["a known code", "typescript", `if (err.code === "${right}") {}`],
  ["an official misspelling", "typescript", `if (err.code === "InvalidParamater") {}`],
  [
    "an official code that the catalog does not explain",
    "typescript",
    `if (err.code === "InvaildParameter") {}`,
  ],
  [
    "a constant with the same name as its value",
    "go",
    `package a\nconst RESOURCENOTFOUND_NOTFUOND = "ResourceNotFound.NotFuond"`,
  ],
  ["a code in another case", "typescript", `if (err.code === "InValidParameter") {}`],
  ["a code of an unknown provider", "typescript", `if (err.code === "ECONNRESET") {}`],
  [
    "a plural that another service may use",
    "typescript",
    `if (err.code === "InvalidInstanceIds.NotFound") {}`,
  ],
  ["the plural of an acronym", "typescript", `if (err.code === "InvalidInstanceIDs.NotFound") {}`],
  ["an initial before a code", "typescript", `if (err.code === "XNotImplemented") {}`],
  ["a sibling one digit away", "typescript", `if (err.code === "InvalidParameter2") {}`],
  ["another kind of code", "typescript", `if (statusCode === "${wrong}") {}`],
  [
    "a code of a provider the file does not use",
    "go",
    `package a\nimport "github.com/aliyun/alibaba-cloud-sdk-go/sdk"\nfunc f() { if e.Code == "${wrong}" {} }`,
  ],
  ["a language without a grammar", "plaintext", `code == "${wrong}"`],
];

/** Returns the text that a diagnostic marks. */
function marked(open: OpenDocument, { range }: Diagnostic): string {
  return open.document.getText(range);
}

describe("diagnostics", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  for (const [languageId, text] of flagged) {
    it(`reports a misspelled code in ${languageId}: ${text.split("\n").at(-1)}`, async () => {
      const open = await client.open(languageId, text);
      const found = await open.diagnose();
      assert.deepEqual(
        found.map((one) => marked(open, one)),
        [wrong],
      );
      const [diagnostic] = found as [Diagnostic];
      assert.equal(diagnostic.code, "misspelled-code");
      assert.equal(diagnostic.severity, 2);
      assert.match(diagnostic.codeDescription?.href ?? "", /^https:/);
      assert.match(
        String(diagnostic.message),
        new RegExp(`'${wrong}' is not an error code of Tencent Cloud.*'${right}'`),
      );
      const [fix] = await open.fixes(found);
      assert.ok(fix);
      assert.equal(fix.isPreferred, true);
      assert.equal(fix.kind, "quickfix");
      const edits = fix.edit?.changes?.[open.document.uri] ?? [];
      assert.equal(open.textAfterEdits(...edits), text.replace(wrong, right));
    });
  }

  for (const [what, languageId, text] of silent) {
    it(`reports nothing for ${what}`, async () => {
      const open = await client.open(languageId, text);
      assert.deepEqual(await open.diagnose(), []);
    });
  }

  it("counts positions correctly with CRLF line endings", async () => {
    const open = await client.open("typescript", `// 注释\r\n\r\nif (err.code === "${wrong}") {}\r\n`);
    assert.deepEqual(
      (await open.diagnose()).map((one) => marked(open, one)),
      [wrong],
    );
  });

  it("returns an unchanged report if nothing has changed", async () => {
    const { document } = await client.open("typescript", `if (err.code === "${wrong}") {}`);
    const ask = (previousResultId?: string) =>
      client.connection.sendRequest<{ kind: string; resultId: string }>("textDocument/diagnostic", {
        textDocument: { uri: document.uri },
        previousResultId,
      });
    const { resultId } = await ask();
    assert.deepEqual(await ask(resultId), { kind: "unchanged", resultId });
  });

  it("reports no key of a configuration that is being typed, but any other one", async () => {
    const open = await client.open("yaml", "rules: {}\n", "file:///typed/.error-codes.yaml");
    const typed = async (text: string) => {
      const lines = open.document.getText().split("\n");
      const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      await open.change([{ range: { start: end, end }, text }]);
      return (await open.diagnose()).map(({ message }) => message);
    };
    assert.deepEqual(await typed("ca"), []);
    assert.deepEqual(await typed("talogs"), []);
    assert.match(String(await typed("q")), /colon is missing/);
    await open.change([{ text: "ru" }]);
    assert.match(String((await open.diagnose())[0]?.message), /must be a mapping/);
    await open.change([{ text: "" }]);
    assert.deepEqual(await typed("ru"), []);
    assert.deepEqual(await typed("les:\n  miss"), []);
    assert.match(String(await typed("\nx: 1\n")), /colon is missing|mapping/);
  });

  it("uses Chinese if the settings select it", async () => {
    const chinese = await Client.start({ initializationOptions: { settings: { language: "zh-CN" } } });
    const open = await chinese.open("typescript", `if (err.code === "${wrong}") {}`);
    const [diagnostic] = (await open.diagnose()) as [Diagnostic];
    assert.equal(diagnostic.message, `腾讯云没有错误码“${wrong}”，是否应为“${right}”？`);
    const [fix] = await open.fixes([diagnostic]);
    assert.equal(fix?.title, `改为“${right}”`);
    await chinese.stop();
  });

  it("publishes to a client without pull diagnostics, and clears on close", async () => {
    const plain = await Client.start({ capabilities: {} });
    const open = await plain.open("typescript", `if (err.code === "${wrong}") {}`);
    const published = await plain.published(open.document.uri, 1);
    assert.deepEqual(
      published.map((one) => marked(open, one)),
      [wrong],
    );
    await open.change([{ text: `if (err.code === "${right}") {}` }]);
    assert.deepEqual(await plain.published(open.document.uri, 2), []);
    await plain.stop();
  });
});
