import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { faintTexts } from "../contrast.ts";
import { itAgain } from "../extent.ts";
import { reload } from "../stored-state.ts";
import { Workbench } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");
const response =
  '{"Response": {"Error": {"Code": "AuthFailure.SignatureExpire", "Message": "It is late."}, "RequestId": "r-1"}}';

/** What a shell with VS Code's integration writes when it runs a command, and then an error that takes several lines. */
const command = ["A", "B", "E;run", "C"].map((mark) => `\u001b]633;${mark}\u0007`).join("");
const output =
  '{"Code": "AuthFailure.SignatureExpire",\r\n "Message": "It is later.", "RequestId": "r-2"}\r\n';

/** An extension that provides a terminal: VS Code's own needs a native module, which is not built. */
const terminal = {
  "package.json": JSON.stringify({
    name: "terminal",
    publisher: "sample",
    version: "1.0.0",
    engines: { vscode: "^1.101.0" },
    main: "./main.js",
    contributes: { commands: [{ command: "sample.terminal", title: "Open Sample Terminal" }] },
  }),
  "main.js": `const { commands, EventEmitter, window } = require("vscode");
exports.activate = () => commands.registerCommand("sample.terminal", () => {
  const wrote = new EventEmitter();
  const open = () => {
    wrote.fire(${JSON.stringify(command)});
    setTimeout(() => wrote.fire(${JSON.stringify(output)}), 1000);
  };
  window.createTerminal({ name: "sample", pty: { onDidWrite: wrote.event, open, close() {} } }).show();
});`,
};

interface Scenario {
  locale?: string;
  theme: string;
  /** The title of the command, and texts that the page shows. */
  explain: string;
  copied: string;
  found: string;
  /** Further themes in which the contrast is checked: the name in VS Code and the theme kind in a webview. */
  themes?: [name: string, kind: string][];
}

const scenarios: Scenario[] = [
  {
    theme: "Dark Modern",
    explain: "Error Codes: Explain Error Response…",
    copied: "Copied",
    found: "Occurrences in the workspace",
    themes: [
      ["Light Modern", "vscode-light"],
      ["Dark High Contrast", "vscode-high-contrast"],
    ],
  },
  {
    locale: "zh-cn",
    theme: "Default High Contrast Light",
    explain: "解释错误响应…",
    copied: "已复制",
    found: "工作区中有",
  },
];

describe("pages by mouse and by keyboard", () => {
  for (const scenario of scenarios) {
    (scenario.locale === undefined ? it : itAgain)(
      `explain, link, copy and find usages: ${scenario.theme}, ${scenario.locale ?? "en"}`,
      async () => {
        const serverDataDir = await mkdtemp(join(tmpdir(), "error-codes-pages-"));
        const extension = join(serverDataDir, "extensions/sample.terminal-1.0.0");
        await mkdir(extension, { recursive: true });
        for (const [name, text] of Object.entries(terminal)) await writeFile(join(extension, name), text);
        const { theme, locale } = scenario;
        const workbench = await Workbench.open({
          folder: join(root, "examples"),
          extensionPath: root,
          serverDataDir,
          theme,
          ...(locale ? { locale } : {}),
        });
        try {
          await usePages(workbench, scenario);
        } catch (error) {
          await workbench.shot(join(root, `test/vscode/output/pages-${locale ?? "en"}-failed.png`));
          throw error;
        } finally {
          await workbench.close();
          await rm(serverDataDir, { recursive: true, force: true, maxRetries: 5 });
        }
      },
    );
  }
});

async function usePages(workbench: Workbench, scenario: Scenario): Promise<void> {
  const { explain, copied, found, themes = [] } = scenario;
  const { page } = workbench;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await workbench.openFile("go/directconnect.go");
  await workbench.command(explain);
  await workbench.answer(response);
  await page.keyboard.press("Enter");
  await workbench.seeInPage(".response code", "It is late.");
  await workbench.seeInPage(".response code", "r-1");
  await workbench.seeInPage("pre", "*sdkerrors.TencentCloudSDKError");
  await checkAccessibility(workbench, scenario);

  const webview = frame(workbench);
  await webview.locator("#copy-1").click();
  await workbench.seeInPage("#copy-1", copied);
  await page.waitForFunction(
    `navigator.clipboard.readText().then((text) => text.startsWith("var failure *sdk"))`,
  );
  await webview.locator("#copy-markdown").click();
  await workbench.seeInPage("#copy-markdown", copied);
  await page.waitForFunction(
    `navigator.clipboard.readText().then((text) => /^# .AuthFailure/.test(text) && text.includes("var failure *sdk"))`,
  );
  await webview.locator("#language").selectOption("python");
  await workbench.seeInPage("pre", "except TencentCloudSDKException as error:");

  await webview.locator(".equivalents a").first().focus();
  await page.keyboard.press("Enter");
  await workbench.see(".tab.active", { hasText: "InvalidTimeStamp.Expired" });
  await goBack(workbench, "InvalidTimeStamp.Expired", "AuthFailure.SignatureExpire");
  await workbench.seeInPage(".response code", "r-1");

  await frame(workbench).locator("#find").focus();
  await page.keyboard.press("Enter");
  await workbench.seeInPage(".usages p", found);
  assert.equal(await frame(workbench).locator(":focus").getAttribute("id"), "find");

  await reload(page, "AuthFailure.SignatureExpire");
  await workbench.see(".tab.active", { hasText: "AuthFailure.SignatureExpire" });
  await workbench.seeInPage(".response code", "r-1");
  for (const [name, kind] of themes) {
    await workbench.command("Preferences: Color Theme");
    await workbench.answer(name);
    await (await workbench.see(".quick-input-list .monaco-list-row", { hasText: name })).click();
    await frame(workbench).locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
    assert.deepEqual(await faintTexts(frame(workbench).locator("body")), [], name);
  }

  await insertSnippet(workbench);
  await followTerminal(workbench);
}

