import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { itAgain } from "../extent.ts";
import { Workbench, type WorkbenchOptions } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");
const pictures = join(import.meta.dirname, "../output");

/** In milliseconds. */
const limit = 60_000;

describe("codes of one's own", () => {
  let folder: string;
  let workbench: Workbench;

  afterEach(async function () {
    if (this.currentTest?.state === "failed")
      await workbench.shot(join(pictures, "own-codes-failed.png")).catch(() => undefined);
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const text = (path: string) => readFile(join(folder, path), "utf8");

  it("are one thing in the document, the constants and the code", () => tell("en", "1 use", {}));

  itAgain("are so in Chinese", () =>
    tell("zh-cn", "1 处使用", { locale: "zh-cn", theme: "Light Modern", pictures: true }),
  );

  async function tell(language: string, oneUse: string, options: Partial<WorkbenchOptions>): Promise<void> {
    const shot = (name: string) => workbench.shot(join(pictures, `own-codes-${name}-${language}.png`));
    folder = await mkdtemp(join(tmpdir(), "error-codes-own-"));
    await mkdir(pictures, { recursive: true });
    await cp(join(root, "examples/acme"), folder, { recursive: true });
    const userSettings = { "editor.minimap.enabled": false };
    workbench = await Workbench.open({ folder, extensionPath: root, height: 700, userSettings, ...options });
    const { keyboard } = workbench.page;

    // Constants and a specification that others write count at once.
    await workbench.openFile("errs/charge.go");
    await workbench.see(".view-line", { hasText: "ErrCardDeclined" });
    await edit("errs/billing.go", "the bank has declined the card", "the bank refuses the card");
    await edit(
      "errs/billing.go",
      "\n)",
      '\n\t// ErrNoCard: there is no card.\n\tErrNoCard = "Billing.NoCard"\n)',
    );
    await edit("api/inventory.openapi.yaml", "Inventory.NoSuchItem", "Inventory.ItemGone");
    await hoverShows("ErrCardDeclined", "the bank refuses the card");
    await shot("constant");

    // So does what is written into the table.
    await workbench.openFile("docs/orders.md");
    await workbench.see(".codelens-decoration", { hasText: oneUse });
    await workbench.goToText("Create a new order.");
    for (const _ of "Create") await keyboard.press("Delete");
    await workbench.type("Place");
    await keyboard.press("Control+S");
    await workbench.openFile("web/checkout.ts");
    await workbench.see(".squiggly-warning");
    await hoverShows("Orders.Closed", "Place a new order.");
    await shot("edited");

    // All three documents are completed, with what was added to them.
    await workbench.goToText('"Billing.CardDeclined"', 1);
    for (const _ of "Billing.CardDeclined") await keyboard.press("Delete");
    for (const code of ["Billing.NoCard", "Inventory.ItemGone", "Orders.NotFound"])
      await pressFor("Control+Space", `.suggest-widget.visible .monaco-list-row[aria-label^="${code}"]`);
    await shot("completion");
    await keyboard.press("Escape");
    await workbench.command("File: Revert File");

    // Renaming in the table renames in the code, and the list of uses follows.
    await workbench.openFile("docs/orders.md");
    await workbench.goToText("Orders.Closed", "Orders.".length);
    await pressFor("F2", ".rename-box");
    await shot("rename");
    await keyboard.press("Control+A");
    await workbench.type("Orders.Final");
    await keyboard.press("Enter");
    await workbench.see(".view-line", { hasText: "Orders.Final" });
    await workbench.command("File: Save All Files");
    await eventually(async () => (await text("web/checkout.ts")).includes('case "Orders.Final"'));
    assert.match(await text("docs/orders.md"), /`Orders\.Final`/);
    await (await workbench.see(".codelens-decoration a", { hasText: oneUse })).click();
    await workbench.see(".peekview-widget .ref-tree .monaco-list-row", { hasText: "Orders.Final" });
    await shot("uses");
    await keyboard.press("Escape");

    await move("orders.md", "errors.md");
    await eventually(async () => (await text(".error-codes.yaml")).includes("path: docs/errors.md"));
    await workbench.see(".codelens-decoration", { hasText: oneUse });
    await shot("moved");
    await keyboard.press("Control+Z");
    await eventually(async () => (await text(".error-codes.yaml")).includes("path: docs/orders.md"));
    assert.match(await text("docs/orders.md"), /`Orders\.Final`/);
    await workbench.see(".codelens-decoration", { hasText: oneUse });
    await shot("moved-back");
  }

  async function edit(path: string, from: string, to: string): Promise<void> {
    await writeFile(join(folder, path), (await text(path)).replace(from, to));
  }

  /** Renames a file in the explorer; VS Code asks whether the extension may change the configuration. */
  async function move(from: string, to: string): Promise<void> {
    const row = await workbench.see(".explorer-folders-view .monaco-list-row", { hasText: from });
    await row.click();
    await workbench.page.keyboard.press("F2");
    const box = await workbench.see(".explorer-folders-view input");
    await box.fill(to);
    await workbench.page.keyboard.press("Enter");
    await (await workbench.see(".monaco-dialog-box .monaco-button", { hasText: "OK" })).click();
  }

  /** Rests the mouse on a text until the hover has another one: what was written is read in the background. */
  async function hoverShows(word: string, expected: string): Promise<void> {
    for (const until = Date.now() + limit; ; ) {
      const shown = ((await (await workbench.hover(word)).textContent()) ?? "").replaceAll("\u00a0", " ");
      if (shown.includes(expected)) return;
      if (Date.now() > until) assert.ok(shown.includes(expected), shown);
      await workbench.page.keyboard.press("Escape");
    }
  }

  /** Presses a key until an element is visible: VS Code drops keys while it moves the focus. */
  async function pressFor(key: string, selector: string): Promise<void> {
    const expected = workbench.page.locator(selector).first();
    for (let press = 0; press < 8 && !(await expected.isVisible()); press++) {
      await workbench.page.keyboard.press(key);
      await expected.waitFor({ state: "visible", timeout: 5_000 }).catch(() => undefined);
    }
    await expected.waitFor({ state: "visible" });
  }
});

/** Waits, with a limit, until something on disk is so. */
async function eventually(condition: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + limit; !(await condition()); ) {
    if (Date.now() > until) throw new Error("What was done in the editor is not on disk.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
