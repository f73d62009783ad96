import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import {
  ConfigurationTarget,
  commands,
  type ExtensionContext,
  LogLevel,
  type LogOutputChannel,
  languages,
  type TextDocument,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { createTraceChannel } from "../../../client/language-server/output.ts";
import { Server } from "../../../client/language-server/server.ts";
import { closeAll, eventually, hoversOn, show, textOf } from "./editor.ts";

/** Returns the ids of the language server processes that this extension host has started. */
async function serverPids(): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,args="]);
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && /dist[\\/]server\.js/.test(args) ? Number(pid) : [];
  });
}

function waitForNewServer(before: readonly number[]): Promise<number> {
  return eventually("another server", async () => (await serverPids()).find((pid) => !before.includes(pid)));
}

function waitForWarning(document: TextDocument): Promise<unknown> {
  return eventually("a warning", () =>
    languages.getDiagnostics(document.uri).find(({ source }) => source === "error-codes"),
  );
}

function hoverText(document: TextDocument, text: string): Promise<string> {
  return eventually("a hover", async () => {
    const [found] = await hoversOn(document, text);
    return found && textOf(found);
  });
}

const known = "AuthFailure.TokenFailure";
const misspelled = `import "tencentcloud-sdk-nodejs";
if (err.code === "AuthFailure.SignatureExpired" || err.code === "${known}") {}
`;

describe("the server in VS Code", () => {
  before(function () {
    if (process.platform === "win32") this.skip();
  });
  afterEach(closeAll);

  it("is restarted with its state when it is killed", async () => {
    const { document } = await show("typescript", misspelled);
    await waitForWarning(document);
    const before = await serverPids();
    assert.equal(before.length, 1);
    for (const pid of before) process.kill(pid, "SIGKILL");
    await waitForNewServer(before);
    await waitForWarning(document);
    assert.match(await hoverText(document, known), /AuthFailure\.TokenFailure/);
  });

  it("is restarted on command, as one process", async () => {
    const { document } = await show("typescript", misspelled);
    await waitForWarning(document);
    const before = await serverPids();
    await commands.executeCommand("errorCodes.restart");
    await waitForNewServer(before);
    await waitForWarning(document);
    await eventually("one server", async () => (await serverPids()).length === 1 || undefined);
  });

  it("logs to the output channel when it is running and when it has stopped", async () => {
    const logged: string[] = [];
    let change: (event: { newState: number }) => void = () => {};
    const client = {
      start: async () => change({ newState: 2 }),
      onDidChangeState: (listener: typeof change) => {
        change = listener;
      },
    };
    const output = { info: (text: string) => logged.push(text) };
    const server = new Server(
      output as unknown as LogOutputChannel,
      async () => client as unknown as BaseLanguageClient,
    );
    await server.start();
    change({ newState: 1 });
    assert.deepEqual(logged, ["The language server is running.", "The language server has stopped."]);
    server.dispose();
  });

  it("logs the messages of the protocol if the setting is on, whatever the level of the channel", async () => {
    const settings = workspace.getConfiguration("errorCodes");
    const logged: string[] = [];
    const channel = {
      logLevel: LogLevel.Info,
      onDidChangeLogLevel: () => ({ dispose() {} }),
      info: (text: string) => logged.push(`info ${text}`),
      trace: (text: string) => logged.push(`trace ${text}`),
    };
    const context = { subscriptions: [] as { dispose(): unknown }[] };
    const trace = createTraceChannel(
      context as unknown as ExtensionContext,
      channel as unknown as LogOutputChannel,
    );
    const levels: LogLevel[] = [];
    trace.onDidChangeLogLevel((level) => levels.push(level));
    trace.trace("one");
    assert.equal(trace.logLevel, LogLevel.Info);
    await settings.update("trace.server", "messages", ConfigurationTarget.Global);
    await eventually("the level", () => levels.includes(LogLevel.Trace) || undefined);
    trace.trace("two");
    await settings.update("trace.server", undefined, ConfigurationTarget.Global);
    await eventually("the level", () => levels.at(-1) === LogLevel.Info || undefined);
    assert.deepEqual(logged, ["trace one", "info two"]);
    for (const one of context.subscriptions) one.dispose();
  });
});