/** Inserts a snippet from the page above the line of the cursor in the file behind it, and undoes that. */
async function insertSnippet(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.openFile("go/directconnect.go");
  await workbench.goToText('return "", explain', 0);
  await workbench.command("View: Open Next Editor");
  await workbench.see(".tab.active", { hasText: "AuthFailure.SignatureExpire" });
  await workbench.seeInPage("pre .keyword", "if");
  await frame(workbench).locator("#insert-1").click();
  await workbench.see(".tab.active.dirty", { hasText: "directconnect.go" });
  await workbench.see(".view-line", { hasText: /^\s+var\s+failure\s+\*sdkerrors/ });
  await page.keyboard.press("Control+Z");
  await workbench.see(".tab.active:not(.dirty)", { hasText: "directconnect.go" });
}

/** Checks the accessibility of a page: its language, the order of its headings, accessible names and contrast. */
async function checkAccessibility(workbench: Workbench, { locale, theme }: Scenario): Promise<void> {
  const webview = frame(workbench);
  assert.equal(await webview.locator("html").getAttribute("lang"), locale === "zh-cn" ? "zh-CN" : "en");
  const levels = await webview.locator("h1, h2, h3").evaluateAll((all) => all.map(({ tagName }) => tagName));
  assert.deepEqual([levels[0], levels.lastIndexOf("H1")], ["H1", 0]);
  assert.ok(!levels.some((level, index) => level === "H3" && levels[index - 1] === "H1"), levels.join());
  // The accessible name is a label or the text content.
  for (const role of ["button", "combobox", "link"] as const) {
    const all = await webview.getByRole(role).count();
    assert.ok(all > 0, role);
    assert.equal(await webview.getByRole(role, { name: /\S/ }).count(), all, role);
  }
  assert.deepEqual(await faintTexts(webview.locator("body")), [], theme);
}

/**
 * Goes back from a page to the one before it. A page that is still loading ignores keys, and a second press would go
 * one page too far, so the key is pressed once, when the page has the focus.
 */
async function goBack(workbench: Workbench, from: string, to: string): Promise<void> {
  await workbench.seeInPage("h1", from);
  await workbench.focusInPage();
  await workbench.page.keyboard.press("Control+Alt+-");
  await workbench.see(".tab.active", { hasText: to });
}

/** Clicks the link on the code in a terminal while Control is held. */
async function followTerminal(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.command("View: Close All Editors");
  await workbench.command("Open Sample Terminal");
  const screen = await (await workbench.see(".terminal-wrapper.active .xterm-screen")).boundingBox();
  assert.ok(screen);
  const tab = page.locator(".tab.active", { hasText: "AuthFailure.SignatureExpire" });
  const link = page.locator(".workbench-hover", { hasText: /expired|过期/ });
  // VS Code may look for links in a line before its text has arrived.
  for (let attempt = 0; attempt < 10 && !(await link.isVisible()); attempt++) {
    await page.mouse.move(screen.x + 300, screen.y + 90);
    await page.mouse.move(screen.x + 200, screen.y + 9, { steps: 8 });
    await link.waitFor({ state: "visible", timeout: 1500 }).catch(() => undefined);
  }
  await page.keyboard.down("Control");
  await page.mouse.move(screen.x + 202, screen.y + 9, { steps: 3 });
  await page.mouse.click(screen.x + 202, screen.y + 9);
  await page.keyboard.up("Control");
  await tab.waitFor({ state: "visible" });
  // The page shows what the other lines say.
  await workbench.seeInPage(".response code", "It is later.");
}

function frame({ page }: Workbench): FrameLocator {
  return page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
}
