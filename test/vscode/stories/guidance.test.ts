import { join } from "node:path";
import { Workbench } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");

describe("the walkthrough and the settings editor", () => {
  let workbench: Workbench;
  afterEach(async function () {
    if (this.currentTest?.state === "failed")
      await workbench.shot(join(import.meta.dirname, "../output/guidance-failed.png")).catch(() => undefined);
    await workbench?.close();
  });

  it("open a sample and set the severity of a rule, in Chinese", async () => {
    workbench = await Workbench.open({
      folder: join(root, "examples"),
      extensionPath: root,
      theme: "Light Modern",
      locale: "zh-cn",
      // The walkthrough shows a picture beside its steps only in a wide window.
      width: 1600,
      height: 1000,
    });
    const { page } = workbench;
    await workbench.command("Welcome: Open Walkthrough...");
    await workbench.answer("错误码");
    await (await workbench.see(".quick-input-list .monaco-list-row", { hasText: "错误码入门" })).click();
    for (const title of ["写错误码不再出错", "查找错误码", "添加自己的错误码", "将鼠标停在错误码上"]) {
      await (await workbench.see(".gettingStartedSlideDetails .step-title", { hasText: title })).click();
      await workbench.see(".getting-started-step.expanded", { hasText: title });
    }
    await workbench.see(".getting-started-media svg, .getting-started-media .webview");
    await (
      await workbench.see(".getting-started-step.expanded .monaco-button", { hasText: "打开示例" })
    ).click();
    await workbench.see(".squiggly-warning");
    await workbench.see(".view-line", { hasText: "这个错误码拼写有误" });

    await workbench.command("Preferences: Open Settings (UI)");
    await workbench.see(".settings-editor .suggest-input-container .monaco-editor.focused");
    await workbench.type("errorCodes.rules");
    const rules = await workbench.see(".setting-item-contents", { hasText: "各条规则的级别" });
    const names = rules.locator("select").first();
    // The editor may be drawn anew while the button is clicked.
    while (!(await names.isVisible())) {
      await rules.getByRole("button", { name: "Add Item" }).click();
      await names.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
    await names.selectOption("retry-missing");
    await page.locator(".setting-item-contents select").nth(1).selectOption("hint");
    await rules.getByRole("button", { name: "OK" }).click();
    await workbench.see(".setting-item-contents .setting-list-object-row", {
      hasText: /retry-missing\s*hint/,
    });
  });
});
