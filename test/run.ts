import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import Mocha from "mocha";
import { runSuite } from "./vscode/run.ts";

// Runs checks and tests: `node test/run.ts [--all] [stage …]`, all stages by default.
// The last line is `N passed, N failed`, followed by `, N skipped` if any were.

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const root = join(import.meta.dirname, "..");

/** Whether stories are told again in the other language, and the suite in the extension host of a browser. */
const isAll = process.argv.includes("--all");
// The processes that run the files of tests read it, see `vscode/extent.ts`.
if (isAll) process.env.ERROR_CODES_TESTS = "all";

/** More files at a time would need much memory. */
const cores = Math.min(4, availableParallelism());

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

/** How the files of a stage are run. */
interface Parallel {
  /** In milliseconds, for each test. */
  timeout: number;
  /** So many files are run at a time, in processes of their own. */
  jobs: number;
}

/** The files of tests that take longest, which are begun first: none of them is left for the end, when others are idle. */
const longest = [
  "server/growth",
  "server/features/completion",
  "server/syntax/",
  "server/features/",
  "server/cli/",
  "server/evidence/",
  "server/rules/",
  "server/clients/",
];

/**
 * Runs the tests of the files that match a pattern. What a file prints by its reporter is printed when it has ended, so
 * that the lines of two files are not mixed.
 */
async function tests(pattern: string, { timeout, jobs }: Parallel): Promise<Counts> {
  const mocha = new Mocha({ timeout, jobs });
  const rank = (file: string) => longest.findIndex((one) => file.includes(one)) >>> 0;
  const files = globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const file of files) mocha.addFile(join(root, file));
  mocha.parallelMode(true);
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
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
  unit: () => tests("test/{catalog,client,server,package}/**/*.test.ts", { timeout: 120_000, jobs: cores }),
  // The seed is fixed, so that a change fails by what it does; `npm run fuzz` takes another one each time.
  fuzz: program("test/fuzz/run.ts", "--seed", "1", "--seconds", "8", ...fuzzed),
  vscode: async () => sumOf([await runSuite(), ...(isAll ? [await runSuite({ isWeb: true })] : [])]),
  // An editor and its browser make use of two cores: two at a time take as long as one after the other.
  package: () => tests("test/vscode/stories/*.test.ts", { timeout: 300_000, jobs: 1 }),
};

function sumOf(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, one) => total + one[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

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

/** Stages that take a core each, and say little: they run at the same time. */
const checks = ["lint", "types", "dead-code"];

const counted: Counts[] = [];
const given = process.argv.slice(2).filter((one) => one !== "--all");
const wanted = given.length > 0 ? given : Object.keys(stages);
while (wanted.length > 0) {
  const end = wanted.findIndex((stage) => !checks.includes(stage));
  const next = wanted.splice(0, end < 0 ? wanted.length : Math.max(1, end));
  counted.push(...(await Promise.all(next.map(run))));
}
const total = sumOf(counted);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
