import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const server = join(import.meta.dirname, "../../../dist/server.js");

interface RawMessage {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string };
}

/** A client without a library, which can send anything to the server, and answers its requests with errors. */
export class RawClient {
  /** All messages of the server, in their order. */
  readonly received: RawMessage[] = [];
  readonly #process: ChildProcess;
  #bytes = Buffer.alloc(0);
  #count = 0;
  /** What the server wrote to standard error. */
  log = "";
  /** The exit code or signal of the server; undefined while it runs. */
  exit: number | string | null | undefined;

  constructor(program = server) {
    this.#process = spawn(process.execPath, [program, "--stdio"]);
    this.#process.stdout?.on("data", (data: Buffer) => this.#receive(data));
    this.#process.stderr?.on("data", (data) => {
      this.log += data;
    });
    this.#process.stdin?.on("error", () => {});
    this.#process.on("exit", (code, signal) => {
      this.exit = code ?? signal;
    });
  }

  /** Starts a server that may send every kind of request. */
  static async start(folder: string | null = null): Promise<RawClient> {
    const client = new RawClient();
    const workspaceFolders =
      folder === null ? null : [folder, `${folder}/b`].map((uri) => ({ uri, name: uri }));
    await client.request("initialize", { processId: null, rootUri: folder, workspaceFolders, capabilities });
    client.send({ method: "initialized", params: {} });
    return client;
  }

  /** Writes bytes, whatever they are. */
  write(bytes: string | Buffer): void {
    this.#process.stdin?.write(bytes);
  }

  send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  /** Sends a request and returns the response; throws if there is none within 5 seconds. */
  async request(method: string, params?: unknown): Promise<RawMessage> {
    const id = ++this.#count;
    this.send({ id, method, params });
    for (const end = Date.now() + 5000; Date.now() < end && this.exit === undefined; ) {
      const found = this.received.find((message) => message.id === id && message.method === undefined);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    throw new Error(`No answer to ${method} ${JSON.stringify(params)}; exit: ${this.exit}. ${this.log}`);
  }

  open(uri: string, text: string, languageId = "typescript"): void {
    this.send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId, version: 1, text } },
    });
  }

  hover(uri: string, line: number, character: number): Promise<RawMessage> {
    return this.request("textDocument/hover", { textDocument: { uri }, position: { line, character } });
  }

  stop(): void {
    this.#process.kill("SIGKILL");
  }

  #receive(data: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, data]);
    for (;;) {
      const end = this.#bytes.indexOf("\r\n\r\n") + 4;
      const length = Number(
        /Content-Length: (\d+)/.exec(this.#bytes.toString("latin1", 0, Math.max(0, end)))?.[1],
      );
      if (end < 4 || this.#bytes.length < end + length) return;
      const message: RawMessage = JSON.parse(this.#bytes.toString("utf8", end, end + length));
      this.#bytes = this.#bytes.subarray(end + length);
      this.received.push(message);
      if (message.id !== undefined && message.method !== undefined)
        this.send({ id: message.id, error: { code: -32000, message: `refused: ${message.method}` } });
    }
  }
}

const capabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true },
  textDocument: { diagnostic: {} },
};
