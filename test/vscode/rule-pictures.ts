import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Workbench } from "./workbench.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const examples = join(root, "docs/rules/examples");

interface Finding {
  path: string;
  rule: string;
  range: { start: { line: number; character: number } };
}

/** Takes a picture of the finding of each rule in its example, with the hover on it. */
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
    for (const [index, finding] of (JSON.parse(stdout) as Finding[]).entries())
      await take(workbench, finding, join(folder, `${finding.rule}.png`), index === 0);
  } catch (error) {
    // The error only names what was waited for; the picture shows what was on the screen.
    await workbench.shot(join(root, "test/vscode/output/rules-failed.png"));
    throw error;
  } finally {
    await workbench.close();
  }
}

async function take(workbench: Workbench, finding: Finding, path: string, isFirst: boolean): Promise<void> {
  await workbench.openFile(basename(finding.path));
  if (isFirst) await workbench.page.keyboard.press("Control+B");
  await workbench.see(
    ".squiggly-error, .squiggly-warning, .squiggly-hint, .squiggly-unnecessary, .squiggly-inline-unnecessary, .squiggly-inline-deprecated",
  );
  const { line, character } = finding.range.start;
  const text = (await readFile(join(examples, basename(finding.path)), "utf8")).split("\n")[line] ?? "";
  // When it goes to a column, VS Code counts a tab as the columns up to the next tab stop.
  const before = text.slice(0, character).replace(/\t/g, "    ").length;
  // A hint is underlined only at its start.
  const hover = await workbench.hoverAt(line + 1, before + 2);
  await hover.page().locator(".monaco-hover .hover-row", { hasText: finding.rule }).first().waitFor();
  await workbench.shot(path, { x: 0, y: 0, width: 900, height: 470 });
}
