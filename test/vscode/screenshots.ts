// Takes the pictures of the project: `node test/vscode/screenshots.ts [<output folder> [<name of one picture>]]`.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { takeRules } from "./rule-pictures.ts";
import { Workbench, type WorkbenchOptions } from "./workbench.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A picture: the options of the workbench, and the actions before the picture is taken. */
interface Picture {
  name: string;
  options?: Partial<WorkbenchOptions>;
  prepare?(workbench: Workbench): Promise<void>;
}

const sample = "typescript/tencent-signature.ts";

const pictures: Picture[] = [
  {
    name: "hover",
    prepare: async (workbench) => {
      await workbench.openFile("java/AlibabaInstances.java");
      await workbench.page.keyboard.press("Control+B");
      await workbench.hover("OperationConflict");
    },
  },
  {
    name: "completion",
    prepare: async (workbench) => {
      await workbench.openFile(sample);
      await workbench.page.keyboard.press("Control+B");
      await workbench.goToText("UnauthorizedOperation");
      await workbench.page.keyboard.press("Control+Shift+K");
      await workbench.goToText('case "AuthFailure.TokenFailure"', 'case "AuthFailure.'.length);
      for (let index = 0; index < "TokenFailure".length; index++)
        await workbench.page.keyboard.press("Delete");
      await workbench.type("Sign");
      await workbench.suggest();
      await pressFor(workbench, "Control+Space", ".suggest-details", "Tencent Cloud");
    },
  },
  {
    name: "problem",
    prepare: async (workbench) => {
      await workbench.openFile(sample);
      await workbench.page.keyboard.press("Control+B");
      await workbench.goToText("AuthFailure.SignatureExpired");
      await workbench.see(".squiggly-warning");
      await workbench.command("Problems: Focus on Problems View");
      await workbench.see(".markers-panel .monaco-list-row", { hasText: "Did you mean" });
      await workbench.goToText("AuthFailure.SignatureExpired", 5);
      await pressFor(workbench, "Control+.", ".action-widget .monaco-list-row", "Change to");
    },
  },
  {
    name: "sidebar",
    prepare: async (workbench) => {
      await workbench.openFile("python/baidu_dev_machine.py");
      await workbench.view("Error Codes");
      await workbench.see(".sidebar .welcome-view-content", { hasText: "Scan Workspace" });
      await expand(workbench, "Baidu AI Cloud", "Common");
      // The row is out of view: typing in a list moves to it.
      await workbench.type("SignatureDoesNot");
      await (await workbench.see(".sidebar .monaco-list-row", { hasText: "SignatureDoesNotMatch" })).click();
      await workbench.see(".tab.active", { hasText: "SignatureDoesNotMatch" });
      await workbench.seeInPage("h1", "SignatureDoesNotMatch");
    },
  },
  {
    name: "details",
    prepare: async (workbench) => {
      await workbench.openFile("go/directconnect.go");
      await workbench.page.keyboard.press("Control+B");
      // A browser needs permission to read the clipboard.
      await workbench.page.context().grantPermissions(["clipboard-read"]);
      await workbench.command("Error Codes: Explain Error Response…");
      await workbench.answer(
        "[TencentCloudSDKError] Code=AuthFailure.SignatureExpire, RequestId=5e1c8a90-2b7f",
      );
      await workbench.page.keyboard.press("Enter");
      await workbench.seeInPage("h1", "AuthFailure.SignatureExpire");
      await workbench.seeInPage(".response code", "5e1c8a90-2b7f");
    },
  },
  {
    name: "lookup",
    prepare: async (workbench) => {
      await workbench.openFile(sample);
      await workbench.page.keyboard.press("Control+B");
      await workbench.command("Error Codes: Look Up…");
      await workbench.answer("签名过期");
      await workbench.page.mouse.move(5, 400);
      await workbench.see(".quick-input-list .monaco-list-row", { hasText: "Expire" });
    },
  },
];

pictures.push({
  name: "own-codes",
  prepare: async (workbench) => {
    await workbench.openFile("acme/docs/orders.md");
    await workbench.page.keyboard.press("Control+B");
    await workbench.see(".codelens-decoration", { hasText: "1 use" });
    await workbench.goToText("Orders.Closed", "Orders.".length);
    await pressFor(workbench, "F2", ".rename-box", "");
  },
});

pictures.push(
  {
    name: "status",
    prepare: async (workbench) => {
      await workbench.openFile("java/AlibabaInstances.java");
      await workbench.page.keyboard.press("Control+B");
      await workbench.hover("OperationConflict");
      await workbench.page.keyboard.press("Escape");
      await workbench.page.locator('[id="status.languageStatus"]').click();
      await workbench.see(".hover-language-status .element", { hasText: "Alibaba Cloud" });
    },
  },
  {
    name: "workspace",
    prepare: async (workbench) => {
      await workbench.openFile(sample);
      await workbench.view("Error Codes");
      await (await workbench.see(".sidebar .monaco-button", { hasText: "Scan Workspace" })).click();
      const row = await workbench.see(".sidebar .monaco-list-row", {
        hasText: "AuthFailure.SignatureExpired",
      });
      await row.click();
    },
  },
);

/** Presses a key until an element is visible: VS Code drops keys while it is filling lists or moving the focus. */
async function pressFor({ page }: Workbench, key: string, selector: string, hasText: string): Promise<void> {
  const expected = page.locator(selector, { hasText });
  for (let press = 0; press < 5 && !(await expected.isVisible()); press++) {
    await page.keyboard.press(key);
    await expected.waitFor({ state: "visible", timeout: 1500 }).catch(() => undefined);
  }
  await expected.waitFor({ state: "visible" });
}

/** Expands rows of the tree, each a child of the one before. */
async function expand(workbench: Workbench, ...names: string[]): Promise<void> {
  for (const name of names) {
    await (await workbench.see(".sidebar .monaco-list-row", { hasText: name })).click();
    await workbench.see('.sidebar .monaco-list-row[aria-expanded="true"]', { hasText: name });
  }
}

async function take({ name, options, prepare }: Picture, folder: string): Promise<string> {
  const workbench = await Workbench.open({
    folder: here("../../examples"),
    extensionPath: here("../.."),
    pictures: true,
    width: 1120,
    height: 700,
    scale: 2,
    userSettings: { "editor.minimap.enabled": false, "editor.stickyScroll.enabled": false },
    ...options,
  });
  const path = join(folder, `${name}.png`);
  try {
    await prepare?.(workbench);
    await workbench.shot(path);
    return path;
  } catch (error) {
    // The error only names what was waited for; the picture shows what was on the screen.
    await workbench.shot(here(`output/${name}-failed.png`));
    throw error;
  } finally {
    await workbench.close();
  }
}

const [target, only] = process.argv.slice(2);
const folder = resolve(target ?? here("../../images"));
await mkdir(join(folder, "rules"), { recursive: true });
if (only === undefined || only === "rules") await takeRules(join(folder, "rules"));
for (const picture of pictures) {
  if (only === undefined || picture.name === only) console.log(await take(picture, folder));
}
