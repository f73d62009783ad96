import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbench } from "../workbench.ts";

const text = [
  'import { CvmClient } from "tencentcloud-sdk-nodejs";',
  'export const isStale = (error: { code: string }) => error.code === "AuthFailure.SignatureExpired";',
  'export const isThrottled = (error: { code: string }) => error.code === "RequestLimitExceeded";',
  "",
  "",
].join("\n");

describe("the sidebar by mouse and by keyboard", () => {
  let folder: string;
  let workbench: Workbench;

  async function open(theme: string, locale?: string): Promise<void> {
    folder = await mkdtemp(join(tmpdir(), "error-codes-sidebar-"));
    await writeFile(join(folder, "calls.ts"), text);
    workbench = await Workbench.open({
      folder,
      extensionPath: join(import.meta.dirname, "../../.."),
      theme,
      ...(locale ? { locale } : {}),
      userSettings: { "typescript.validate.enable": false, "files.autoSave": "off" },
    });
    await workbench.openFile("calls.ts");
  }
  afterEach(async () => {
    await workbench.close();
    await rm(folder, { recursive: true, force: true });
  });

  const row = (hasText: string | RegExp) => workbench.see(".sidebar .monaco-list-row", { hasText });
  const rows = () => workbench.page.locator(".sidebar .monaco-list-row");
  const line = (hasText: string) => workbench.see(".editor-instance .view-line", { hasText });

  it("lists a misspelled code, filters the catalog, and lets a code be dragged into the editor, by mouse", async () => {
    await open("Dark Modern");
    await workbench.view("Error Codes");
    await row(/Tencent Cloud\s*\d+/);
    await (await workbench.see(".sidebar .monaco-button", { hasText: "Scan Workspace" })).click();
    await row("Unknown or misspelled");
    await (await row(/AuthFailure\.SignatureExpired1.*did you mean AuthFailure\.SignatureExpire\?/)).click();
    await (await row("calls.ts:2")).click();
    await workbench.see(".statusbar-item", { hasText: /Ln 2, Col \d+ \(28 selected\)/ });

    await workbench.page.locator(".sidebar .pane-header", { hasText: "Catalog" }).hover();
    await (await workbench.see('.sidebar .action-label[aria-label^="Filter Catalog"]')).click();
    await workbench.see('.quick-input-widget input[placeholder^="Code, meaning"]');
    await workbench.type("@tencent sigexp");
    await workbench.see(".sidebar .message", { hasText: "“@tencent sigexp”" });
    await workbench.page.keyboard.press("Enter");
    const found = await row("AuthFailure.SignatureExpire");
    const target = await (await line("isThrottled")).boundingBox();
    assert.ok(target);
    await drag(found, 400, target.y + target.height * 1.5);
    await workbench.see(".editor-instance .view-line", { hasText: /^AuthFailure\.SignatureExpire$/ });

    await workbench.page.locator(".sidebar .pane-header", { hasText: "Catalog" }).hover();
    await (await workbench.see('.sidebar .action-label[aria-label^="Clear Filter"]')).click();
    await row(/Tencent Cloud\s*\d+/);
  });

  it("reveals and inserts a code, and updates when a file is saved, by keyboard in Chinese", async () => {
    await open("Light Modern", "zh-cn");
    await workbench.goToText("RequestLimitExceeded", 3);
    await workbench.command("错误码: 在目录中定位");
    await workbench.see('.sidebar .monaco-list-row.focused[aria-label^="RequestLimitExceeded, 限流"]');
    await workbench.command("错误码: 扫描工作区");
    await row("未知或拼写有误");
    await row("腾讯云");
    await workbench.goToText("AuthFailure.SignatureExpired", 5);
    await workbench.command("错误码: 筛选目录…");
    await workbench.see(".quick-input-widget input[placeholder^=输入]");
    await workbench.type("@tencent 签名过期");
    await workbench.see(".sidebar .message", { hasText: "“@tencent 签名过期”" });
    await workbench.page.keyboard.press("Enter");
    await workbench.see('.sidebar .monaco-list-row.focused[aria-label^="AuthFailure.SignatureExpire,"]');
    await workbench.page.keyboard.press("Shift+F10");
    await workbench.page.keyboard.press("ArrowDown");
    await workbench.see(".monaco-menu .action-item.focused", { hasText: "在光标处插入" });
    await workbench.page.keyboard.press("Enter");
    await line('"AuthFailure.SignatureExpire";');
    await workbench.page.keyboard.press("Control+S");
    await rows().filter({ hasText: "未知或拼写有误" }).waitFor({ state: "hidden" });
  });

  /**
   * Drags a row to a position of the editor, again if the drag did not start: the list may replace a row under the
   * mouse. The drop waits for the mark of its target, since an editor ignores what is dropped before.
   */
  async function drag(from: Awaited<ReturnType<typeof row>>, x: number, y: number): Promise<void> {
    const { mouse, keyboard } = workbench.page;
    const mark = workbench.page.locator(".editor-instance .dnd-target").first();
    for (let attempt = 0; attempt < 5; attempt++) {
      const box = await from.boundingBox();
      assert.ok(box);
      await mouse.move(box.x + 60, box.y + 10);
      await mouse.down();
      await mouse.move(box.x + 66, box.y + 14, { steps: 3 });
      await mouse.move(x, y - 4, { steps: 8 });
      // An editor accepts a drop only while Shift is held.
      await keyboard.down("Shift");
      await mouse.move(x, y, { steps: 4 });
      const marked = await mark.waitFor({ state: "attached", timeout: 5000 }).then(
        () => true,
        () => false,
      );
      await mouse.up();
      await keyboard.up("Shift");
      if (marked) return;
    }
    assert.fail("The row could not be dragged into the editor.");
  }
});
