import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnce } from "./cache.ts";
import { execute, npmInstall, runNpm } from "./processes.ts";

const version = "4.139.1";
const startLimit = 60_000;
// Output of the server about its native modules, which are not built.
const noise = /bindings|node_modules|^\[[\d:]+\] |^\s+at |^ {2}(tries|\])|^}/;

const calmSettings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  // Off as on the desktop: in the browser it is on by default, and would change the files that are opened.
  "files.autoSave": "off",
};

/** User settings by which this extension runs as a web extension, in the extension host of the browser. */
export const inBrowserHost = {
  "remote.extensionKind": { "error-code-intellisense.error-code-intellisense": ["web"] },
};

/** A running server of the embedded VS Code. */
export interface Embedded {
  port: number;
  /** Resolves when the server has ended by itself or by `dispose`. */
  ended: Promise<void>;
  /**
   * Returns the URL that opens a folder or a `.code-workspace` file in the workbench. If started with `tests`, the
   * extension host calls `run()` of the CommonJS module `testsPath` and reports its end to the page.
   */
  url(folder: string, testsPath?: string): string;
  /** Removes what earlier windows have stored on the server, and sets the settings of the user for the next one. */
  reset(userSettings?: Record<string, unknown>): Promise<void>;
  /** Stops the server and all its child processes, and removes its temporary folder. */
  dispose(): Promise<void>;
}

/** How to start the embedded VS Code. */
export interface EmbeddedOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** The folder of the extension under development; reloading the window reloads it. */
  extensionPath?: string;
  /** Lets tests run in the extension host; VS Code then shows no notifications of its own. */
  tests?: boolean;
  userSettings?: Record<string, unknown>;
  /** The display language, such as `zh-cn`. */
  locale?: string;
  /** Kept after the server has stopped if given; a temporary folder by default. */
  serverDataDir?: string;
  /** False opens untrusted folders in Restricted Mode; true is the default. */
  trust?: boolean;
}

/** Installs the embedded VS Code into the cache if it is not there yet, and returns the path of its server. */
async function installEmbedded(): Promise<string> {
  const folder = await installOnce(
    `vscode-${version}-${process.platform}-${process.arch}`,
    `Installing the embedded VS Code (code-server ${version})`,
    async (folder) => {
      await npmInstall(folder, [`code-server@${version}`]);
      const vscode = join(folder, "node_modules/code-server/lib/vscode");
      await runNpm(vscode, ["install", "--omit=dev"]);
      // TypeScript, which the built-in extension for it looks for.
      await runNpm(join(vscode, "extensions"), ["install", "--omit=dev"]);
    },
  );
  return join(folder, "node_modules/code-server/lib/vscode/out/server-main.js");
}

