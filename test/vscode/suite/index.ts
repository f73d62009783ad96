import { writeFile } from "node:fs/promises";
import type { Counts } from "./counts.ts";

/** Imports of the test files that run inside VS Code; add a new file here. */
const suites = [
  () => import("./smoke.test.ts"),
  () => import("./hover.test.ts"),
  () => import("./completion.test.ts"),
  () => import("./diagnostics.test.ts"),
  () => import("./documents.test.ts"),
  () => import("./catalog.test.ts"),
  () => import("./details.test.ts"),
  () => import("./sidebar.test.ts"),
  () => import("./agents.test.ts"),
  () => import("./server.test.ts"),
];

/** Runs all suites; called by the extension host of VS Code. Rejects if a test failed. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const grep = process.env.ERROR_CODES_TEST_GREP;
  const mocha = new Mocha({ ui: "bdd", timeout: 120_000, color: false, ...(grep ? { grep } : {}) });
  // Defines the globals `describe` and `it`, which the test files call while they are loaded.
  mocha.suite.emit("pre-require", globalThis as unknown as Mocha.MochaGlobals, "", mocha);
  for (const load of suites) await load();
  const { stats } = await new Promise<Mocha.Runner>((resolve) => {
    const runner: Mocha.Runner = mocha.run(() => resolve(runner));
  });
  const counts: Counts = {
    passed: stats?.passes ?? 0,
    failed: stats?.failures ?? 0,
    skipped: stats?.pending ?? 0,
  };
  const file = process.env.ERROR_CODES_TEST_COUNTS;
  if (file) await writeFile(file, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
}
