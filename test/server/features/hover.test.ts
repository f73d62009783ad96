import assert from "node:assert/strict";
import { Client } from "../harness/client.ts";

const code = "AuthFailure.SignatureExpire";

const examples: [languageId: string, text: string][] = [
  ["typescript", `if (err.code === "AuthFailure.Sig|natureExpire") {}`],
  ["typescriptreact", `const a = <b>{e.code === 'AuthFailure.Sig|natureExpire' ? 1 : 2}</b>;`],
  ["javascript", "switch (e.code) { case `AuthFailure.Sig|natureExpire`: }"],
  ["go", `package a\nfunc f() { if e.Code == "AuthFailure.Sig|natureExpire" {} }`],
  ["go", "package a\nvar s = `AuthFailure.Sig|natureExpire`"],
  ["python", `if e.code == "AuthFailure.Sig|natureExpire":\n    pass`],
  ["python", `x = r'AuthFailure.Sig|natureExpire'`],
  ["java", `class A { boolean f() { return "AuthFailure.Sig|natureExpire".equals(e.getErrorCode()); } }`],
  ["json", `{"Error": {"Code": "AuthFailure.Sig|natureExpire"}}`],
  ["jsonc", `{ // why\n "codes": ["AuthFailure.Sig|natureExpire"] }`],
  ["yaml", `retry:\n  codes:\n    - AuthFailure.Sig|natureExpire`],
  ["yaml", `code: "AuthFailure.Sig|natureExpire"`],
  ["yaml", `code: AuthFailure.Sig|natureExpire # why`],
  ["rust", `if e.code == "AuthFailure.Sig|natureExpire" {}`],
  ["log", `2026-01-01 failed with AuthFailure.Sig|natureExpire.`],
];

describe("hover", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  for (const [languageId, text] of examples) {
    it(`explains a code in ${languageId}: ${text.split("\n").at(-1)}`, async () => {
      const open = await client.open(languageId, text);
      const hover = await open.hoverTexts();
      assert.equal(hover?.marked, code);
      assert.match(hover?.text ?? "", /Tencent Cloud/);
      assert.match(hover?.text ?? "", /five minutes/);
    });
  }

  it("marks the correct range after non-ASCII text and emoji", async () => {
    const open = await client.open("typescript", `const 签名 = "😀"; if (e.code === "Throt|tling") {}`);
    assert.equal((await open.hoverTexts())?.marked, "Throttling");
  });

  it("is shown at both ends of the content, but not outside the quotes", async () => {
    const text = `if (e.code === "Throttling") {}`;
    const open = await client.open("typescript", text);
    const at = async (character: number) => (await open.hoverTexts({ line: 0, character }))?.marked;
    const start = text.indexOf("Throttling");
    assert.equal(await at(start), "Throttling");
    assert.equal(await at(start + "Throttling".length), "Throttling");
    assert.equal(await at(start - 2), undefined);
    assert.equal(await at(text.length), undefined);
  });

  it("groups a code by provider, the file's provider first", async () => {
    const open = await client.open(
      "python",
      `from baidubce.exception import BceServerError\nif e.code == "Internal|Error":\n    pass`,
    );
    const { text = "" } = (await open.hoverTexts()) ?? {};
    const order = ["Baidu AI Cloud", "Alibaba Cloud", "Tencent Cloud"].map((name) =>
      text.indexOf(`**${name}**`),
    );
    assert.ok(
      order.every((at) => at >= 0),
      text,
    );
    assert.deepEqual(
      order,
      order.toSorted((a, b) => (a === order[0] ? -1 : b === order[0] ? 1 : a - b)),
    );
    assert.match(text, /HTTP 500/);
    assert.match(text, /We encountered an internal error\./);
  });

  it("is not shown for a plain word without evidence if the provider is unknown", async () => {
    const open = await client.open("typescript", `const title = "Not|Found";`);
    assert.equal(await open.hover(), null);
  });

  it("is not shown for an interpolated string", async () => {
    const open = await client.open("typescript", "if (e.code === `Auth|Failure.$" + "{kind}`) {}");
    assert.equal(await open.hover(), null);
  });

  it("is not shown for other strings", async () => {
    const open = await client.open("go", `package a\nvar s = "hel|lo"`);
    assert.equal(await open.hover(), null);
  });

  it("reflects a change of the document", async () => {
    const open = await client.open("typescript", `if (e.code === "Throt|tle") {}`);
    assert.equal(await open.hover(), null);
    const start = open.document.positionAt(open.text.indexOf("tle"));
    await open.change([
      { range: { start, end: { ...start, character: start.character + 3 } }, text: "tling" },
    ]);
    assert.equal((await open.hoverTexts())?.marked, "Throttling");
  });

  it("uses the editor's language", async () => {
    const chinese = await Client.start({ locale: "zh-cn" });
    const open = await chinese.open("typescript", `if (err.code === "AuthFailure.Sig|natureExpire") {}`);
    const { text = "" } = (await open.hoverTexts()) ?? {};
    assert.match(text, /腾讯云/);
    assert.match(text, /签名已过期/);
    assert.doesNotMatch(text, /Tencent/);
    await chinese.stop();
  });
});
