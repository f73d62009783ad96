import assert from "node:assert/strict";
import { join } from "node:path";
import { itAgain } from "../extent.ts";
import { Workbench } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");
const nothing = "All is well today.";
const log = [
  "put: [TencentCloudSDKError] Code=LimitExceeded, Message=Slow down., RequestId=r-1;",
  "put: [TencentCloudSDKError] Code=FailedOperation.GizmoNotPolished, Message=Polish it., RequestId=r-2",
].join(" ");

interface Scenario {
  locale?: string;
  theme: string;
  explain: string;
  /** What the box says where nothing is found. */
  lookedFor: RegExp;
  /** What the list says of a code that is in no catalog. */
  unknown: string;
}

const scenarios: Scenario[] = [
  {
    theme: "Default Dark Modern",
    explain: "Error Codes: Explain Error Response…",
    lookedFor: /No error was found\. Looked for answers in JSON or XML/,
    unknown: "not in the catalog",
  },
  {
    locale: "zh-cn",
    theme: "Default Light Modern",
    explain: "解释错误响应…",
    lookedFor: /没有找到错误。已查找 JSON 或 XML 响应/,
    unknown: "目录中没有",
  },
];

describe("explaining what failed", () => {
  for (const scenario of scenarios) {
    const { theme, locale, explain, lookedFor, unknown } = scenario;
    (locale === undefined ? it : itAgain)(
      `keeps what was pasted until it reports errors, and lists them all: ${locale ?? "en"}`,
      async () => {
        const workbench = await Workbench.open({
          folder: join(root, "examples"),
          extensionPath: root,
          theme,
          ...(locale ? { locale } : {}),
        });
        const picture = (name: string) =>
          join(root, `test/vscode/output/explain-${name}-${locale ?? "en"}.png`);
        try {
          await workbench.command(explain);
          await workbench.answer(nothing);
          await workbench.page.keyboard.press("Enter");
          await workbench.see(".quick-input-message", { hasText: lookedFor });
          const box = await workbench.see(".quick-input-widget input");
          assert.equal(await box.inputValue(), nothing);
          await workbench.shot(picture("nothing"));

          await workbench.answer(log);
          await workbench.page.keyboard.press("Enter");
          await workbench.see(".quick-input-list .monaco-list-row", { hasText: unknown });
          await workbench.shot(picture("errors"));
          const row = await workbench.see(".quick-input-list .monaco-list-row", { hasText: "LimitExceeded" });
          assert.match((await row.textContent()) ?? "", /Slow down\./);
          await row.click();
          await workbench.seeInPage(".response code", "Slow down.");
          await workbench.seeInPage(".response code", "r-1");
        } catch (error) {
          await workbench.shot(picture("failed"));
          throw error;
        } finally {
          await workbench.close();
        }
      },
    );
  }
});
