import assert from "node:assert/strict";
import { commands, type Hover, MarkdownString, type TextDocument } from "vscode";
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

  it("trusts only the commands that open the details page and change a literal", async () => {
    const { document } = await showExample("typescript/tencent-signature.ts");
    const hover = await hoverOver(document, "AuthFailure.SecretIdNotFound", "Details");
    const [content] = hover.contents;
    assert.ok(content instanceof MarkdownString);
    assert.deepEqual(content.isTrusted, {
      enabledCommands: ["errorCodes.showDetails", "errorCodes.changeCode"],
    });
  });

  it("changes a misspelled code by its link, but no text that has changed meanwhile", async () => {
    const { document } = await show(
      "typescript",
      'import a from "tencentcloud-sdk-nodejs";\nif (err.code === "AuthFailure.SignatureExpired") {}',
    );
    const hover = await hoverOver(document, "SignatureExpired", "Change to");
    const link = /command:(errorCodes\.changeCode)\?([^)]+)/.exec(textOf(hover));
    const change = () =>
      commands.executeCommand(link?.[1] ?? "", ...JSON.parse(decodeURIComponent(link?.[2] ?? "")));
    await change();
    assert.match(document.getText(), /"AuthFailure\.SignatureExpire"/);
    const after = document.getText();
    await change();
    assert.equal(document.getText(), after);
  });
});

/** Returns the hover over the first occurrence of a text that contains another text. */
function hoverOver(document: TextDocument, text: string, expected: string): Promise<Hover> {
  return eventually("a hover", async () =>
    (await hoversOn(document, text)).find((one) => textOf(one).includes(expected)),
  );
}
