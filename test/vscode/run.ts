// Runs the tests of test/vscode/suite inside VS Code: `node test/vscode/run.ts [--grep <pattern>] [--web]`.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runTests } from "@vscode/test-electron";
import { type BuildOptions, build } from "esbuild";
import { cacheFolder } from "./cache.ts";
import { downloadedDesktop, hasDisplay, installedDesktop } from "./desktop.ts";
import type { Counts } from "./suite/counts.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What to run; by default, this project's suite on this extension. */
export interface SuiteOptions {
  /** Runs only the tests whose full title matches this pattern. */
  grep?: string;
  extensionPath?: string;
  /** The folder that VS Code opens. */
  folder?: string;
  /** The TypeScript module that exports `run()`. */
  entry?: string;
  /** Runs the extension and the tests in the extension host of the browser; in the embedded VS Code alone. */
  isWeb?: boolean;
}

/**
 * Runs the suite in the available VS Code, or in the one that ERROR_CODES_VSCODE (`desktop` or `embedded`) names, and
 * counts its tests. Rejects if the tests did not run to their end.
 */
export async function runSuite(options: SuiteOptions = {}): Promise<Counts> {
  const extensionPath = options.extensionPath ?? here("../..");
  const { isWeb = false } = options;
  const entry = options.entry ?? here(isWeb ? "suite/web.ts" : "suite/index.ts");
  const extensionTestsPath = await bundle(entry, isWeb);
  const vscodeExecutablePath = isWeb ? embeddedExecutable : await chooseVSCode();
  const folder = await mkdtemp(join(tmpdir(), "error-codes-tests-"));
  const file = join(folder, "counts.json");
  try {
    const failure = await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extensionPath,
      extensionTestsPath,
      launchArgs: [options.folder ?? here("../../examples"), ...profile(folder)],
      extensionTestsEnv: {
        ERROR_CODES_TEST_COUNTS: file,
        ERROR_CODES_TEST_GREP: options.grep,
        ERROR_CODES_EXTENSION_HOST: isWeb ? "web" : undefined,
        // The Node that runs the stand-in for VS Code's executable.
        ERROR_CODES_NODE: process.execPath,
      },
    }).then(
      () => undefined,
      (error: unknown) => error,
    );
    const counts = await readCounts(file);
    if (counts === undefined) throw failure ?? new Error("VS Code ended without running the tests.");
    if (failure !== undefined && counts.failed === 0) throw failure;
    return counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function profile(folder: string): string[] {
  return [`--user-data-dir=${join(folder, "user")}`, `--extensions-dir=${join(folder, "extensions")}`];
}

async function bundle(entry: string, isWeb: boolean): Promise<string> {
  const outfile = here(isWeb ? "output/web-suite.cjs" : "output/suite.cjs");
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node22",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
    logLevel: "warning",
    ...(isWeb ? withoutNode : {}),
  });
  return outfile;
}

/** Options for an extension host without Node.js. */
const withoutNode: BuildOptions = {
  platform: "browser",
  alias: { "node:assert/strict": here("suite/web-assert.ts") },
  external: ["vscode"],
};

const embeddedExecutable = here(process.platform === "win32" ? "electron-stand-in.cmd" : "electron-stand-in");

async function chooseVSCode(): Promise<string> {
  const wanted = process.env.ERROR_CODES_VSCODE;
  if (wanted && wanted !== "desktop" && wanted !== "embedded") {
    throw new Error(`ERROR_CODES_VSCODE is "${wanted}"; it can be "desktop" or "embedded".`);
  }
  const useEmbedded = (reason: string) => {
    console.log(`Running in the embedded VS Code: ${reason}.`);
    return embeddedExecutable;
  };
  if (wanted === "embedded") return useEmbedded("ERROR_CODES_VSCODE says so");
  if (wanted !== "desktop" && !hasDisplay()) return useEmbedded("there is no display");
  try {
    const executable = installedDesktop() ?? (await downloadedDesktop(join(cacheFolder(), "desktop")));
    console.log(`Running in the desktop VS Code ${executable}.`);
    return executable;
  } catch (error) {
    if (wanted === "desktop") throw error;
    return useEmbedded(`the desktop one cannot be had (${error instanceof Error ? error.message : error})`);
  }
}

async function readCounts(file: string): Promise<Counts | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Counts;
  } catch {
    return undefined;
  }
}

async function main(): Promise<number> {
  let options: { grep?: string; web?: boolean };
  try {
    options = parseArgs({ options: { grep: { type: "string" }, web: { type: "boolean" } } }).values;
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}\nOnly --grep <pattern> and --web are known.`,
    );
    return 2;
  }
  const { web: isWeb = false, ...selection } = options;
  const { passed, failed, skipped } = await runSuite({ ...selection, isWeb });
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

if (import.meta.main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
