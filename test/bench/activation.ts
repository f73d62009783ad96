// Measures how long the extension takes to activate, as the extension host measures it (loading the code and calling
// `activate`), compared with an empty extension in the same host: `npm run bench:activation`.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbench } from "../vscode/workbench.ts";

const starts = 5;
const root = join(import.meta.dirname, "../..");
const emptyName = "An Empty Extension";

/** Installs an extension that does nothing and is activated by the same event as this one. */
async function installEmpty(dataDir: string): Promise<void> {
  const folder = join(dataDir, "extensions", "error-code-intellisense.empty-0.0.1");
  await mkdir(folder, { recursive: true });
  const manifest = {
    name: "empty",
    displayName: emptyName,
    publisher: "error-code-intellisense",
    version: "0.0.1",
    engines: { vscode: "^1.101.0" },
    main: "./main.js",
    activationEvents: ["onLanguage"],
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "main.js"), "exports.activate = () => {};\n");
}

/** Returns the activation time of an extension in milliseconds, as the list of running extensions shows it. */
async function timeOf(workbench: Workbench, name: string): Promise<number> {
  const list = await workbench.see(".runtime-extensions-editor .monaco-list");
  await list.hover();
  for (let page = 0; page < 20; page++) {
    const row = workbench.page.locator(".runtime-extensions-editor .monaco-list-row", { hasText: name });
    const text = (await row.isVisible()) ? await row.textContent() : undefined;
    const time = /Activation:\s*(\d+)\s*ms/.exec(text ?? "");
    if (time) return Number(time[1]);
    await workbench.page.mouse.wheel(0, 300);
    await workbench.page.waitForTimeout(100);
  }
  throw new Error(`${name} is not among the running extensions.`);
}

async function measure(): Promise<[own: number, empty: number]> {
  const serverDataDir = await mkdtemp(join(tmpdir(), "error-codes-activation-"));
  await installEmpty(serverDataDir);
  const folder = join(root, "examples");
  const workbench = await Workbench.open({ folder, extensionPath: root, serverDataDir });
  try {
    await workbench.openFile("typescript/tencent-signature.ts");
    await workbench.see(".squiggly-warning");
    await workbench.command("Developer: Show Running Extensions");
    return [await timeOf(workbench, "Error Code IntelliSense"), await timeOf(workbench, emptyName)];
  } finally {
    await workbench.close();
    await rm(serverDataDir, { recursive: true, force: true });
  }
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

const all: [number, number][] = [];
for (let start = 1; start <= starts; start++) {
  const [own, empty] = await measure();
  all.push([own, empty]);
  console.log(`start ${start}: ${own} ms; an empty extension ${empty} ms`);
}
const [own, empty] = [median(all.map(([one]) => one)), median(all.map(([, one]) => one))];
const share = median(all.map(([own, empty]) => own - empty));
console.log(`activation p50 ${own} ms; an empty extension ${empty} ms; our share p50 ${share} ms`);
