import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Workbench } from "../workbench.ts";

const pictures = join(import.meta.dirname, "../output");
const catalogOf = (summaries: Record<string, string>) =>
  [
    "version: 1",
    "provider: acme",
    "entries:",
    ...Object.entries(summaries).map(([code, summary]) => `  - { code: ${code}, summary: ${summary} }`),
  ].join("\n");
const configuration = (severity: string) =>
  `catalogs: [{ path: own.yaml }]\nrules: { misspelled-code: ${severity} }\n`;
const text = [
  'export const a = (error: { code: string }) => error.code === "Paper.Out";',
  'export const b = (error: { code: string }) => error.code === "AuthFailure.SignatureExpired";',
  "",
].join("\n");

const files = {
  "all.code-workspace": JSON.stringify({ folders: [{ path: "shop" }, { path: "office" }] }),
  "shop/.error-codes.yaml": configuration("error"),
  "shop/own.yaml": catalogOf({ "Paper.Out": "The till has no paper", "Till.Open": "The till is open" }),
  "shop/selling.ts": text,
  "office/.error-codes.yaml": configuration("warning"),
  "office/.vscode/settings.json": JSON.stringify({ "errorCodes.inlayHints.enabled": true }),
  "office/own.yaml": catalogOf({ "Paper.Out": "The printer has no paper", "Ink.Dry": "The ink is dry" }),
  "office/printing.ts": text,
};

describe("a workspace of two folders", () => {
  let folder: string;
  let workbench: Workbench;

  async function open(theme: string, locale?: string): Promise<void> {
    folder = await mkdtemp(join(tmpdir(), "error-codes-multi-root-"));
    await mkdir(pictures, { recursive: true });
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    workbench = await Workbench.open({
      folder,
      workspace: "all.code-workspace",
      extensionPath: join(import.meta.dirname, "../../.."),
      theme,
      ...(locale ? { locale } : {}),
      userSettings: { "typescript.validate.enable": false, "editor.minimap.enabled": false },
    });
  }
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench?.shot(join(pictures, "multi-root-failed.png"));
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const tree = (hasText: string | RegExp) => workbench.see(".sidebar .monaco-list-row", { hasText });
  const catalog = (hasText: RegExp) => workbench.see(".sidebar .pane-header", { hasText });

  it("shows the catalog, hovers, pages and severities of the active editor's folder, by mouse", async () => {
    await open("Dark Modern");
    await workbench.openFile("shop/selling.ts");
    await workbench.see(".squiggly-error");
    await workbench.view("Error Codes");
    await catalog(/Catalog.*shop/i);
    await (await tree(/^acme/)).click();
    await tree(/Till\.Open/);
    const hint = workbench.page.locator(".view-line", { hasText: "has no paper" });
    assert.equal(await hint.count(), 0);
    await workbench.shot(join(pictures, "multi-root-shop.png"));
    await workbench.openFile("office/printing.ts");
    await workbench.see(".squiggly-warning");
    await catalog(/Catalog.*office/i);
    await tree(/Ink\.Dry/);
    // Only the settings of this folder enable inlay hints.
    await hint.waitFor({ state: "visible" });
    assert.equal(
      await workbench.page.locator(".sidebar .monaco-list-row", { hasText: "Till.Open" }).count(),
      0,
    );
    await workbench.shot(join(pictures, "multi-root-office.png"));
    const hover = await workbench.hover("Paper.Out");
    assert.match((await hover.textContent()) ?? "", /The printer has no paper/);
    await workbench.page.keyboard.press("Escape");
    await (await tree(/Paper\.Out/)).click();
    await workbench.see(".tab.active", { hasText: "Paper.Out" });
    await workbench.seeInPage("p", "The printer has no paper");
    await workbench.openFile("shop/selling.ts");
    assert.match((await (await workbench.hover("Paper.Out")).textContent()) ?? "", /The till has no paper/);
  });

  it("looks codes up in both folders and lists used codes by folder, by keyboard in Chinese", async () => {
    await open("Light Modern", "zh-cn");
    await workbench.openFile("shop/selling.ts");
    await workbench.see(".squiggly-error");
    await workbench.goTo(3, 1);
    await workbench.command("错误码: 查找…");
    await workbench.see('.quick-input-widget input[placeholder^="错误码"]');
    await workbench.answer("Ink.Dry");
    await workbench.see(`.quick-input-list .monaco-list-row[aria-posinset="1"]`, {
      hasText: /Ink\.Dry\s*acme · office/,
    });
    await workbench.shot(join(pictures, "multi-root-lookup.png"));
    await workbench.page.keyboard.press("Escape");
    await workbench.view("错误码");
    await workbench.command("错误码: 扫描工作区");
    await tree(/^shop/);
    await tree(/^office/);
    await workbench.shot(join(pictures, "multi-root-used.png"));
    await workbench.command("错误码: 指定厂商…");
    await workbench.see(".quick-input-title", { hasText: "为 selling.ts 指定厂商" });
  });
});
