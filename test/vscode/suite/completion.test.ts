import assert from "node:assert/strict";
import { type CompletionList, commands, type TextEditor } from "vscode";
import { closeAll, eventually, show } from "./editor.ts";

const code = "AuthFailure.SignatureExpire";

const accepted: [language: string, before: string, after: string][] = [
  ["typescript", `if (err.code === "AuthFailure.SignatureE|") {}`, `if (err.code === "${code}") {}`],
  [
    "typescript",
    `if (err.code === "AuthFailure.SignatureE|xpired.Old") {}`,
    `if (err.code === "${code}") {}`,
  ],
  [
    "go",
    `package a\nfunc f() { if e.Code == "AuthFailure.SignatureE|" {} }`,
    `package a\nfunc f() { if e.Code == "${code}" {} }`,
  ],
  ["python", `if e.code == "AuthFailure.SignatureE|"`, `if e.code == "${code}"`],
  ["yaml", `errorCodes:\n  - AuthFailure.SignatureE|`, `errorCodes:\n  - ${code}`],
  ["json", `{"Error": {"Code": "AuthFailure.SignatureE|"}}`, `{"Error": {"Code": "${code}"}}`],
];

describe("completion in VS Code", () => {
  afterEach(closeAll);

  for (const [language, before, after] of accepted) {
    it(`inserts the accepted code into the document: ${language}, ${before.split("\n").at(-1)}`, async () => {
      const editor = await show(language, before);
      await accept(editor);
      assert.equal(editor.document.getText(), after);
    });
  }

  it("opens automatically when a quote is typed", async () => {
    const editor = await show("typescript", "if (err.code === |) {}");
    await commands.executeCommand("type", { text: '"' });
    await eventually("an accepted suggestion", async () => {
      await commands.executeCommand("acceptSelectedSuggestion");
      return /=== "\w[\w.]+"\)/.test(editor.document.getText()) || undefined;
    });
  });
});

/** Opens the suggestions and accepts the first one, as Control+Space and Enter do. */
async function accept(editor: TextEditor): Promise<void> {
  const { document, selection } = editor;
  const before = document.getText();
  await eventually("suggestions", async () => {
    const list = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      selection.active,
    );
    return (
      list.items.some(({ label }) => (typeof label === "string" ? label : label.label) === code) || undefined
    );
  });
  await commands.executeCommand("editor.action.triggerSuggest");
  await eventually("the accepted suggestion", async () => {
    await commands.executeCommand("acceptSelectedSuggestion");
    return document.getText() !== before || undefined;
  });
}
