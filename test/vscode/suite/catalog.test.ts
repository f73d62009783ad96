import assert from "node:assert/strict";
import { commands, env, TabInputCustom, window } from "vscode";
import { closeAll, eventually, show } from "./editor.ts";

function pages(): string[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputCustom)
    .map(({ label }) => label);
}

describe("the catalog in VS Code", () => {
  afterEach(closeAll);

  it("is a tree of providers, services, groups and codes, whose codes open their page", async () => {
    await commands.executeCommand("errorCodes.catalog.focus");
    const opened = await eventually("a details page", async () => {
      await commands.executeCommand("list.focusFirst");
      // Expanding an expanded row moves to its first child: provider, service, code.
      for (let step = 0; step < 5; step++) await commands.executeCommand("list.expand");
      await commands.executeCommand("list.select");
      const [label] = pages();
      return label;
    });
    assert.match(opened, /^[A-Z]\w+\.[A-Z]\w+$/);
    await commands.executeCommand("list.collapseAll");
  });

  it("inserts a looked-up code at the cursor", async () => {
    const editor = await show("plaintext", "code: |");
    await commands.executeCommand("errorCodes.lookUp", "请求时间戳与服务器时间");
    await eventually("the inserted code", async () => {
      await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return editor.document.getText() !== "code: " || undefined;
    });
    assert.equal(editor.document.getText(), "code: AuthFailure.SignatureExpire");
  });

  it("shows a looked-up code if there is no editor", async () => {
    await commands.executeCommand("errorCodes.lookUp", "REQUEST_TIMED_OUT");
    const opened = await eventually("a details page", async () => {
      await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      const [label] = pages();
      return label;
    });
    assert.match(opened, /REQUEST_TIMED_OUT/);
  });

  it("copies a code", async () => {
    await commands.executeCommand("errorCodes.copy", { code: "Throttling" });
    assert.equal(await env.clipboard.readText(), "Throttling");
  });

  it("ignores commands that name no code", async () => {
    const editor = await show("plaintext", "|");
    for (const argument of [undefined, {}, { code: 5 }, "Throttling"]) {
      await commands.executeCommand("errorCodes.insert", argument);
      await commands.executeCommand("errorCodes.showDetails", argument);
    }
    assert.equal(editor.document.getText(), "");
    assert.deepEqual(pages(), []);
  });
});
