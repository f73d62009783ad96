import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbench } from "../workbench.ts";

const pictures = join(import.meta.dirname, "../output");
const text = [
  'import { CvmClient } from "tencentcloud-sdk-nodejs";',
  "// error-codes-ignore-next-line",
  'export const isStale = (error: { code: string }) => error.code === "AuthFailure.SignatureExpired";',
  'export const isBurnt = (error: { code: string }) => error.code === "Warehouse.BurntDown";',
  'export const seen = track("AuthFailure.TokenFailure", track);',
  "",
].join("\n");

describe("the status item, and why something is shown or not", () => {
  let folder: string;
  let workbench: Workbench;

  async function open(theme: string, locale?: string): Promise<void> {
    folder = await mkdtemp(join(tmpdir(), "error-codes-status-"));
    await mkdir(pictures, { recursive: true });
    await writeFile(join(folder, "calls.ts"), text);
    await writeFile(join(folder, ".error-codes.yaml"), "rules:\n  duplicate-code: off\n");
    workbench = await Workbench.open({
      folder,
      extensionPath: join(import.meta.dirname, "../../.."),
      theme,
      ...(locale ? { locale } : {}),
      pictures: true,
      width: 1200,
      height: 760,
      userSettings: { "typescript.validate.enable": false, "editor.minimap.enabled": false },
    });
    await workbench.openFile("calls.ts");
    await workbench.page.keyboard.press("Control+B");
  }
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench?.shot(join(pictures, "status-failed.png"));
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const row = (hasText: string | RegExp) => workbench.see(".quick-input-list .monaco-list-row", { hasText });
  const message = (hasText: string) => workbench.see(".notification-list-item", { hasText });
  const groups = () => workbench.page.locator(".editor-group-container").count();

  /** Opens the menu of the status item by mouse. */
  async function menu(provider: string, more: string): Promise<void> {
    await workbench.page.locator('[id="status.languageStatus"]').click();
    const entry = workbench.page.locator(".hover-language-status .element", { hasText: provider });
    await entry.locator("a", { hasText: more }).click();
  }

  /** Opens the submenu of the extension in the context menu of the editor, and closes it again. */
  async function seeContextMenu(menu: string, item: string, picture: string): Promise<void> {
    const { page } = workbench;
    await page.locator(".view-line", { hasText: "SignatureExpired" }).first().click({ button: "right" });
    await (await workbench.see(".monaco-menu .action-item", { hasText: menu })).hover();
    await workbench.see(".monaco-menu .action-item", { hasText: item });
    await workbench.shot(join(pictures, picture));
    for (let depth = 0; depth < 2; depth++) await page.keyboard.press("Escape");
  }

  /** Opens the status items: one says why the provider is that of the file, one how many codes it has. */
  async function seeStatus(reason: RegExp, count: RegExp, picture: string): Promise<void> {
    const { page } = workbench;
    const item = (hasText: string | RegExp) =>
      page.locator(".hover-language-status .element", { hasText }).first();
    // Items that come while the list is open are not added to it.
    const open = async (): Promise<boolean> => {
      await page.locator('[id="status.languageStatus"]').click();
      return item(reason)
        .waitFor({ timeout: 2_000 })
        .then(
          () => true,
          () => page.keyboard.press("Escape").then(() => false),
        );
    };
    while (!(await open()));
    for (const hasText of [count, ".error-codes.yaml"]) await item(hasText).waitFor();
    await workbench.shot(join(pictures, picture));
    await page.keyboard.press("Escape");
  }

  it("shows the providers, opens the configuration and explains why, by mouse", async () => {
    await open("Dark Modern");
    await seeStatus(/imports tencentcloud-sdk-nodejs/, /error codes here/, "status.png");
    await seeContextMenu("Error Codes", "Why Is Nothing Shown Here?", "context-menu.png");
    await workbench.goToText("AuthFailure.SignatureExpired", 3);
    await menu("Tencent Cloud", "More…");
    await row(/Tencent Cloud\s*imports tencentcloud-sdk-nodejs/);
    await row(/Open the Configuration\s*\.error-codes\.yaml/);
    await (await row("Why Is Nothing Shown Here?")).click();
    await workbench.seeInPage("strong", "would be reported, but the comment on line 2 ignores it.");
    await workbench.seeInPage("li", "Remove the comment on line 2.");
    await workbench.see(".editor-group-container .monaco-editor.focused");
    await workbench.shot(join(pictures, "why.png"));
    await (await workbench.seeInPage("button", "Copy the Explanation")).click();
    await workbench.seeInPage("button", "Copied");
    // The view has the focus now: the question is about the editor that it speaks of.
    await workbench.command("Error Codes: Why Is Nothing Shown Here?");
    await workbench.seeInPage("button", "Copy the Explanation");
    const refusals = workbench.page.locator(".notification-list-item", { hasText: "Put the cursor" });
    assert.equal(await refusals.count(), 0);
    await (await workbench.seeInPage("button", "Go to Line 2")).click();
    await workbench.see(".statusbar-item", { hasText: /Ln 2, Col \d+ \(\d+ selected\)/ });
    await workbench.goToText("Warehouse.BurntDown", 3);
    await menu("Tencent Cloud", "More…");
    await (await row("Why Is Nothing Shown Here?")).click();
    await workbench.seeInPage("strong", "it may be a code that no catalog has");
    assert.equal(await groups(), 2, "the next page replaces the previous one");
    await workbench.goToText("AuthFailure.TokenFailure", 3);
    await workbench.command("Error Codes: Why Is Nothing Shown Here?");
    await workbench.seeInPage("li", "It is an argument of track: this does not imply an error code.");
    await (await workbench.seeInPage("button", "Add to Evidence")).click();
    await message("'track' was added to the evidence in .error-codes.yaml.");
    await workbench.seeInPage("li", "It is an argument of track: this implies an error code.");
    await workbench.shot(join(pictures, "why-evidence.png"));
    assert.equal(await groups(), 2);
    await (await workbench.see(".view-line", { hasText: "AuthFailure.TokenFailure" })).click();
    await menu("Tencent Cloud", "More…");
    await (await row("Open the Configuration")).click();
    await workbench.see(".tab.active:not(.dirty)", { hasText: ".error-codes.yaml" });
    await workbench.see(".view-line", { hasText: /functions:/ });
  });

  it("works by keyboard in Chinese, also without an editor", async () => {
    await open("Light Modern", "zh-cn");
    const { keyboard } = workbench.page;
    await seeStatus(/导入了 tencentcloud-sdk-nodejs/, /错误码/, "status-zh-cn.png");
    await seeContextMenu("错误码", "为什么此处不显示？", "context-menu-zh-cn.png");
    await workbench.goToText("AuthFailure.SignatureExpired", 3);
    await workbench.command("错误码: 查看状态");
    await row(/腾讯云\s*导入了 tencentcloud-sdk-nodejs/);
    await workbench.type("为什么");
    await workbench.see(".quick-input-list .monaco-list-row.focused", { hasText: "为什么此处不显示？" });
    await keyboard.press("Enter");
    await workbench.seeInPage("strong", "的问题未被报告：第 2 行的注释忽略了它。");
    await workbench.seeInPage("h2", "✗ 问题");
    await workbench.shot(join(pictures, "why-zh-cn.png"));
    await workbench.command("View: Close All Editors");
    await workbench.command("错误码: 为什么此处不显示？");
    await message("请先将光标放入编辑器中的字符串。");
    await workbench.command("错误码: 查看状态");
    await message("未在此文档中查找错误码。");
  });
});
