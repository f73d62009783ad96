import assert from "node:assert/strict";
import { LanguageModelTextPart, lm } from "vscode";
import { eventually } from "./editor.ts";

const code = "AuthFailure.SignatureExpire";

/** Calls a tool as the agent mode of VS Code does, and returns its answer. */
async function invoke(name: string, input: object): Promise<Record<string, unknown>> {
  const { content } = await lm.invokeTool(`errorCodes_${name}`, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof LanguageModelTextPart, "The answer is no text.");
  return JSON.parse(part.value);
}

describe("tools for language models in VS Code", () => {
  before(() =>
    eventually("the tools", () => lm.tools.some(({ name }) => name === "errorCodes_explain") || undefined),
  );

  it("explain what failed, find a code by its meaning, and the same on another cloud", async () => {
    const failure = JSON.stringify({
      Response: { Error: { Code: code, Message: "late" }, RequestId: "r-1" },
    });
    const explained = JSON.stringify(await invoke("explain", { text: failure }));
    assert.match(explained, /"code":"AuthFailure\.SignatureExpire"/);
    assert.match(explained, /"retry":"renew"/);
    assert.match(explained, /"provider":"tencent-cloud"/);
    const found = JSON.stringify(await invoke("lookup", { query: "@tencent 签名过期", limit: 3 }));
    assert.match(found, /AuthFailure\.SignatureExpire/);
    const elsewhere = JSON.stringify(await invoke("equivalents", { code, provider: "tencent-cloud" }));
    assert.match(elsewhere, /"provider":"alibaba-cloud"/);
  });

  it("say what a call can fail with, and what is wrong in a text", async () => {
    const codes = JSON.stringify(
      await invoke("codes_of_action", { action: "RunInstances", provider: "aws" }),
    );
    assert.match(codes, /"retry":"(?:backoff|renew)"/);
    const text = 'import "tencentcloud-sdk-nodejs";\nif (err.code === "AuthFailure.SignatureExpired") {}\n';
    const checked = JSON.stringify(await invoke("check", { path: "new.ts", text }));
    assert.match(checked, /misspelled-code/);
    assert.match(checked, /AuthFailure\.SignatureExpire"/);
  });

  it("tell a model what is wrong with its arguments", async () => {
    await assert.rejects(() => invoke("codes_of_action", { action: "NoSuchAction" }), /NoSuchAction/);
  });
});
