import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { isAll } from "../extent.ts";
import { Workbench } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");
/** A code that the catalog lists, but does not explain. */
const code = "InvalidParameter.TLSParameterErr";
const text = `import { waf } from "tencentcloud-sdk-nodejs";

export const isWrong = (error: { code: string }) => error.code === "${code}";
export const isOther = (error: { code: string }) => error.code === "InvalidParameter.TLSP";
`;

/** What a user reads, by display language. */
const languages = [
  {
    locale: "en",
    theme: "Dark Modern",
    hover: /Read from its name: The TLS parameter is not valid\./,
    beside: /Invalid par/,
    reveal: "Error Codes: Reveal in Catalog",
    row: `${code}, Invalid request, The TLS parameter is not valid. (from its name)`,
    lookUp: "Error Codes: Look Up…",
    found: "The TLS parameter is not valid. (from its name)",
    unknown: "There is no service 'lighthous'.",
    remedy: "Did you mean lighthouse?",
    values: /Known values: alibaba-cloud, aws, .*zenlayer-cloud\./,
    nothing: "Nothing found for “@aws ⚙⚙⚙”.",
  },
  {
    locale: "zh-cn",
    theme: "Light Modern",
    hover: /据其名称：\s*TLS 参数无效。/,
    beside: /参数无效/,
    reveal: "错误码: 在目录中定位",
    row: `${code}, 请求无效, TLS 参数无效。（据其名称）`,
    lookUp: "错误码: 查找…",
    found: "TLS 参数无效。（据其名称）",
    unknown: "“service:lighthous”无效：没有这个值。",
    remedy: "是否指 lighthouse？",
    values: /可用的值：alibaba-cloud、aws、.*zenlayer-cloud。/,
    nothing: "没有找到“@aws ⚙⚙⚙”。",
  },
];

for (const said of languages.filter(({ locale }) => isAll || locale === "en"))
  describe(`codes that only their names explain, in VS Code (${said.locale})`, () => {
    let folder: string;
    let workbench: Workbench;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "error-codes-known-"));
      await writeFile(join(folder, "calls.ts"), text);
      const { locale, theme } = said;
      const userSettings = { "typescript.validate.enable": false };
      workbench = await Workbench.open({ folder, extensionPath: root, locale, theme, userSettings });
      await workbench.openFile("calls.ts");
    });
    after(async () => {
      await workbench?.close();
      await rm(folder, { recursive: true, force: true });
    });

    const found = (hasText: string | RegExp): Promise<Locator> =>
      workbench.see(".quick-input-list .monaco-list-row", { hasText });

    it("say so in the hover", async () => {
      const hover = await workbench.hover("TLSParameterErr");
      assert.match((await hover.textContent()) ?? "", said.hover);
      await workbench.page.keyboard.press("Escape");
    });

    it("are completed, with what their names say beside them", async () => {
      await workbench.goToText('TLSP"', "TLSP".length);
      await workbench.suggest();
      const row = await workbench.see(".suggest-widget .monaco-list-row", { hasText: code });
      assert.match((await row.textContent()) ?? "", said.beside);
      await workbench.page.keyboard.press("Escape");
    });

    it("are marked in the sidebar, with a paler icon", async () => {
      await workbench.goToText("TLSParameterErr", 3);
      await workbench.command(said.reveal);
      const row = await workbench.see(`.sidebar .monaco-list-row.focused[aria-label^="${said.row}"]`);
      // The branch names the family, which would hide the rest in a narrow sidebar.
      assert.match((await row.textContent()) ?? "", /^\.TLSParameterErr/);
      // The colour of what is disabled lets the background through; the colours of kinds do not.
      const icon = row.locator(".custom-view-tree-node-item-icon");
      assert.match((await icon.getAttribute("style")) ?? "", /rgba\(.*, 0\.\d+\)/);
    });

    it("are marked in look-up, which names values of filters that do not exist", async () => {
      await workbench.command(said.lookUp);
      await workbench.answer(code);
      await found(said.found);
      await workbench.answer("service:lighthous TLS");
      assert.ok(((await (await found(said.unknown)).textContent()) ?? "").includes(said.remedy));
      await workbench.answer("@nobody");
      await found(said.values);
      await workbench.answer("@aws ⚙⚙⚙");
      await found(said.nothing);
    });
  });
