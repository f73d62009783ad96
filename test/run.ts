import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";
import { runSuite } from "./vscode/run.ts";

// Runs all checks and tests: `node test/run.ts [stage …]`, all stages by default.
// The last line is `N passed, N failed`, followed by `, N skipped` if any were.

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const root = join(import.meta.dirname, "..");

/** A program that must exit with 0; counts as one test. */
function program(...args: string[]): () => Promise<Counts> {
  return async () => {
    const passed = (await exitCode(args)) === 0;
    return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
  };
}

function exitCode(args: string[]): Promise<number | null> {
  const child = spawn(process.execPath, [...process.execArgv, ...args], { cwd: root, stdio: "inherit" });
  return new Promise((resolve, reject) => child.on("exit", resolve).on("error", reject));
}

/** Runs the tests of the files that match a pattern, in this process. */
async function tests(pattern: string, timeout: number): Promise<Counts> {
  const mocha = new Mocha({ timeout });
  for (const file of globSync(pattern, { cwd: root }).sort()) mocha.addFile(join(root, file));
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const { stats } = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
  });
}

const colors = process.stdout.isTTY ? [] : ["--colors=off"];

const fuzzed = [
  "edits",
  "documents",
  "responses",
  "configurations",
  "catalogs",
  "messages",
  "arguments",
  "sdks",
].flatMap((kind) => ["--kind", kind]);

const stages: Record<string, () => Promise<Counts>> = {
  build: program("build.ts"),
  lint: program("node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", ...colors, "."),
  types: program("node_modules/typescript/bin/tsc", "-p", "."),
  "dead-code": program("node_modules/knip/bin/knip.js", "--no-config-hints"),
  unit: () => tests("test/{catalog,client,server,package}/**/*.test.ts", 20_000),
  // The seed is fixed, so that a change fails by what it does; `npm run fuzz` takes another one each time.
  fuzz: program("test/fuzz/run.ts", "--seed", "1", "--seconds", "8", ...fuzzed),
  vscode: () => runSuite(),
  package: () => tests("test/vscode/stories/*.test.ts", 300_000),
};

/** Runs a stage; a stage that throws counts as one failed test. */
async function run(stage: string): Promise<Counts> {
  console.log(`\n— ${stage} —`);
  try {
    const work = stages[stage];
    if (!work) throw new Error(`There is no stage '${stage}'. Stages: ${Object.keys(stages).join(", ")}.`);
    return await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const wanted = process.argv.slice(2);
for (const stage of wanted.length > 0 ? wanted : Object.keys(stages)) {
  const counts = await run(stage);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
