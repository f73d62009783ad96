import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Locator, Page } from "playwright-core";
import { type Borrowed, borrowFor, type WorkbenchOptions } from "./borrowed.ts";

export type { WorkbenchOptions };

// How long to wait for an element, in milliseconds: long, because the machine may be busy.
const limit = 40_000;
/** The default of the editor, in columns; columns are exact if tabs are used only for indentation. */
const tabSize = 4;

// Parts of the status bar that the desktop VS Code does not have.
const onlyInBrowsers = `[id="status.workbench.keyboardLayout"], [id="status.forwardedPorts"], [id="status.host"] {
  display: none !important;
}`;

/**
 * A workbench that is operated with mouse and keyboard, as a user does. Lines and columns count from one, as on screen.
 * Each method waits until its effect is visible, and rejects if that takes longer than a limit.
 */
export class Workbench {
  readonly page: Page;
  private readonly borrowed: Borrowed;
  private readonly folder: string;
  private file = "";

  private constructor(borrowed: Borrowed, page: Page, folder: string) {
    this.borrowed = borrowed;
    this.page = page;
    this.folder = folder;
  }

  static async open(options: WorkbenchOptions): Promise<Workbench> {
    const borrowed = await borrowFor(options);
    try {
      const { width = 1280, height = 800, scale = 1 } = options;
      // It has a profile of its own: nothing that other windows have stored.
      const page = await borrowed.browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
      page.setDefaultTimeout(limit);
      const workbench = new Workbench(borrowed, page, resolve(options.folder));
      await workbench.load(options);
      if (options.pictures) await page.addStyleTag({ content: onlyInBrowsers });
      return workbench;
    } catch (error) {
      await borrowed.giveBack(false);
      throw error;
    }
  }

  private async load({ locale, workspace = "" }: WorkbenchOptions): Promise<void> {
    // Sets the language as a language pack does; without a language pack, the texts of VS Code itself stay English.
    if (locale !== undefined) {
      await this.page.addInitScript(languageScript(locale));
    }
    await this.page.goto(this.borrowed.server.url(join(this.folder, workspace)));
    // On a busy machine, VS Code sometimes starts without its file system; a user would reload the window as well.
    await this.started().catch(async () => {
      await this.page.reload();
      await this.started();
    });
  }

  private async started(): Promise<void> {
    await this.see(".monaco-workbench .statusbar");
    // The theme and the icons are loaded with the first extensions, after the first paint.
    await this.see('.monaco-workbench.file-icons-enabled[class*="vscode-theme-"]');
    // The file tree is filled when the server has answered; quick open works from then on.
    await this.see(".explorer-folders-view .monaco-list-row");
  }

  /** Waits until an element is visible, and returns the first one that matches. */
  async see(selector: string, options: { hasText?: string | RegExp } = {}): Promise<Locator> {
    const found = this.page.locator(selector, options).first();
    await found.waitFor({ state: "visible" });
    return found;
  }

  /** Waits until an element of a rendered page, such as a Markdown preview, shows a text, and returns it. */
  async seeInPage(selector: string, text: string): Promise<Locator> {
    const page = this.page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
    const found = page.locator(selector, { hasText: text }).first();
    await found.waitFor({ state: "visible" });
    return found;
  }

  /** Waits until a rendered page has the focus, so that keys go to it and from there to VS Code. */
  async focusInPage(): Promise<void> {
    const inner = this.page.frameLocator("iframe.webview").locator("iframe#active-frame");
    const frame = await (await inner.elementHandle())?.contentFrame();
    if (!frame) throw new Error("There is no rendered page.");
    await frame.waitForFunction((root) => root?.ownerDocument.hasFocus(), await frame.$("html"));
  }

  /** Opens a file of the folder and focuses its editor. */
  async openFile(path: string): Promise<void> {
    this.file = resolve(this.folder, path);
    const name = path.split(/[\\/]/).at(-1) ?? path;
    const row = await this.quickInput(this.file, ".quick-input-list .monaco-list-row", name);
    await row.click();
    await this.see(`.tab.active[data-resource-name="${name}"]`);
    await this.see(".editor-instance .monaco-editor.focused .view-line");
  }

