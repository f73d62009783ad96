import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbench } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");
const pictures = join(import.meta.dirname, "../output");

describe("the configuration of a project", () => {
  let folder: string;
  let workbench: Workbench;
  const write = (path: string, text: string) => writeFile(join(folder, path), text);
  const catalog = (summary: string) =>
    `version: 1\nprovider: acme\nentries:\n  - code: Acme.OutOfPaper\n    summary: ${summary}\n`;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-configuration-"));
    await mkdir(join(folder, "errors"));
    await mkdir(pictures, { recursive: true });
    await write("other.ts", 'if (err.code === "AuthFailure.SignatureExpired") retry();\n');
    await write(
      "a.ts",
      'if (err.code === "AuthFailure.SignatureExpired") retry();\nif (err.code === "Acme.OutOfPaper") retry();\n',
    );
    workbench = await Workbench.open({ folder, extensionPath: root, width: 1100, height: 640 });
  });
  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("applies when it is written outside the editor", async () => {
    await workbench.openFile("a.ts");
    await workbench.see(".squiggly-warning");
    await write(".error-codes.yaml", "rules:\n  misspelled-code: error\n");
    await workbench.see(".squiggly-error");
  });

  it("loads catalogs that are written, renamed and deleted outside the editor", async () => {
    await write("errors/a.yaml", catalog("The tray is empty."));
    await write(".error-codes.yaml", "catalogs: [{ path: errors/*.yaml }]\n");
    await workbench.see(".squiggly-warning");
    await hoverShows(/The tray is empty/);
    await workbench.shot(join(pictures, "configuration-hover.png"));
    await write("errors/a.yaml", catalog("No paper is left."));
    await rename(join(folder, "errors/a.yaml"), join(folder, "errors/b.yaml"));
    await hoverShows(/No paper is left[\s\S]*errors\/b\.yaml/);
  });

  /** Waits, with a limit, until the hover matches: catalogs are loaded in the background. */
  async function hoverShows(text: RegExp): Promise<void> {
    let last = "";
    for (const until = Date.now() + 20_000; Date.now() < until; ) {
      last = (await (await workbench.hover("Acme.OutOfPaper")).textContent()) ?? "";
      if (text.test(last)) return;
    }
    assert.match(last, text);
  }

  it("reports the findings of files that are not open, on command", async () => {
    await workbench.command("Error Codes: Check Workspace");
    const result = await workbench.see(".notification-list-item", { hasText: "2 problems in 2 of" });
    await workbench.see(".markers-panel .monaco-list-row", { hasText: "other.ts" });
    const status = await workbench.see(".statusbar-item", { hasText: "2 problems" });
    await workbench.shot(join(pictures, "configuration-workspace.png"));
    await result.locator(".monaco-button", { hasText: "Show Problems" }).click();
    await status.waitFor({ state: "hidden" });
    await workbench.command("Error Codes: Check Workspace");
    await (await workbench.see(".statusbar-item", { hasText: "2 problems" })).click();
    await status.waitFor({ state: "hidden" });
  });

  it("changes all files behind a preview, and takes it back", async () => {
    const other = () => readFile(join(folder, "other.ts"), "utf8");
    const before = await other();
    await (await workbench.see(".notification-list-item .monaco-button", { hasText: "Fix All…" })).click();
    await workbench.see(".quick-input-title", { hasText: "Fix All: 2 places in 2 files" });
    const row = await workbench.see(".quick-input-list .monaco-list-row", { hasText: "SignatureExpire" });
    assert.match((await row.textContent()) ?? "", /SignatureExpired → AuthFailure\.SignatureExpire2 places/);
    await (await workbench.see(".quick-input-titlebar .codicon-diff-multiple")).click();
    await workbench.see(".multiDiffEntry .line-insert, .multiDiffEntry .char-insert");
    await workbench.shot(join(pictures, "configuration-fix-all.png"));
    assert.equal(await other(), before);
    await (await workbench.see(".quick-input-widget .monaco-button", { hasText: "OK" })).click();
    const fixed = await workbench.see(".notification-list-item", { hasText: "Fixed: 2 places in 2 files" });
    await workbench.shot(join(pictures, "configuration-fixed.png"));
    assert.equal(await other(), before.replace("Expired", "Expire"));
    await fixed.locator(".monaco-button", { hasText: "Undo" }).click();
    await workbench.see(".squiggly-warning");
    for (const until = Date.now() + 20_000; (await other()) !== before && Date.now() < until; )
      await workbench.page.waitForTimeout(100);
    assert.equal(await other(), before);
    await workbench.command("View: Toggle Panel Visibility");
  });

  it("gets diagnostics for its own errors while it is typed, and completions of rules and severities", async () => {
    await workbench.openFile(".error-codes.yaml");
    await workbench.goTo(2, 1);
    await workbench.type("ruls: {}\n");
    await workbench.see(".squiggly-warning");
    await workbench.shot(join(pictures, "configuration-problem.png"));
    await workbench.goTo(2, 1);
    await workbench.page.keyboard.press("Control+Shift+K");
    await workbench.type("rules:\n  misspelled-code: ");
    await workbench.suggest();
    await workbench.see(".suggest-widget.visible .monaco-list-row", { hasText: "warning" });
    await workbench.shot(join(pictures, "configuration-completion.png"));
  });
});
