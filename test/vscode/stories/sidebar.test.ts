import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

/** A code that is misspelled in two files. */
const misspelled = [
  'import { CvmClient } from "tencentcloud-sdk-nodejs";',
  'export const isMissing = (error: { code: string }) => error.code === "AuthFailure.TokenFailre";',
  "",
].join("\n");

describe("the sidebar by mouse and by keyboard", () => {
  let folder: string;
  let workbench: Workbench;

  async function open(theme: string, locale?: string, more: Record<string, string> = {}): Promise<void> {
    folder = await mkdtemp(join(tmpdir(), "error-codes-sidebar-"));
    for (const [name, content] of Object.entries({ "calls.ts": text, ...more }))
      await writeFile(join(folder, name), content);
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
    await open("Dark Modern", undefined, { "one.ts": misspelled, "two.ts": misspelled });
    await workbench.view("Error Codes");
    await row(/Tencent Cloud\s*\d+/);
    await (await workbench.see(".sidebar .monaco-button", { hasText: "Scan Workspace" })).click();
    await row("Unknown or misspelled");
    await row(/→ AuthFailure\.SignatureExpire\s*calls\.ts:2/);
    await (await row("AuthFailure.SignatureExpired")).click();
    await workbench.see(".statusbar-item", { hasText: /Ln 2, Col \d+ \(28 selected\)/ });
    await changeAll();
    await filterAndSort();

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

  /** Changes a code that is misspelled in two files from its row, and undoes that. */
  async function changeAll(): Promise<void> {
    const isRight = async () => {
      const texts = ["one.ts", "two.ts"].map((name) => readFile(join(folder, name), "utf8"));
      return (await Promise.all(texts)).map((one) => one.includes('"AuthFailure.TokenFailure"'));
    };
    const suggestion = await row(/→ AuthFailure\.TokenFailure\s*2/);
    await suggestion.hover();
    assert.ok(await isWhole(suggestion));
    await suggestion.locator('.action-label[aria-label="Change All to the Suggested Code"]').click();
    const message =
      /Changed “AuthFailure\.TokenFailre” to “AuthFailure\.TokenFailure” \(places: 2, files: 2\)/;
    const toast = await workbench.see(".notification-toast", { hasText: message });
    assert.deepEqual(await isRight(), [true, true]);
    await rows()
      .filter({ hasText: /^AuthFailure\.TokenFailre/ })
      .waitFor({ state: "hidden" });
    await toast.locator(".monaco-button", { hasText: "Undo" }).click();
    await row(/→ AuthFailure\.TokenFailure\s*2/);
    assert.deepEqual(await isRight(), [false, false]);
  }

  /** Whether the label of a row is not cut in a sidebar of the usual width. */
  async function isWhole(one: Awaited<ReturnType<typeof row>>): Promise<boolean> {
    const outer = await one.locator(".monaco-icon-label-container").first().boundingBox();
    const inner = await one.locator(".label-name").boundingBox();
    return outer !== null && inner !== null && inner.x + inner.width < outer.x + outer.width;
  }

  /** Filters the used codes and sorts them by the number of uses. */
  async function filterAndSort(): Promise<void> {
    const title = (label: string) => workbench.see(`.sidebar .action-label[aria-label^="${label}"]`);
    const header = workbench.page.locator(".sidebar .pane-header", { hasText: "In This Workspace" });
    await header.hover();
    await (await title("Filter the Codes")).click();
    await workbench.see('.quick-input-widget input[placeholder^="Code, meaning, kind"]');
    await workbench.type("tokenfail");
    await workbench.see(".sidebar .message", { hasText: "“tokenfail”: 1 code" });
    await rows().filter({ hasText: "SignatureExpired" }).waitFor({ state: "hidden" });
    await workbench.page.keyboard.press("Escape");
    await header.hover();
    await (await title("Clear the Filter")).click();
    /** Waits until the two misspelled codes stand in an order. */
    const seeOrder = async (...wanted: string[]) => {
      const found = rows().filter({ hasText: /^AuthFailure\.(?:TokenFailre|SignatureExpired)/ });
      for (const [index, hasText] of wanted.entries()) await found.nth(index).filter({ hasText }).waitFor();
    };
    await seeOrder("SignatureExpired", "TokenFailre");
    await header.hover();
    await (await title("Sort by Number")).click();
    await title("Sort by Name");
    await seeOrder("TokenFailre", "SignatureExpired");
  }

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
