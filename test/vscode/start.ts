// `npm start`: builds the extension and opens VS Code on examples/ with it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { hasDisplay } from "./desktop.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { cmdLine, onStop, which } from "./processes.ts";

const usage = `Usage: npm start -- [options]

Builds the extension and opens VS Code on a folder with the extension loaded: the desktop VS Code where the command
"code" is on PATH and a display is there, else one that runs in the browser (installed once into a cache).

Options:
  --folder <path>  the folder to open (default: examples)
  --browser        take the VS Code in the browser, even where the desktop one is there
  --port <number>  port of the VS Code in the browser (default: a free one)
  --no-open        print the address, but open no browser
  --no-build       do not build first
  --help           print this
`;

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Choices {
  folder: string;
  browser: boolean;
  port: number;
  open: boolean;
  build: boolean;
}

function readArguments(): Choices | "help" {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      folder: { type: "string", default: fileURLToPath(new URL("../../examples", import.meta.url)) },
      browser: { type: "boolean", default: false },
      port: { type: "string", default: "0" },
      open: { type: "boolean", default: true },
      build: { type: "boolean", default: true },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error(`--port needs a number from 0 to 65535, not "${values.port}".`);
  }
  return { ...values, port };
}

const running: { child?: ChildProcess; server?: Embedded; stopped?: boolean } = {};

async function run(command: string, args: string[]): Promise<number> {
  const options = { cwd: root, stdio: "inherit" } as const;
  // On Windows `code` is a .cmd file, which only a shell starts.
  running.child =
    command === "code" && process.platform === "win32"
      ? spawn(cmdLine(command, args), { ...options, shell: true })
      : spawn(command, args, options);
  const [code] = await once(running.child, "exit");
  return code ?? 1;
}

async function openEmbedded({ folder, port, open }: Choices): Promise<number> {
  const server = await startEmbedded({ port, extensionPath: root });
  running.server = server;
  const url = server.url(folder);
  console.log(`VS Code with the extension: ${url}`);
  console.log("Ctrl-C ends it.");
  if (open && hasDisplay()) openBrowser(url);
  await server.ended;
  if (!running.stopped) console.error("The server of VS Code has ended.");
  return running.stopped ? 0 : 1;
}

function openBrowser(url: string): void {
  const opener = { darwin: "open", win32: "rundll32" }[process.platform as string] ?? "xdg-open";
  if (which(opener) === undefined) return;
  const args = opener === "rundll32" ? ["url.dll,FileProtocolHandler", url] : [url];
  spawn(opener, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

async function main(): Promise<number> {
  let choices: Choices | "help";
  try {
    choices = readArguments();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nTry --help.`);
    return 2;
  }
  if (choices === "help") {
    console.log(usage);
    return 0;
  }
  if (choices.build) {
    const code = await run(process.execPath, [...process.execArgv, "build.ts"]);
    if (code !== 0) return code;
  }
  if (choices.browser || !hasDisplay() || which("code") === undefined) return openEmbedded(choices);
  console.log(`Opening ${choices.folder} in the desktop VS Code.`);
  const args = [`--extensionDevelopmentPath=${root}`, choices.folder];
  return run("code", args);
}

// A signal to npm goes to its shell, which ends without passing it on.
const underNpm = process.env.npm_lifecycle_event !== undefined;
onStop(async () => {
  running.stopped = true;
  running.child?.kill();
  await running.server?.dispose();
  return 0;
}, underNpm);

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
