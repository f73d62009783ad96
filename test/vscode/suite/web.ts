import { commands, type Hover, Position, workspace } from "vscode";
import { type Counts, countsMark } from "./counts.ts";

/** The test files that run in the extension host of a browser as well. */
const suites = [
  () => import("./smoke.test.ts"),
  () => import("./hover.test.ts"),
  () => import("./completion.test.ts"),
  () => import("./diagnostics.test.ts"),
  () => import("./catalog.test.ts"),
  () => import("./details.test.ts"),
  () => import("./sidebar.test.ts"),
  () => import("./agents.test.ts"),
];

/** Runs these suites; called by the extension host of a browser, which has no files: the counts are printed. */
export async function run(): Promise<void> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  // Defines the global `mocha`.
  await import("mocha/mocha.js");
  const { mocha } = globalThis as unknown as { mocha: Mocha & { setup(options: object): void } };
  mocha.setup({ ui: "bdd", timeout: 120_000, reporter: class {} });
  for (const load of suites) await load();
  await firstAnswer();
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on("pass", (test) => {
      counts.passed++;
      console.log(`  ✔ ${test.fullTitle()}`);
    });
    runner.on("pending", () => counts.skipped++);
    runner.on("fail", (test, error) => {
      counts.failed++;
      console.error(`  ${counts.failed}) ${test.fullTitle()}\n${error.stack}`);
    });
  });
  console.log(`${countsMark}${JSON.stringify(counts)}`);
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
}

/** Waits for the server: on a busy machine, one browser needs long to start all of VS Code beside it. */
async function firstAnswer(): Promise<void> {
  const document = await workspace.openTextDocument({
    language: "python",
    content: 'code = "AuthFailure.TokenFailure"',
  });
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    const hovers = await commands.executeCommand<Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      new Position(0, 12),
    );
    if (hovers.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
