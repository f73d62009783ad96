import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbench } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");
const rows = ".quick-input-list .monaco-list-row";

describe("the lookup by keyboard", () => {
  let folder: string;
  let workbench: Workbench;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-lookup-"));
    await cp(join(root, "examples"), folder, { recursive: true });
    workbench = await Workbench.open({ folder, extensionPath: root });
    await workbench.openFile("typescript/tencent-signature.ts");
    // From here on the server is running.
    await workbench.see(".squiggly-warning");
  });
  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const input = () => workbench.page.locator(".quick-input-widget input").first().inputValue();
  const title = (text: string) => workbench.see(".quick-input-title", { hasText: text });

  async function lookUp(): Promise<void> {
    await workbench.command("Error Codes: Look Up…");
    await title("Look Up Error Codes");
  }

  it("starts with the string under the cursor, which typing replaces", async () => {
    await workbench.goToText("AuthFailure.TokenFailure", 5);
    await lookUp();
    assert.equal(await input(), "AuthFailure.TokenFailure");
    await workbench.type("sigexp");
    await workbench.see(rows, { hasText: "AuthFailure.SignatureExpire" });
    assert.equal(await input(), "sigexp");
    const marked = await workbench.see(`${rows} .highlight`);
    assert.match((await marked.textContent()) ?? "", /sig/i);
  });

  it("states that only the nearest codes, or none, were found", async () => {
    await workbench.answer("frobnicated signature expired yesterday");
    await title("these are the nearest");
    await workbench.answer("⚙⚙⚙");
    await workbench.see(rows, { hasText: "Nothing found for “⚙⚙⚙”" });
    await title("Look Up Error Codes");
  });

  it("keeps the order of the search, with a heading for each provider", async () => {
    await workbench.answer("@tencent 签名过期");
    const first = await workbench.see(`${rows}[aria-posinset="1"]`, { hasText: "SignatureExpire" });
    assert.match((await first.getAttribute("aria-label")) ?? "", /Tencent Cloud · Common.*Tencent Cloud$/);
  });

  it("offers the values of a filter, of which Enter takes the first", async () => {
    await workbench.answer("sigexp @");
    await workbench.see(`${rows}[aria-posinset="1"]`, { hasText: "Tencent Cloud" });
    await workbench.answer("sigexp kind:auth");
    await workbench.see(`${rows}[aria-posinset="1"].focused`, {
      hasText: "Authenticationkind:authentication",
    });
    await workbench.page.keyboard.press("Enter");
    await workbench.see(`${rows}[aria-posinset="1"]`, { hasText: "AuthFailure.SignatureExpire" });
    assert.equal(await input(), "sigexp kind:authentication ");
  });

  it("asks before it inserts a code of another cloud into a file whose cloud is certain", async () => {
    await workbench.answer("InvalidTimeStamp.Expired");
    const row = await workbench.see(`${rows}[aria-posinset="1"]`, { hasText: "InvalidTimeStamp.Expired" });
    assert.match((await row.getAttribute("aria-label")) ?? "", /Alibaba Cloud \(not of this file\)$/);
    await workbench.page.keyboard.press("Enter");
    await title(
      "“InvalidTimeStamp.Expired” is a code of Alibaba Cloud, but this file works with Tencent Cloud",
    );
    await workbench.page.keyboard.press("Escape");
    await workbench.see(".view-line", { hasText: "AuthFailure.TokenFailure" });
    await lookUp();
    await workbench.answer("@tencent 签名过期");
    await workbench.see(`${rows}[aria-posinset="1"]`, { hasText: "SignatureExpire" });
  });

  it("inserts into the string, and lists the code as recently used the next time", async () => {
    await workbench.page.keyboard.press("Enter");
    await workbench.see(".view-line", { hasText: 'case "AuthFailure.SignatureExpire":' });
    await workbench.goTo(1, 1);
    await lookUp();
    assert.equal(await input(), "");
    const first = await workbench.see(`${rows}[aria-posinset="1"]`, { hasText: "SignatureExpire" });
    assert.match((await first.getAttribute("aria-label")) ?? "", /recently used$/);
  });

  it("reaches the buttons of a row", async () => {
    const { keyboard } = workbench.page;
    await keyboard.press("Tab");
    await workbench.see(".quick-input-list .monaco-list:focus");
    await keyboard.press("Tab");
    await workbench.see(`${rows} .action-label[aria-label="Insert at Cursor"]:focus`);
    await keyboard.press("ArrowRight");
    await workbench.see(`${rows} .action-label[aria-label="Show Details"]:focus`);
    await keyboard.press("Enter");
    await workbench.see(".tab.active", { hasText: "AuthFailure.SignatureExpire" });
  });
});
