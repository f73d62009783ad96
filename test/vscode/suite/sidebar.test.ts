import assert from "node:assert/strict";
import { commands, env, type Location, Selection, TabInputCustom, window, workspace } from "vscode";
import { closeAll, eventually, inside, place, show, showExample } from "./editor.ts";

/** Returns the title of the active page, or undefined if the active tab is not a page. */
function page(): string | undefined {
  const { input, label } = window.tabGroups.activeTabGroup.activeTab ?? {};
  return input instanceof TabInputCustom ? label : undefined;
}

/** Opens the focused row of a tree and returns the title of the page that it shows. */
function openFocused(): Promise<string> {
  return eventually("a details page", async () => {
    await commands.executeCommand("list.select");
    return page();
  });
}

describe("the sidebar in VS Code", () => {
  afterEach(async () => {
    await commands.executeCommand("errorCodes.clearFilter");
    // Behind a page there may be a text editor that would not close without asking.
    while (page() !== undefined) await commands.executeCommand("workbench.action.closeActiveEditor");
    await eventually("what was behind the page", () => {
      return window.activeTextEditor || !window.tabGroups.activeTabGroup.activeTab || undefined;
    });
    await closeAll();
  });

  it("reveals the code under the cursor", async () => {
    const editor = await show("typescript", 'if (err.code === "AuthFailure.TokenFailure") {}');
    place(editor, inside(editor.document, "TokenFailure"));
    await commands.executeCommand("errorCodes.reveal");
    assert.match(await openFocused(), /AuthFailure\.TokenFailure/);
  });

  it("filters with the ranking of the lookup, and shows the whole catalog again", async () => {
    await commands.executeCommand("errorCodes.filter", "@tencent 签名过期");
    await commands.executeCommand("errorCodes.catalog.focus");
    await commands.executeCommand("list.focusFirst");
    assert.match(await openFocused(), /AuthFailure\.SignatureExpire/);
    await closeAll();
    await commands.executeCommand("errorCodes.filter", "");
    await commands.executeCommand("errorCodes.catalog.focus");
    await commands.executeCommand("list.focusFirst");
    await commands.executeCommand("list.select");
    assert.equal(page(), undefined);
  });

  it("inserts at every cursor, replacing the content of strings", async () => {
    const editor = await show(
      "typescript",
      'if (err.code === "Old.Code") {}\nif (err.code === "") {}\ncall();\n',
    );
    const at = (line: number, column: number) => new Selection(line, column, line, column);
    editor.selections = [at(0, 20), at(0, 22), at(1, 18), new Selection(2, 0, 2, 4)];
    await commands.executeCommand("errorCodes.insert", { code: "Throttling" });
    assert.equal(
      editor.document.getText(),
      'if (err.code === "Throttling") {}\nif (err.code === "Throttling") {}\nThrottling();\n',
    );
    assert.ok(editor.selections.every(({ isEmpty }) => isEmpty));
  });

  it("inserts no code that would need escapes where it is inserted", async () => {
    const text = 'if (err.code === "Old.Code") {}\n\n';
    const editor = await show("typescript", text);
    for (const code of ['X");evil();("', "X`evil()`", "X\nevil()", "X\u202eY"])
      for (const line of [0, 1]) {
        editor.selection = new Selection(line, line === 0 ? 20 : 0, line, line === 0 ? 20 : 0);
        await commands.executeCommand("errorCodes.insert", { code });
        assert.equal(editor.document.getText(), text);
      }
    await commands.executeCommand("errorCodes.insert", { code: "acme/not-found" });
    assert.equal(editor.document.getText(), `${text.slice(0, -1)}acme/not-found\n`);
    await commands.executeCommand("notifications.clearAll");
  });

  it("inserts into the editor behind a page, without replacing a sentence", async () => {
    const editor = await show("typescript", 'throw new Error("It is| a sentence");\n');
    const key = { provider: "tencent-cloud", service: "common", code: "AuthFailure.SignatureExpire" };
    await commands.executeCommand("errorCodes.showDetails", key);
    await eventually("the page", page);
    await commands.executeCommand("errorCodes.insert", { code: "X.Y" });
    assert.equal(editor.document.getText(), 'throw new Error("It isX.Y a sentence");\n');
    assert.equal(window.activeTextEditor?.document, editor.document);
  });

  it("copies a code as Markdown", async () => {
    const key = { provider: "tencent-cloud", service: "common", code: "AuthFailure.SignatureExpire" };
    await commands.executeCommand("errorCodes.copyMarkdown", key);
    assert.match(await env.clipboard.readText(), /^`AuthFailure\.SignatureExpire`\n\n\*\*Tencent Cloud\*\*/);
  });

  it("finds the locations of a code in the workspace without opening files", async () => {
    // VS Code opens documents of its own now and then, such as those of output channels.
    const opened = () =>
      workspace.textDocuments.filter(({ uri }) => workspace.getWorkspaceFolder(uri)).length;
    const before = opened();
    const code = "AuthFailure.SignatureExpired";
    const find = () => commands.executeCommand("errorCodes.findInWorkspace", { code });
    await find();
    assert.ok(opened() <= before, "No file was opened to scan it.");
    const editor = await eventually("the literal", async () => {
      // On a busy machine, the row is not in the list yet when it is to have the focus.
      await find();
      // That of a code that is used once opens its place.
      await commands.executeCommand("list.select");
      const active = window.activeTextEditor;
      return active?.document.getText(active.selection) === code ? active : undefined;
    });
    assert.match(editor.document.fileName, /tencent-signature\.ts$/);
  });

  it("finds the references of a code in files that are not open", async () => {
    await commands.executeCommand("errorCodes.scanWorkspace");
    const editor = await showExample("typescript/tencent-signature.ts");
    const position = inside(editor.document, "AuthFailure.SignatureExpire");
    const found = await eventually("references", async () => {
      const found = await commands.executeCommand<Location[]>(
        "vscode.executeReferenceProvider",
        editor.document.uri,
        position,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.ok(found.every(({ uri }) => uri.scheme === editor.document.uri.scheme));
  });
});
