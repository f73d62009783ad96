import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { type Embedded, type EmbeddedOptions, startEmbedded } from "./embedded.ts";
import { startPackaged } from "./packaged.ts";

// Starting a server and a browser takes longer than most stories. So a story leaves them to the next one that wants the
// same: the next window has storage, settings and an extension host of its own, and nothing is left of the last one.

/** In milliseconds: the tests of the next file are loaded meanwhile. */
const maximumIdle = 5_000;

/** How the workbench is opened. */
export interface WorkbenchOptions extends EmbeddedOptions {
  /** The folder that the workbench shows. */
  folder: string;
  /** A `.code-workspace` file in it, to be opened instead of the folder. */
  workspace?: string;
  /** A packaged extension to install instead of `extensionPath`. */
  vsix?: string;
  /** The name of a colour theme as in the settings, such as `Dark Modern`. */
  theme?: string;
  width?: number;
  height?: number;
  /** The number of device pixels per CSS pixel in pictures. */
  scale?: number;
  /** Adds fonts, including Chinese ones, for readable pictures. */
  pictures?: boolean;
}

interface Kept {
  options: string;
  server: Embedded;
  isUsed: boolean;
}

/** A server and a browser for one window. */
export interface Borrowed {
  server: Embedded;
  browser: Browser;
  /** Leaves both to the next window; if this one failed to open, they are not used again. */
  giveBack(isUsable?: boolean): Promise<void>;
}

const kept: Kept[] = [];
const browsers = new Map<boolean, Browser>();
let used = 0;
let idle: ReturnType<typeof setTimeout> | undefined;

/** Returns a server and a browser for a window that is opened so. */
export async function borrowFor(options: WorkbenchOptions): Promise<Borrowed> {
  const { theme, vsix, userSettings, port, extensionPath, tests, locale, serverDataDir, trust } = options;
  const settings = {
    "editor.cursorBlinking": "solid",
    // Without a graphics processor, an animation takes as much time as all else. The service for whole projects of
    // TypeScript is of no use to files that stand alone.
    "workbench.reduceMotion": "on",
    "typescript.tsserver.useSyntaxServer": "always",
    "workbench.colorTheme": theme ?? "Dark Modern",
    "window.autoDetectColorScheme": false,
    // The packages that the examples import are not installed; pictures should not show errors about that.
    ...(options.pictures ? { "typescript.validate.enable": false } : {}),
    ...userSettings,
  };
  const given = { port, extensionPath, tests, locale, serverDataDir, trust };
  const embedded = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const start = { ...embedded, userSettings: settings };
  const pictures = options.pictures === true;
  // Another folder or extension than the usual one is of use to nobody else.
  if (vsix === undefined && serverDataDir === undefined) return borrow(start, pictures);
  const server = await (vsix === undefined ? startEmbedded(start) : startPackaged(vsix, start));
  try {
    const browser = await launchBrowser({ pictures });
    const giveBack = async () => {
      await browser.close();
      await server.dispose();
    };
    return { server, browser, giveBack };
  } catch (error) {
    await server.dispose();
    throw error;
  }
}

/** Returns an idle server that was started with these options, with other settings of the user, or a new one. */
async function borrow(options: EmbeddedOptions, pictures: boolean): Promise<Borrowed> {
  clearTimeout(idle);
  used++;
  let server: Kept | undefined;
  const giveBack = async (isUsable = true) => {
    used--;
    if (server) server.isUsed = false;
    if (!isUsable) await disposeAll();
    if (used === 0) idle = setTimeout(disposeAll, maximumIdle);
  };
  try {
    server = await serverFor(options);
    return { server: server.server, browser: await browserFor(pictures), giveBack };
  } catch (error) {
    await giveBack(false);
    throw error;
  }
}

async function serverFor({ userSettings, ...options }: EmbeddedOptions): Promise<Kept> {
  const wanted = JSON.stringify(options, Object.keys(options).sort());
  const idle = kept.find((one) => !one.isUsed && one.options === wanted);
  if (idle) {
    idle.isUsed = true;
    await idle.server.reset(userSettings);
    return idle;
  }
  const server = await startEmbedded({ ...options, ...(userSettings ? { userSettings } : {}) });
  const started = { options: wanted, server, isUsed: true };
  kept.push(started);
  server.ended.then(() => kept.splice(kept.indexOf(started) >>> 0, 1));
  return started;
}

async function browserFor(pictures: boolean): Promise<Browser> {
  const running = browsers.get(pictures);
  if (running?.isConnected()) return running;
  const browser = await launchBrowser({ pictures });
  browsers.set(pictures, browser);
  return browser;
}

/** Ends what no window uses. */
async function disposeAll(): Promise<void> {
  const unused = kept.filter(({ isUsed }) => !isUsed);
  await Promise.all(unused.map(({ server }) => server.dispose()));
  if (used > 0) return;
  const all = [...browsers.values()];
  browsers.clear();
  await Promise.all(all.map((browser) => browser.close()));
}
