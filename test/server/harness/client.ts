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
import { Open } from "./open-document.ts";

const server = join(import.meta.dirname, "../../../dist/server.js");

/** What a client may say of itself when it starts the server. */
export interface Start {
  capabilities?: ClientCapabilities;
  locale?: string;
  initializationOptions?: unknown;
  /** The folder of the workspace. */
  folder?: string;
  /** The names of folders below it that are those of the workspace in its place. */
  folders?: string[];
  /** Options of Node for the server's process. */
  nodeOptions?: readonly string[];
}

const pulling: ClientCapabilities = { textDocument: { diagnostic: {} } };

/** A language client for tests: the built server as its own process, over a real connection. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  /** The capabilities that the server asked for after it started. */
  readonly registered: Registration[] = [];
  /** The messages that the server showed, and the kinds of progress that it told. */
  readonly shown: string[] = [];
  readonly progress: string[] = [];
  /** How often the server told that lists and pages may say something else. */
  changes = 0;
  initialized: InitializeResult | undefined;
  #count = 0;

  constructor(nodeOptions: readonly string[] = []) {
    const args = [...nodeOptions, server, "--stdio"];
    this.#process = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
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
    this.connection.onRequest("window/showMessageRequest", ({ message }: ShowMessageParams) => {
      this.shown.push(message);
      return null;
    });
    this.connection.onNotification("$/progress", ({ value }: { value: { kind: string } }) => {
      this.progress.push(value.kind);
    });
    this.connection.onNotification(changedNotification, () => {
      this.changes++;
    });
    this.connection.listen();
  }

  static async start({
    capabilities = pulling,
    locale = "en",
    initializationOptions,
    folder,
    folders,
    nodeOptions,
  }: Start = {}) {
    const client = new Client(nodeOptions);
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
      initializationOptions,
    });
    await client.connection.sendNotification("initialized", {});
    return client;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    const exited = once(this.#process, "exit");
    await this.connection.sendNotification("exit");
    await exited;
    this.connection.dispose();
  }

  /** Opens a text; a `|` in it is the cursor and not part of the text. */
  async open(languageId: string, marked: string, at?: string): Promise<Open> {
    const offset = marked.indexOf("|");
    const text = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
    const uri = at ?? pathToFileURL(`/project/file-${++this.#count}.txt`).href;
    const document = TextDocument.create(uri, languageId, 1, text);
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
    return new Open(this.connection, document, document.positionAt(Math.max(0, offset)));
  }

  /** Waits, with a limit, until something that the test names is so. */
  async until(what: string, isSo: () => boolean): Promise<void> {
    for (const limit = Date.now() + 5000; Date.now() < limit; ) {
      if (isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`It never came to this: ${what}.`);
  }

  /** What the server published last for a document, without being asked. */
  publishedFor(uri: string): Diagnostic[] | undefined {
    return this.#published.get(uri)?.diagnostics;
  }

  /** The diagnostics that the server published for a document of a version, waited for with a limit. */
  async published(uri: string, version: number): Promise<Diagnostic[]> {
    for (const until = Date.now() + 5000; Date.now() < until; ) {
      const found = this.#published.get(uri);
      if (found?.version === version) return found.diagnostics;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`No diagnostics were published for ${uri} in version ${version}.`);
  }
}