/** Starts the embedded VS Code and waits until it answers. */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const server = await installEmbedded();
  await checkFree(options.port ?? 0);
  const dataDir = options.serverDataDir ?? (await mkdtemp(join(tmpdir(), "error-codes-vscode-")));
  await writeSettings(dataDir, options.userSettings);
  if (options.extensionPath !== undefined && !options.tests)
    await linkExtension(options.extensionPath, dataDir);
  const removed = options.serverDataDir === undefined ? dataDir : "-";
  const child = spawnGuarded(removed, [process.execPath, server, ...serverArguments(options, dataDir)]);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const dispose = () => {
    child.stdin?.destroy();
    return ended;
  };
  try {
    const port = await listening(child);
    const url = (folder: string, testsPath?: string) => address(port, folder, options, testsPath);
    return { port, ended, url, dispose, reset: (userSettings) => resetUser(dataDir, userSettings) };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Installs a packaged extension into a server data folder, as "Install from VSIX" does. */
export async function installPackage(vsix: string, serverDataDir: string): Promise<void> {
  const server = await installEmbedded();
  const args = [server, "--install-extension", vsix, "--server-data-dir", serverDataDir];
  await execute(process.execPath, args, { noise });
}

function serverArguments(options: EmbeddedOptions, dataDir: string): string[] {
  return [
    "--host=127.0.0.1",
    `--port=${options.port ?? 0}`,
    "--without-connection-token",
    "--accept-server-license-terms",
    "--telemetry-level=off",
    // In seconds: nobody comes back to a window that was closed, whose processes would live for hours.
    "--reconnection-grace-time=30",
    `--server-data-dir=${dataDir}`,
    // Without it a built VS Code ignores the extension and the tests named in the address.
    ...(options.tests ? ["--enable-smoke-test-driver"] : []),
    ...(options.trust === false ? [] : ["--disable-workspace-trust"]),
    ...(options.locale === undefined ? [] : [`--locale=${options.locale}`]),
  ];
}

function spawnGuarded(removed: string, command: string[]): ChildProcess {
  const guard = fileURLToPath(new URL("guard.ts", import.meta.url));
  return spawn(process.execPath, [guard, removed, ...command], {
    // No extension gallery, so that nothing that runs here sends requests to other machines.
    env: { ...process.env, EXTENSIONS_GALLERY: "{}" },
    detached: process.platform !== "win32",
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
}

async function resetUser(dataDir: string, userSettings?: Record<string, unknown>): Promise<void> {
  await rm(join(dataDir, "data", "User"), { recursive: true, force: true, maxRetries: 10 });
  await writeSettings(dataDir, userSettings);
}

async function writeSettings(dataDir: string, userSettings: Record<string, unknown> = {}): Promise<void> {
  const folder = join(dataDir, "data", "User");
  await mkdir(folder, { recursive: true });
  const settings = { ...calmSettings, ...userSettings };
  await writeFile(join(folder, "settings.json"), `${JSON.stringify(settings, null, 2)}\n`);
}

/** Rejects if the port is in use: the server itself would wait forever. */
async function checkFree(port: number): Promise<void> {
  const probe = createServer().listen(port, "127.0.0.1");
  try {
    await once(probe, "listening");
  } catch (error) {
    throw new Error(
      `Port ${port} of this machine cannot be used (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
  probe.close();
  await once(probe, "close");
}

function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (reason: string) => {
      clearTimeout(timer);
      const lines = output.split("\n").filter((line) => line !== "" && !noise.test(line));
      reject(new Error([`The embedded VS Code did not start: ${reason}.`, ...lines.slice(-12)].join("\n")));
    };
    const timer = setTimeout(() => fail(`no answer within ${startLimit / 1000} seconds`), startLimit);
    const read = (data: Buffer) => {
      output = (output + data).slice(-10_000);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => fail(`it ended with ${code}`));
  });
}

/** Links the extension into the folder of installed extensions instead of copying it. */
async function linkExtension(extensionPath: string, dataDir: string): Promise<void> {
  const { publisher, name, version } = JSON.parse(
    await readFile(join(extensionPath, "package.json"), "utf8"),
  );
  const folder = join(dataDir, "extensions");
  await mkdir(folder, { recursive: true });
  // A junction, because creating a symbolic link needs a privilege on Windows.
  await symlink(resolve(extensionPath), join(folder, `${publisher}.${name}-${version}`), "junction");
}

function address(port: number, folder: string, options: EmbeddedOptions, testsPath?: string): string {
  const opened = folder.endsWith(".code-workspace") ? "workspace" : "folder";
  const query = new URLSearchParams({ [opened]: urlPath(folder) });
  if (testsPath !== undefined && options.extensionPath !== undefined) {
    const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${urlPath(path)}`;
    const payload = [
      ["extensionDevelopmentPath", remote(options.extensionPath)],
      ["extensionTestsPath", remote(testsPath)],
      ["skipWelcome", "true"],
    ];
    query.set("payload", JSON.stringify(payload));
  }
  return `http://127.0.0.1:${port}/?${query}`;
}

function urlPath(path: string): string {
  const slashed = resolve(path).replaceAll("\\", "/");
  return slashed.startsWith("/") ? slashed : `/${slashed}`;
}
