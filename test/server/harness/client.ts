import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  type ShowMessageParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { changedNotification } from "../../../server/protocol/index.ts";
import { OpenDocument } from "./open-document.ts";

/** What a notification of progress holds. */
interface ProgressParams {
  token: number | string;
  value: unknown;
}

const server = join(import.meta.dirname, "../../../dist/server.js");

/** How a client starts the server: the parameters of `initialize`, and options of the process. */
export interface StartOptions {
  capabilities?: ClientCapabilities;
  locale?: string;
  initializationOptions?: unknown;
  /** The path of the workspace folder. */
  folder?: string;
  /** The names of folders below `folder` that are the workspace folders instead of it. */
  folders?: string[];
  /** Node.js options of the server process. */
  nodeOptions?: readonly string[];
  /** Arguments of the server, besides those that say how it is connected. */
  serverArguments?: readonly string[];
  /** Environment variables of the server process, besides those of the test. */
  env?: NodeJS.ProcessEnv;
  /** What the client answers to requests of the server, by method. */
  answers?: Record<string, () => unknown>;
}

/** The capabilities of a client that requests diagnostics, and the documentation of the completion that is chosen. */
const pullDiagnostics: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { resolveSupport: { properties: ["documentation"] } } },
  },
};

/** A language client for tests: it runs the built server as a process of its own, over a real connection. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  /** The capabilities that the server registered dynamically. */
  readonly registered: Registration[] = [];
  /** The messages that the server showed. */
  readonly shownMessages: string[] = [];
  /** The kinds of the progress notifications that the server sent. */
  readonly progress: string[] = [];
  /** The partial results that the server sent, with their tokens. */
  readonly parts: ProgressParams[] = [];
  /** The methods of the requests that were answered as `answers` says. */
  readonly asked: string[] = [];
  /** How often the server notified that lists and pages may be out of date. */
  changes = 0;
  initialized: InitializeResult | undefined;
  #count = 0;

  constructor(
    nodeOptions: readonly string[] = [],
    serverArguments: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
  ) {
    const args = [...nodeOptions, server, "--stdio", ...serverArguments];
    this.#process = spawn(process.execPath, args, {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, ...env },
    });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error("The server has no standard streams.");
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.#published.set(params.uri, params);
    });
    this.connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations);
    });
    this.connection.onRequest("workspace/diagnostic/refresh", () => null);
    this.connection.onRequest("window/workDoneProgress/create", () => null);
    this.connection.onNotification("window/showMessage", ({ message }: ShowMessageParams) => {
      this.shownMessages.push(message);
    });
    this.connection.onNotification("$/progress", ({ token, value }: ProgressParams) => {
      const { kind } = value as { kind?: string };
      if (kind !== undefined) this.progress.push(kind);
      else this.parts.push({ token, value });
    });
    this.connection.onNotification(changedNotification, () => {
      this.changes++;
    });
    this.connection.listen();
  }

  static async start({
    capabilities = pullDiagnostics,
    locale = "en",
    initializationOptions,
    folder,
    folders,
    nodeOptions,
    serverArguments,
    env,
    answers = {},
  }: StartOptions = {}) {
    const client = new Client(nodeOptions, serverArguments, env);
    for (const [method, answer] of Object.entries(answers))
      client.connection.onRequest(method, () => {
        client.asked.push(method);
        return answer();
      });
    client.initialized = await client.connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: folder ? pathToFileURL(folder).href : null,
      ...(folder && folders
        ? {
            workspaceFolders: folders.map((name) => ({ name, uri: pathToFileURL(join(folder, name)).href })),
          }
        : {}),
      capabilities,
      locale,
      initializationOptions: { wantsChanges: true, ...(initializationOptions as object | undefined) },
    });
    await client.connection.sendNotification("initialized", {});
    return client;
  }

  /** The id of the server process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    const exited = once(this.#process, "exit");
    await this.connection.sendNotification("exit");
    await exited;
    this.connection.dispose();
  }

  /** Ends the server at once, as if it did not answer any more. */
  kill(): void {
    this.connection.dispose();
    this.#process.kill("SIGKILL");
  }

  /** Opens a document; a `|` in `marked` is the cursor and not part of the text. `at` is the URI. */
  async open(languageId: string, marked: string, at?: string): Promise<OpenDocument> {
    const offset = marked.indexOf("|");
    const text = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
    const uri = at ?? pathToFileURL(`/project/file-${++this.#count}.txt`).href;
    const document = TextDocument.create(uri, languageId, 1, text);
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
    return new OpenDocument(this.connection, document, document.positionAt(Math.max(0, offset)));
  }

  /** Waits until a condition holds, for 30 seconds at most; `what` describes the condition. */
  async waitUntil(what: string, holds: () => boolean): Promise<void> {
    for (const limit = Date.now() + 30_000; Date.now() < limit; ) {
      if (holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Timed out waiting for this: ${what}.`);
  }

  /** Returns the diagnostics that the server published last for a document. */
  publishedFor(uri: string): Diagnostic[] | undefined {
    return this.#published.get(uri)?.diagnostics;
  }

  /** Waits until the server has published diagnostics for a version of a document, for 30 seconds at most. */
  async published(uri: string, version: number): Promise<Diagnostic[]> {
    for (const until = Date.now() + 30_000; Date.now() < until; ) {
      const found = this.#published.get(uri);
      if (found?.version === version) return found.diagnostics;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`No diagnostics were published for ${uri} in version ${version}.`);
  }
}
