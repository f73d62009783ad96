import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type RegistrationParams,
  type ShowMessageParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { changedNotification } from "../../server/protocol.ts";

const server = join(import.meta.dirname, "../../dist/server.js");

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

/** What actions are asked for. */
interface Ask {
  range?: Range;
  only?: string[];
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
    return new Open(this, document, document.positionAt(Math.max(0, offset)));
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

/** An open document, with what a user does in it. */
export class Open {
  readonly client: Client;
  readonly cursor: Position;
  document: TextDocument;

  constructor(client: Client, document: TextDocument, cursor: Position) {
    this.client = client;
    this.document = document;
    this.cursor = cursor;
  }

  get text(): string {
    return this.document.getText();
  }

  #ask<T>(method: string, more: object = {}): Promise<T> {
    return this.client.connection.sendRequest<T>(method, {
      textDocument: { uri: this.document.uri },
      ...more,
    });
  }

  async change(contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = this.document.version + 1;
    this.document = TextDocument.update(this.document, contentChanges, version);
    const textDocument = { uri: this.document.uri, version };
    await this.client.connection.sendNotification("textDocument/didChange", { textDocument, contentChanges });
  }

  async close(): Promise<void> {
    const textDocument = { uri: this.document.uri };
    await this.client.connection.sendNotification("textDocument/didClose", { textDocument });
  }

  hover(position = this.cursor): Promise<Hover | null> {
    return this.#ask("textDocument/hover", { position });
  }

  /** What a hover says and the text it marks. */
  async hovered(position = this.cursor): Promise<{ text: string; marked: string } | undefined> {
    const hover = await this.hover(position);
    if (!hover) return undefined;
    const text = (hover.contents as { value: string }).value;
    return { text, marked: hover.range ? this.document.getText(hover.range) : "" };
  }

  async complete(position = this.cursor): Promise<CompletionItem[]> {
    const list = await this.#ask<CompletionList | null>("textDocument/completion", { position });
    return list?.items ?? [];
  }

  resolve(item: CompletionItem): Promise<CompletionItem> {
    return this.client.connection.sendRequest("completionItem/resolve", item);
  }

  async diagnose(): Promise<Diagnostic[]> {
    const report = await this.#ask<DocumentDiagnosticReport>("textDocument/diagnostic");
    return report.kind === "full" ? report.items : [];
  }

  fixes(diagnostics: Diagnostic[]): Promise<CodeAction[]> {
    const range = diagnostics[0]?.range;
    return this.#ask("textDocument/codeAction", { range, context: { diagnostics } });
  }

  /** The actions that an editor shows at the cursor, or at a range: it hands on the diagnostics there. */
  async actions({ range = { start: this.cursor, end: this.cursor }, only }: Ask = {}): Promise<CodeAction[]> {
    const all = await this.diagnose();
    const { document } = this;
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const diagnostics = all.filter(
      (one) => document.offsetAt(one.range.start) <= to && from <= document.offsetAt(one.range.end),
    );
    return this.#ask("textDocument/codeAction", {
      range,
      context: { diagnostics, ...(only ? { only } : {}) },
    });
  }

  /** An action with its edit, asked for as an editor does that left it for later. */
  chosen(action: CodeAction): Promise<CodeAction> {
    return action.edit
      ? Promise.resolve(action)
      : this.client.connection.sendRequest("codeAction/resolve", action);
  }

  /** The text after an action, which edits this document alone. */
  async done(action: CodeAction): Promise<string> {
    const { edit } = await this.chosen(action);
    const edits = (edit?.documentChanges ?? []).flatMap((change): TextEdit[] => {
      if (!("edits" in change)) throw new Error(`The action also asks for this: ${change.kind}.`);
      const { uri, version } = change.textDocument;
      if (uri !== this.document.uri || version !== this.document.version)
        throw new Error(`The action edits ${uri} in version ${version}.`);
      return change.edits as TextEdit[];
    });
    return this.after(...(edit?.changes?.[this.document.uri] ?? edits));
  }

  /** The text after an edit. */
  after(...edits: TextEdit[]): string {
    return TextDocument.applyEdits(this.document, edits);
  }
}