  /** Puts the cursor at a line and a column. */
  async goTo(line: number, column: number): Promise<void> {
    await this.quickInput(`:${line}:${column}`, ".quick-input-list .monaco-list-row");
    await this.page.keyboard.press("Enter");
    await this.see(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` });
  }

  /** Puts the cursor `offset` columns after the start of the first occurrence of a text in the open file on disk. */
  async goToText(text: string, offset = 0): Promise<void> {
    const content = await readFile(this.file, "utf8");
    const start = content.indexOf(text);
    if (start === -1) throw new Error(`"${text}" is not in ${this.file}.`);
    const lines = content.slice(0, start).split(/\r?\n/);
    // When it goes to a column, VS Code counts a tab as the columns up to the next tab stop.
    const before = (lines.at(-1) ?? "").replace(/\t/g, " ".repeat(tabSize));
    await this.goTo(lines.length, before.length + 1 + offset);
  }

  /** Types into the focused element, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Rests the mouse on a text of the open file, and returns the hover that appears. */
  async hover(text: string): Promise<Locator> {
    await this.goToText(text, Math.floor(text.length / 2));
    return this.hoverAtCursor(text);
  }

  /** Rests the mouse on a position of the open file, and returns the hover that appears. */
  async hoverAt(line: number, column: number): Promise<Locator> {
    await this.goTo(line, column);
    return this.hoverAtCursor(`${line}:${column}`);
  }

  private async hoverAtCursor(text: string): Promise<Locator> {
    const cursor = await this.page
      .locator(".monaco-editor.focused .cursors-layer .cursor")
      .first()
      .boundingBox();
    if (cursor === null) throw new Error(`The cursor is not in view at "${text}".`);
    const hover = await this.restUntilHover(cursor.x + 2, cursor.y + cursor.height / 2);
    await this.page.locator(".monaco-hover .loading, .monaco-hover .hover-row.status-bar .loading").waitFor({
      state: "hidden",
    });
    // If an answer takes long, the hover first shows that it is loading.
    const waiting = this.page.locator(".monaco-hover .hover-contents", {
      hasText: /^\s*Loading(?:…|\.\.\.)\s*$/,
    });
    await waiting.first().waitFor({ state: "hidden" });
    return hover;
  }

  /**
   * Rests the mouse at a point until a hover appears. A hover is asked for only when the mouse moves, and
   * not again where there was nothing to show yet, as while catalogs are loaded.
   */
  private async restUntilHover(x: number, y: number): Promise<Locator> {
    const hover = this.page.locator(".monaco-editor .monaco-hover:not(.hidden) .hover-contents").first();
    for (const until = Date.now() + limit; ; ) {
      await this.page.mouse.move(x + 28, y + 60);
      await this.page.mouse.move(x, y, { steps: 4 });
      try {
        await hover.waitFor({ state: "visible", timeout: 5_000 });
        return hover;
      } catch (error) {
        if (Date.now() > until) throw error;
      }
    }
  }

  /** Triggers suggestions at the cursor, and returns their list. */
  async suggest(): Promise<Locator> {
    await this.page.keyboard.press("Control+Space");
    await this.see(".suggest-widget.visible .monaco-list-row");
    return this.see(".suggest-widget.visible");
  }

  /** Runs a command by its full title, such as `View: Toggle Panel Visibility`. */
  async command(title: string): Promise<void> {
    const row = await this.quickInput(`>${title}`, ".quick-input-list .monaco-list-row", title);
    await row.click();
    // Before that, keys would go to the command palette or the editor, not to what the command opens.
    await this.page.waitForFunction(`!document.querySelector(".quick-input-widget input").checkVisibility()
      || !document.querySelector(".quick-input-widget input").value.startsWith(">")`);
  }

  /** Types into the list or box that a command has opened at the top of the window. */
  async answer(text: string): Promise<void> {
    await (await this.see(".quick-input-widget input")).fill(text);
  }

  /** Opens a view container by its name in the activity bar. */
  async view(name: string): Promise<void> {
    const item = this.page.locator(".activitybar .action-item", { has: this.page.getByLabel(name) }).first();
    if (!/\bchecked\b/.test((await item.getAttribute("class")) ?? "")) await item.click();
    await this.see(".sidebar .composite.title", { hasText: new RegExp(name, "i") });
  }

  /** Takes a picture of the window, or of a part of it. */
  async shot(path: string, clip?: { x: number; y: number; width: number; height: number }): Promise<void> {
    const part = clip ? { clip } : {};
    await this.page.screenshot({ path, animations: "disabled", caret: "initial", ...part });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  /** Closes the window. Its server and browser may serve the next one. */
  async close(): Promise<void> {
    // A window that is left tells the server, which then ends its processes; one that vanishes may come back.
    await this.page.goto("about:blank").catch(() => undefined);
    await this.page.context().close();
    await this.borrowed.giveBack();
  }

  private async quickInput(text: string, selector: string, hasText?: string): Promise<Locator> {
    await this.page.keyboard.press("F1");
    await this.see(".quick-input-widget input");
    await this.page.locator(".quick-input-widget input").first().fill(text);
    return this.see(selector, hasText === undefined ? {} : { hasText });
  }
}

function languageScript(locale: string): string {
  const language = JSON.stringify(locale);
  return `Object.defineProperty(globalThis, "_VSCODE_NLS_LANGUAGE", { get: () => ${language}, set() {} });`;
}
