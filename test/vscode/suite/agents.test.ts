import assert from "node:assert/strict";
import { LanguageModelTextPart, lm } from "vscode";
import { eventually } from "./editor.ts";

/** Calls a tool as a model does, and returns its answer. */
async function call(name: string, input: object) {
  const { content } = await lm.invokeTool(`errorCodes_${name}`, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof LanguageModelTextPart);
  return JSON.parse(part.value);
}

describe("tools for language models in VS Code", () => {
  it("are known, and explain and check codes", async () => {
    const names = await eventually("the tools", () => {
      const own = lm.tools.filter(({ name }) => name.startsWith("errorCodes_"));
      return own.length === 5 ? own.map(({ name }) => name) : undefined;
    });
    assert.ok(names.includes("errorCodes_codes_of_action"));
    const { errors } = await call("explain", { text: "AuthFailure.SignatureExpire" });
    assert.equal(errors[0].retry, "renew");
    const text =
      'import "tencentcloud-sdk-nodejs";\nif (err.code === "AuthFailure.SignatureExpird") retry();\n';
    const { findings } = await call("check", { path: "typescript/new.ts", text });
    assert.equal(findings[0].suggestions[0], "AuthFailure.SignatureExpire");
  });
});
