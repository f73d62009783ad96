import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbench } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");
const pictures = join(import.meta.dirname, "../output");
const text = [
  'import { CvmClient } from "tencentcloud-sdk-nodejs";',
  "",
  'export const isBroken = (error: { code: string }) => error.code === "InternalError";',
  "",
].join("\n");

// Python, because VS Code has no quick fixes for it that a test would have to wait for.
const checks = [
  "def is_stale(error):",
  '    return error.code == "AuthFailure.SignatureExpired"',
  "",
  "def is_burnt(error):",
  '    return error.code == "Warehouse.BurntDown"',
  "",
  "def is_broken(error):",
  '    return error.code == "InternalError" or error.Code == "InternalError"',
  "",
].join("\n");

describe("pinning a provider by mouse and by keyboard, and what else is written into the configuration", () => {
  let folder: string;
  let workbench: Workbench;
  const configuration = () => readFile(join(folder, ".error-codes.yaml"), "utf8").catch(() => undefined);

  async function open(theme: string, files: Record<string, string>, locale?: string): Promise<void> {
    folder = await mkdtemp(join(tmpdir(), "error-codes-pin-"));
    await mkdir(join(folder, "src"));
    await mkdir(pictures, { recursive: true });
    await writeFile(join(folder, "src/checks.py"), checks);
    for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
    workbench = await Workbench.open({
      folder,
      extensionPath: root,
      theme,
      ...(locale ? { locale } : {}),
      width: 1100,
      height: 640,
      userSettings: { "typescript.validate.enable": false, "editor.minimap.enabled": false },
    });
    await workbench.openFile("src/calls.ts");
  }
  afterEach(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const row = (hasText: string | RegExp) => workbench.see(".quick-input-list .monaco-list-row", { hasText });
  const notification = (hasText: string | RegExp) => workbench.see(".notification-list-item", { hasText });
  const shot = (name: string) => workbench.shot(join(pictures, `pin-${name}.png`));

  /** Polls a value, such as a file or a hover, until it is as expected; fails after a minute. */
  async function until<T>(read: () => Promise<T>, isExpected: (value: T) => boolean): Promise<void> {
    let last: T | undefined;
    for (const limit = Date.now() + 60_000; Date.now() < limit; ) {
      last = await read();
      if (isExpected(last)) return;
      await workbench.page.waitForTimeout(100);
    }
    assert.fail(`The value did not become as expected; the last one was: ${last}`);
  }
  /** Applies a quick fix at a code of the open file. */
  async function fix(code: string, title: string): Promise<void> {
    await workbench.openFile("src/checks.py");
    await workbench.goToText(code, 3);
    const item = workbench.page.locator(".action-widget .monaco-list-row", { hasText: title }).first();
    // VS Code drops the menu if diagnostics arrive at the same time.
    for (let attempt = 0; attempt < 6 && !(await item.isVisible()); attempt++) {
      await workbench.page.keyboard.press("Control+.");
      await item.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
    await shot("menu-of-fixes");
    await item.click();
  }
  const tabs = () =>
    workbench.page
      .locator(".tab")
      .evaluateAll((all) => all.map((one) => one.getAttribute("data-resource-name")));
  const hoverText = async () => (await (await workbench.hover("InternalError")).textContent()) ?? "";

  it("works from the status item by mouse: pins a folder and undoes it", async () => {
    await open("Dark Modern", { "src/calls.ts": text });
    const item = workbench.page.locator('[id="status.languageStatus"]');
    await item.click();
    const entry = workbench.page.locator(".hover-language-status .element", { hasText: "Tencent Cloud" });
    await entry.waitFor({ state: "visible" });
    assert.match((await entry.textContent()) ?? "", /imports tencentcloud-sdk-nodejs/);
    await workbench.see(".hover-language-status .element", {
      hasText: /1 error code here, \d\d,\d{3} in the catalog/,
    });
    await entry.locator("a", { hasText: "More…" }).click();
    await row(/Tencent Cloud\s*imports tencentcloud-sdk-nodejs/);
    await shot("menu");
    await (await row("Pin Provider…")).click();
    await workbench.see(".quick-input-title", { hasText: "Pin the Provider of src/calls.ts" });
    await row(/Inferred \(no pin\).*current/);
    await shot("providers");
    // The hover of the row under the mouse would cover the next row.
    await workbench.page.mouse.move(5, 400);
    await workbench.page.locator(".quick-input-list .workbench-hover").waitFor({ state: "hidden" });
    await (await row("Alibaba Cloud")).click();
    await workbench.see(".quick-input-title", { hasText: "Pin Alibaba Cloud in a new .error-codes.yaml" });
    await shot("scopes");
    await (await row(/Its folder\s*src\//)).click();
    const pinned = await notification("src/ is pinned to Alibaba Cloud in .error-codes.yaml.");
    await shot("pinned");
    await until(configuration, (content) => content === "pins:\n  /src/: alibaba-cloud\n");
    // The notification hides by itself after a while.
    await pinned.locator(".monaco-button", { hasText: "Undo" }).click();
    await until(configuration, (content) => content === undefined);
    await until(hoverText, (hover) => /^InternalErrorTencent Cloud/.test(hover));

    await workbench.openFile("src/checks.py");
    await fix("AuthFailure.SignatureExpired", "Ignore 'AuthFailure.SignatureExpired' in .error-codes.yaml");
    const ignored = await notification("'AuthFailure.SignatureExpired' is ignored in .error-codes.yaml.");
    await shot("ignored");
    const ignoring = "ignore:\n  codes:\n    - AuthFailure.SignatureExpired\n";
    await until(configuration, (content) => content === ignoring);
    assert.deepEqual(await tabs(), ["calls.ts", "checks.py"]);
    await ignored.locator(".monaco-button", { hasText: "Undo" }).click();
    await until(configuration, (content) => content === undefined);
    await fix("Warehouse.BurntDown", "Add 'Warehouse.BurntDown' to own-codes.yaml");
    const added = await notification("'Warehouse.BurntDown' was added to own-codes.yaml.");
    await workbench.see(".tab.active:not(.dirty)", { hasText: "own-codes.yaml" });
    await workbench.see(".statusbar-item", { hasText: /\(\d+ selected\)/ });
    await shot("added");
    await until(configuration, (content) => content === "catalogs:\n  - path: own-codes.yaml\n");
    await added.locator(".monaco-button", { hasText: "Undo" }).click();
    await until(configuration, (content) => content === undefined);
    await fix("InternalError", "Extract 'InternalError' to the constant INTERNAL_ERROR (2 places)");
    await workbench.see(".statusbar-item", { hasText: /3 selections/ });
    await shot("extracted");
    await workbench.type("BROKEN");
    await workbench.see(".view-line", { hasText: /error\.code\s==\sBROKEN\sor/ });
  });

  it("works by keyboard in Chinese: goes a step back, pins in an existing configuration and removes the pin", async () => {
    const original = "# 本项目的约定\nrules:\n  retry-missing: hint # 提示即可\n";
    await open("Light Modern", { "src/calls.ts": text, ".error-codes.yaml": original }, "zh-cn");
    const { keyboard } = workbench.page;
    await workbench.command("错误码: 指定厂商…");
    await workbench.see(".quick-input-title", { hasText: "为 src/calls.ts 指定厂商" });
    await row(/腾讯云\s*tencent-cloud · 导入了 tencentcloud-sdk-nodejs/);
    await workbench.type("亚马逊");
    await workbench.see(".quick-input-list .monaco-list-row.focused", { hasText: "亚马逊云科技" });
    await keyboard.press("Enter");
    await workbench.see(".quick-input-title", { hasText: "在 .error-codes.yaml 中指定亚马逊云科技" });
    await workbench.see('.quick-input-widget input[placeholder="适用于哪些文件？"]');
    await keyboard.press("Control+Alt+-");
    await workbench.see(".quick-input-title", { hasText: "为 src/calls.ts 指定厂商" });
    await workbench.type("alibaba");
    await workbench.see(".quick-input-list .monaco-list-row.focused", { hasText: "阿里云" });
    await keyboard.press("Enter");
    await workbench.see(".quick-input-title", { hasText: "在 .error-codes.yaml 中指定阿里云" });
    await keyboard.press("Enter");
    await notification("已在 .error-codes.yaml 中将 src/calls.ts 的厂商指定为阿里云。");
    await until(configuration, (content) => content === `${original}pins:\n  /src/calls.ts: alibaba-cloud\n`);
    await until(hoverText, (hover) => /^InternalError阿里云/.test(hover));
    await shot("zh-cn");
    await workbench.command("错误码: 指定厂商…");
    await row(/阿里云\s*alibaba-cloud · 由 \.error-codes\.yaml 为 \/src\/calls\.ts 指定/);
    await workbench.type("自动");
    await workbench.see(".quick-input-list .monaco-list-row.focused", { hasText: "自动推断（不指定）" });
    await keyboard.press("Enter");
    await until(configuration, (content) => content === original);
    await until(hoverText, (hover) => /^InternalError腾讯云/.test(hover));
  });

  it("does not save a configuration with unsaved changes, and is refused for an untitled file", async () => {
    await open("Dark Modern", { "src/calls.ts": text, ".error-codes.yaml": "rules: {}\n" });
    const { keyboard } = workbench.page;
    await workbench.openFile(".error-codes.yaml");
    await workbench.type("# mine\n");
    await workbench.openFile("src/calls.ts");
    await workbench.command("Error Codes: Pin Provider…");
    await row("Inferred (no pin)");
    await keyboard.press("Enter");
    await workbench.see(".quick-input-title", { hasText: "Pin Tencent Cloud in .error-codes.yaml" });
    await keyboard.press("Enter");
    await notification("It applies once .error-codes.yaml is saved.");
    assert.equal(await configuration(), "rules: {}\n");
    await workbench.command("File: New Untitled Text File");
    await workbench.see(".tab.active", { hasText: "Untitled-1" });
    await workbench.command("Error Codes: Pin Provider…");
    await notification("Save the file first");
  });
});
