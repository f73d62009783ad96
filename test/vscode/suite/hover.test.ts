import assert from "node:assert/strict";
import { MarkdownString } from "vscode";
import { closeAll, eventually, hoversOn, show, showExample, textOf } from "./editor.ts";

const code = "AuthFailure.SignatureExpire";

const samples: [language: string, text: string][] = [
  ["typescript", `if (err.code === "${code}") {}`],
  ["go", `package a\nfunc f() { if e.Code == "${code}" {} }`],
  ["python", `if e.code == "${code}":\n    pass`],
  ["java", `class A { boolean f() { return "${code}".equals(e.getErrorCode()); } }`],
  ["json", `{"Error": {"Code": "${code}"}}`],
  ["yaml", `errorCodes:\n  - ${code}\n`],
];

describe("hover in VS Code", () => {
  afterEach(closeAll);

  for (const [language, text] of samples) {
    it(`explains a code in ${language} with the content of the string as its range`, async () => {
      const { document } = await show(language, text);
      const hover = await eventually("a hover", async () => {
        const hovers = await hoversOn(document, code);
        return hovers.find((one) => textOf(one).includes(code));
      });
      assert.match(textOf(hover), /Tencent Cloud/);
      assert.equal(document.getText(hover.range), code);
    });
  }

  it("trusts only the command that opens the details page", async () => {
    const { document } = await showExample("typescript/tencent-signature.ts");
    const hover = await eventually("a hover", async () => {
      const hovers = await hoversOn(document, "AuthFailure.SecretIdNotFound");
      return hovers.find((one) => textOf(one).includes("Details"));
    });
    const [content] = hover.contents;
    assert.ok(content instanceof MarkdownString);
    assert.deepEqual(content.isTrusted, { enabledCommands: ["errorCodes.showDetails"] });
  });
});
