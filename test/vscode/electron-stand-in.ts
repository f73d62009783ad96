// Replaces the executable of the desktop VS Code that `runTests` of @vscode/test-electron starts: takes the same
// arguments, runs the tests in the extension host of the embedded VS Code and exits with their exit code.
import { writeFileSync } from "node:fs";
import { format, parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { type Embedded, inBrowserHost, startEmbedded } from "./embedded.ts";
import { onStop } from "./processes.ts";
import { countsMark } from "./suite/counts.ts";

// Messages of the workbench itself: about its connection, native modules that are not built, and features that are
// missing in a headless page or without an extension gallery.
const noise = [
  /^(Resolving|Resolved) connection token|^Creating a socket|^\[reconnection-grace-time\]/,
  /^(Updating|Ignoring fetching) additional builtin extensions|^\[AgentHost:|^\[AccountPolicyGate\]/,
  /Could not locate the bindings file|build\/Release\/watchdog|^\[Service Worker\]/,
  /\/out\/vs\/code\/browser\/workbench\/workbench\.js:/,
];
const limit = 15 * 60_000;
const running: { browser?: Browser; server?: Embedded } = {};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: "string" },
      extensionTestsPath: { type: "string" },
      locale: { type: "string" },
      "disable-workspace-trust": { type: "boolean" },
    },
  });
  const { extensionDevelopmentPath: extensionPath, extensionTestsPath: testsPath, locale } = values;
  if (typeof extensionPath !== "string" || typeof testsPath !== "string") {
    console.error("Both --extensionDevelopmentPath and --extensionTestsPath are needed.");
    return 2;
  }
  const trust = values["disable-workspace-trust"] === true;
  const server = await startEmbedded({
    tests: true,
    extensionPath,
    trust,
    ...(process.env.ERROR_CODES_EXTENSION_HOST === "web" ? { userSettings: inBrowserHost } : {}),
    ...(typeof locale === "string" ? { locale } : {}),
  });
  running.server = server;
  running.browser = await launchBrowser();
  return await runInside(running.browser, server, server.url(positionals[0] ?? extensionPath, testsPath));
}

async function runInside(browser: Browser, server: Embedded, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // An extension host of the browser has the clipboard of the page.
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.exposeFunction("codeAutomationLog", print);
  const result = new Promise<number>((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(reason));
    const timer = setTimeout(() => fail(`No result after ${limit / 60_000} minutes.`), limit);
    page.on("crash", () => fail("The page of VS Code crashed."));
    browser.on("disconnected", () => fail("The browser ended before the tests did."));
    server.ended.then(() => fail("The server of VS Code ended before the tests did."));
    const exit = page.exposeFunction("codeAutomationExit", (code: number) => {
      clearTimeout(timer);
      resolve(code);
    });
    exit.then(() => page.goto(url)).catch(reject);
  });
  return await result;
}

/** Prints what the extension host writes to its console, except the messages of the workbench itself. */
function print(type: string, args: unknown[]): void {
  const text = format(...args);
  // Where the suite has no files, it prints its counts.
  const file = process.env.ERROR_CODES_TEST_COUNTS;
  if (text.startsWith(countsMark) && file) writeFileSync(file, text.slice(countsMark.length));
  else if (noise.some((pattern) => pattern.test(text))) return;
  if (type === "error" || type === "warn") console.error(text);
  else console.log(text);
}

async function end(): Promise<void> {
  await Promise.allSettled([running.browser?.close(), running.server?.dispose()]);
}

onStop(async () => {
  await end();
  return 130;
}, true);
let code = 1;
try {
  code = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
await end();
process.exit(code);
