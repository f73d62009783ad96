import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { itAgain } from "../extent.ts";
import { Workbench } from "../workbench.ts";

const pictures = join(import.meta.dirname, "../output");
const code = "AuthFailure.SignatureExpire";
/** Texts that a parser would fail on, or work on for ever, each with a code before it, where a parser would find none. */
const files = {
  "slow.py": `# ${code}\n${"<!--".repeat(10_000)}\n`,
  "greedy.java": `// ${code}\n${"a<b<".repeat(10_000)}\n`,
  "calls.ts": `export const isStale = (error: { code: string }) => error.code === "${code}";\n`,
};
/** In milliseconds: a hover waits 300 ms before it is asked for, and the machine may be busy. */
const promptly = 10_000;

interface Words {
  slow: string;
  large: string;
  meaning: string;
}

describe("texts that cannot be parsed", () => {
  let folder: string;
  let workbench: Workbench;

  async function open(theme: string, locale?: string): Promise<void> {
    folder = await mkdtemp(join(tmpdir(), "error-codes-unparsed-"));
    await mkdir(pictures, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    workbench = await Workbench.open({
      folder,
      extensionPath: join(import.meta.dirname, "../../.."),
      theme,
      ...(locale ? { locale } : {}),
      width: 1200,
      height: 760,
      userSettings: { "typescript.validate.enable": false, "editor.minimap.enabled": false },
    });
  }
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench?.shot(join(pictures, "unparsed-failed.png"));
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Waits until the status item shows a text, and leaves it open. */
  async function seeStatus(text: string): Promise<void> {
    await workbench.page.locator('[id="status.languageStatus"]').click();
    await workbench.see(".hover-language-status .element", { hasText: text });
  }

  async function seeHover(meaning: string): Promise<void> {
    const hover = await workbench.hover(code);
    assert.match((await hover.textContent()) ?? "", new RegExp(meaning));
  }

  /** What a user sees of the two texts, and of another one beside them. */
  async function story({ slow, large, meaning }: Words, picture: string): Promise<void> {
    await workbench.openFile("calls.ts");
    await seeHover(meaning);
    await workbench.openFile("slow.py");
    await seeHover(meaning);
    // The parser may still be at work on the text before.
    await workbench.openFile("calls.ts");
    const start = performance.now();
    await seeHover(meaning);
    assert.ok(performance.now() - start < promptly);
    await workbench.openFile("greedy.java");
    await seeHover(meaning);
    await workbench.page.keyboard.press("Escape");
    await seeStatus(large);
    await workbench.page.keyboard.press("Escape");
    await workbench.openFile("slow.py");
    await workbench.goTo(1, 1);
    await seeStatus(slow);
    await workbench.shot(join(pictures, picture));
  }

  it("say so in the status, and are searched for known codes, while others are read as ever", async () => {
    await open("Dark Modern");
    const slow = "Parsing it takes too long.";
    const large = "Parsing it takes too much memory.";
    await story({ slow, large, meaning: "The signature has expired" }, "unparsed.png");
  });

  itAgain("do so in Chinese", async () => {
    await open("Light Modern", "zh-cn");
    const [slow, large] = ["解析耗时过长。", "解析占用内存过多。"];
    await story({ slow, large, meaning: "签名已过期" }, "unparsed-zh-cn.png");
  });
});
