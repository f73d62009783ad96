import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbench } from "../workbench.ts";

const root = join(import.meta.dirname, "../../..");

function catalogOf(code: string): string {
  const entry = `  - code: ${code}\n    summary: Meaning of ${code}.\n`;
  return `version: 1\nprovider: acme\nentries:\n${entry}`;
}

describe("Restricted Mode", () => {
  let folder: string;
  let workbench: Workbench | undefined;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "error-codes-restricted-"));
    const project = join(folder, "project");
    await mkdir(project);
    await writeFile(join(folder, "outside.yaml"), catalogOf("ACME_OUTSIDE"));
    await writeFile(join(project, "inside.yaml"), catalogOf("ACME_INSIDE"));
    await writeFile(
      join(project, ".error-codes.yaml"),
      "catalogs: [{ path: inside.yaml }, { path: ../outside.yaml }]\n",
    );
    await writeFile(
      join(project, "a.ts"),
      'if (err.code === "ACME_INSIDE" || err.code === "ACME_OUTSIDE") retry();\n',
    );
  });
  afterEach(() => workbench?.close());
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** Looks up a code of the open file and returns the text of the first row. */
  async function lookUp(code: string): Promise<string> {
    if (!workbench) return "";
    await workbench.goToText(code, 3);
    await workbench.command("Error Codes: Look Up…");
    const row = await workbench.see(".quick-input-list .monaco-list-row");
    const text = (await row.textContent()) ?? "";
    await workbench.page.keyboard.press("Escape");
    return text;
  }

  async function open(trust: boolean): Promise<Workbench> {
    workbench = await Workbench.open({ folder: join(folder, "project"), extensionPath: root, trust });
    await workbench.openFile("a.ts");
    return workbench;
  }

  it("reads a configuration, but nothing outside the folder", async () => {
    const workbench = await open(false);
    await workbench.see(".statusbar-item", { hasText: "Restricted Mode" });
    const hover = await workbench.hover("ACME_INSIDE");
    assert.match((await hover.textContent()) ?? "", /Meaning of ACME_INSIDE/);
    assert.doesNotMatch(await lookUp("ACME_OUTSIDE"), /Meaning of ACME_OUTSIDE/);
  });

  it("does not apply to a trusted folder, whose configuration may point outside", async () => {
    const workbench = await open(true);
    const hover = await workbench.hover("ACME_OUTSIDE");
    assert.match((await hover.textContent()) ?? "", /Meaning of ACME_OUTSIDE/);
  });
});
