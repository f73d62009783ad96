import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { installOnce } from "./cache.ts";
import { fontEnvironment } from "./fonts.ts";
import { execute, npmInstall, which } from "./processes.ts";
import { step } from "./progress.ts";

const bundleVersion = "153.0.0";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** How to start a browser: an executable with additional environment variables, or a channel that Playwright knows. */
type Found = { executablePath: string; env?: Record<string, string> } | { channel: string };

/**
 * Starts a headless Chromium: the one named in ERROR_CODES_BROWSER, or the first that starts of those on the system,
 * the one from npm in the cache, and the one from Debian. `pictures` adds fonts for readable screenshots.
 */
export async function launchBrowser(options: { pictures?: boolean } = {}): Promise<Browser> {
  const failures: string[] = [];
  for (const [name, find] of routes()) {
    try {
      const found = await find();
      if (found !== undefined) return await launch(found, options.pictures === true);
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    }
  }
  throw new Error(
    [
      "No browser could be started: install Chromium or Chrome, or name one in ERROR_CODES_BROWSER.",
      ...failures,
    ].join("\n  "),
  );
}

function routes(): [string, () => Promise<Found | undefined>][] {
  const named = process.env.ERROR_CODES_BROWSER;
  if (named) return [["ERROR_CODES_BROWSER", async () => ({ executablePath: named })]];
  return [
    ["browser on PATH", async () => program(commands.map(which).find((path) => path !== undefined))],
    ["browser of Playwright", async () => program(chromium.executablePath())],
    ["Chrome", async () => installedChannel("chrome")],
    ["Edge", async () => installedChannel("msedge")],
    ["Chromium from npm", bundled],
    ["Chromium from Debian", fromDebian],
  ];
}

function program(path: string | undefined): Found | undefined {
  return path !== undefined && existsSync(path) ? { executablePath: path } : undefined;
}

function installedChannel(channel: string): Found | undefined {
  return process.platform === "linux" ? undefined : { channel };
}

async function launch(found: Found, pictures: boolean): Promise<Browser> {
  const fonts = await fontEnvironment(
    "env" in found ? join(found.executablePath, "../fonts") : undefined,
    pictures,
  );
  return chromium.launch({
    ...found,
    env: { ...process.env, ...("env" in found ? found.env : {}), ...fonts },
    args: flags,
    // The callers stop the browser together with the server; Playwright would exit before that.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function bundled(): Promise<Found | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = await installOnce(
    `chromium-${bundleVersion}`,
    `Installing Chromium from npm (@sparticuz/chromium ${bundleVersion})`,
    unpackBundle,
  );
  return { executablePath: join(folder, "chromium"), env: { LD_LIBRARY_PATH: join(folder, "lib") } };
}

/**
 * Unpacks the browser, its fonts and its shared libraries such as NSS, which the package itself unpacks on one cloud
 * platform only although every minimal system lacks them.
 */
async function unpackBundle(folder: string): Promise<void> {
  const install = join(folder, "install");
  await mkdir(install);
  await npmInstall(install, [`@sparticuz/chromium@${bundleVersion}`]);
  const packed = join(install, "node_modules/@sparticuz/chromium/bin");
  await decompress(join(packed, "chromium.br"), join(folder, "chromium"));
  await chmod(join(folder, "chromium"), 0o755);
  for (const name of ["al2023", "fonts"]) {
    const archive = join(install, `${name}.tar`);
    await decompress(join(packed, `${name}.tar.br`), archive);
    await execute("tar", ["-xf", archive, "--no-same-owner", "-C", folder]);
  }
  await cp(join(install, "node_modules/@sparticuz/chromium/LICENSE"), join(folder, "LICENSE"));
  await rm(install, { recursive: true });
}

async function decompress(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

async function fromDebian(): Promise<Found | undefined> {
  if (which("apt-get") === undefined || process.getuid?.() !== 0) return undefined;
  await step("Installing Debian's package chromium", async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await execute("apt-get", ["update"], { env });
    await execute("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
  });
  return program(which("chromium"));
}
