import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Workbench } from "./workbench.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const examples = join(root, "docs/rules/examples");

interface Found {
  path: string;
  rule: string;
  range: { start: { line: number; character: number } };
}

/** Takes a picture of what each rule finds in its example, with the hover on it. */
export async function takeRules(folder: string): Promise<void> {
  const { stdout } = spawnSync(process.execPath, [join(root, "dist/cli.js"), "check", examples, "--json"], {
    encoding: "utf8",
  });
  const workbench = await Workbench.open({
    folder: examples,
    extensionPath: root,
    pictures: true,
    width: 900,
    height: 560,
    scale: 2,
    userSettings: {
      "editor.minimap.enabled": false,
      "editor.stickyScroll.enabled": false,
      "editor.hover.above": false,
      "workbench.activityBar.location": "hidden",
      "workbench.statusBar.visible": true,
      "breadcrumbs.enabled": false,
    },
  });
  try {
    for (const [index, found] of (JSON.parse(stdout) as Found[]).entries())
      await take(workbench, found, join(folder, `${found.rule}.png`), index === 0);
  } catch (error) {
    // What stood on the screen tells more than what was waited for.
    await workbench.shot(join(root, "test/vscode/output/rules-failed.png"));
    throw error;
  } finally {
    await workbench.close();
  }
}

async function take(workbench: Workbench, found: Found, path: string, isFirst: boolean): Promise<void> {
  await workbench.openFile(basename(found.path));
  if (isFirst) await workbench.page.keyboard.press("Control+B");
  await workbench.see(
    ".squiggly-error, .squiggly-warning, .squiggly-hint, .squiggly-unnecessary, .squiggly-inline-unnecessary, .squiggly-inline-deprecated",
  );
  const { line, character } = found.range.start;
  const text = (await readFile(join(examples, basename(found.path)), "utf8")).split("\n")[line] ?? "";
  // VS Code counts a tab up to the next of its stops when it goes to a column.
  const before = text.slice(0, character).replace(/\t/g, "    ").length;
  // Of a hint, only the beginning is marked.
  const hover = await workbench.hoverAt(line + 1, before + 2);
  await hover.page().locator(".monaco-hover .hover-row", { hasText: found.rule }).first().waitFor();
  await workbench.shot(path, { x: 0, y: 0, width: 900, height: 470 });
}
