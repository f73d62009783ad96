import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
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
    await workbench.see(".notification-list-item-message", { hasText: "2 problems in 2 of" });
    await workbench.command("Problems: Focus on Problems View");
    await workbench.see(".markers-panel .monaco-list-row", { hasText: "other.ts" });
    await workbench.shot(join(pictures, "configuration-workspace.png"));
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
