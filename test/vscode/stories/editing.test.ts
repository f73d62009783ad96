import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { Workbench, type WorkbenchOptions } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");
const pictures = join(import.meta.dirname, "../output");

// Python, because VS Code has no built-in suggestions and quick fixes for it that a test would have to wait for.
const text = [
  "from tencentcloud.common.exception import TencentCloudSDKException",
  "",
  "def is_stale(error):",
  '    return error.code == "AuthFailure.SignatureExpired"',
  "",
  "def is_throttled(error):",
  '    return error.code == ""',
  "",
  "def is_broken(error):",
  '    return error.code in ("InternalError", "AuthFailure.TokenFailure")',
  "",
].join("\n");

describe("codes in a document", () => {
  let folder: string;
  let workbench: Workbench;

  async function open(options: Partial<WorkbenchOptions>): Promise<void> {
    folder = await mkdtemp(join(tmpdir(), "error-codes-editing-"));
    await writeFile(join(folder, "a.py"), text);
    await writeFile(join(folder, "b.py"), text.replace('code == ""', 'code == "AuthFailure.TokenFailure"'));
    workbench = await Workbench.open({ folder, extensionPath: root, ...options });
    await workbench.openFile("a.py");
    await workbench.see(".squiggly-warning");
  }
  afterEach(async function () {
    if (this.currentTest?.state === "failed") {
      const name = this.currentTest.title.replace(/\W+/g, "-");
      await workbench.shot(join(pictures, `${name}-failed.png`)).catch(() => undefined);
    }
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const line = (hasText: string | RegExp) => workbench.see(".editor-instance .view-line", { hasText });
  const suggestion = (hasText: string) =>
    workbench.see(".suggest-widget.visible .monaco-list-row", { hasText });
  /** Returns the suggestion of exactly a code, once the list no longer changes: a row that moves is not clicked. */
  async function suggestionOf(code: string): Promise<Locator> {
    const names = ".suggest-widget.visible .monaco-list-row .label-name";
    let before = "";
    for (;;) {
      const row = await workbench.see(names, { hasText: new RegExp(`^${code}$`) });
      const now = (await workbench.page.locator(names).allTextContents()).join("\n");
      if (now === before) return row;
      before = now;
      await workbench.page.waitForTimeout(500);
    }
  }

  it("are offered with their quotes where none are typed, and never cut for the text beside them", async () => {
    await open({});
    await workbench.goToText('code == ""', "code == ".length);
    await workbench.page.keyboard.press("Delete");
    await workbench.page.keyboard.press("Delete");
    await workbench.type("F");
    // Long enough that what is listed for the first letter is there: codes come at the second one nevertheless.
    await workbench.page.waitForTimeout(1_500);
    await workbench.type("a");
    await suggestion("FailedOperation");
    const cut = await workbench.page
      .locator(".suggest-widget.visible .monaco-list-row", {
        has: workbench.page.locator(".details-label:not(:empty)"),
      })
      .locator(".left")
      .evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
      );
    assert.deepEqual(cut, []);
    await workbench.shot(join(pictures, "completion-outside-quotes.png"));
    await (await suggestion("FailedOperation")).click();
    await line(/code\s==\s"FailedOperation[\w.]*"/);
  });

  it("leave words of the document where no code begins so", async () => {
    await open({});
    await workbench.goToText('code == ""', "code == ".length);
    await workbench.page.keyboard.press("Delete");
    await workbench.page.keyboard.press("Delete");
    await workbench.type("t");
    await workbench.page.waitForTimeout(1_500);
    await workbench.type("hr");
    await suggestion("is_throttled");
  });

  it("have hovers, completions and quick fixes by mouse, in high contrast", async () => {
    await open({
      theme: "Default High Contrast",
      userSettings: { "errorCodes.inlayHints.enabled": true, "editor.hover.above": false },
    });
    await line(/"InternalError".*Internal\serror/);

    await workbench.hover("AuthFailure.TokenFailure");
    await (await workbench.see(".monaco-hover a", { hasText: "Details" })).click();
    await workbench.see(".tab.active", { hasText: "AuthFailure.TokenFailure" });
    await workbench.seeInPage("h1", "AuthFailure.TokenFailure");

    await workbench.openFile("a.py");
    await workbench.goToText('code == ""', 'code == "'.length);
    await workbench.suggest();
    // The whole code, so that its row is the first one, which stays where it is when others come and go.
    await workbench.type("requestlimitexceeded");
    await (await suggestionOf("RequestLimitExceeded")).click();
    await line(/"RequestLimitExceeded".*Too\smany\srequests/);

    await workbench.hover("AuthFailure.SignatureExpired");
    await workbench.see(".monaco-hover a", { hasText: "Change to" });
    await (await workbench.see(".monaco-hover .action", { hasText: "Quick Fix" })).click();
    await (
      await workbench.see(".action-widget .monaco-list-row", {
        hasText: "Change to 'AuthFailure.SignatureExpire'",
      })
    ).click();
    await line(/"AuthFailure\.SignatureExpire".*Signature\sexpired/);
  });

  it("have hovers, completions, quick fixes and references by keyboard, in Chinese", async () => {
    await open({ theme: "Light Modern", locale: "zh-cn" });
    const { keyboard } = workbench.page;
    await workbench.goToText("InternalError", 3);
    await keyboard.press("Control+K");
    await keyboard.press("Control+I");
    const hover = await workbench.see(".monaco-hover:not(.hidden) .hover-contents", { hasText: "腾讯云" });
    assert.match((await hover.textContent()) ?? "", /处理方法/);
    await keyboard.press("Escape");

    // Codes of the provider whose SDK is imported rank first, however well codes of other providers match.
    await workbench.goToText('code == ""', 'code == "'.length);
    await workbench.suggest();
    await workbench.type("sigex");
    await workbench.see(
      '.suggest-widget.visible .monaco-list-row.focused[aria-label^="AuthFailure.SignatureExpire"]',
    );
    await keyboard.press("Tab");
    await line('code == "AuthFailure.SignatureExpire"');

    await workbench.goToText("AuthFailure.SignatureExpired", 3);
    const fix = workbench.page.locator(".action-widget .monaco-list-row.focused", {
      hasText: "改为“AuthFailure.SignatureExpire”",
    });
    // VS Code drops the menu if the diagnostics of the edit before arrive at the same time.
    for (let attempt = 0; attempt < 6 && !(await fix.isVisible()); attempt++) {
      await keyboard.press("Control+.");
      await fix.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
    assert.ok(await fix.isVisible());
    await keyboard.press("Enter");
    await workbench.page.locator(".squiggly-warning").waitFor({ state: "hidden" });

    // References include files that are not open.
    await workbench.goToText("AuthFailure.TokenFailure", 3);
    await keyboard.press("Shift+F12");
    await workbench.see(".peekview-widget .ref-tree .monaco-list-row", { hasText: "b.py" });
    await keyboard.press("Escape");
    await workbench.page.locator(".peekview-widget").waitFor({ state: "hidden" });
    await keyboard.press("F12");
    await workbench.seeInPage("h2", "处理方法");
  });
});
