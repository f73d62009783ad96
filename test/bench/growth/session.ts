import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { startServer } from "../../../server/server.ts";
import { nodeHost } from "../../../server/workspace/host.node.ts";
import { OpenDocument } from "../../server/harness/open-document.ts";

const dist = join(import.meta.dirname, "../../../dist");

/** What an editor with all abilities announces. */
const capabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
    completion: {
      completionItem: { labelDetailsSupport: true, resolveSupport: { properties: ["documentation"] } },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
};

/** A connection to a server in this process: only there can its CPU time be told from that of the parser. */
export class Session {
  readonly connection: ProtocolConnection;
  readonly #folder: string | undefined;
  #count = 0;

  private constructor(connection: ProtocolConnection, folder: string | undefined) {
    this.connection = connection;
    this.#folder = folder;
  }

  /** Starts a server; `folder` is the path of the workspace folder. */
  static async start(folder?: string): Promise<Session> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), nodeHost(dist));
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    connection.onRequest("client/registerCapability", () => null);
    connection.onRequest("window/workDoneProgress/create", () => null);
    connection.listen();
    await connection.sendRequest("initialize", {
      processId: null,
      rootUri: folder === undefined ? null : pathToFileURL(folder).href,
      capabilities,
      locale: "en",
      initializationOptions: { settings: { inlayHints: { enabled: true } } },
    });
    await connection.sendNotification("initialized", {});
    return new Session(connection, folder);
  }

  /** Opens a document of a language in the workspace folder, under a name that is new unless it is given. */
  async open(language: string, text: string, name = `file-${++this.#count}.txt`): Promise<OpenDocument> {
    const uri = pathToFileURL(join(this.#folder ?? "/project", name)).href;
    const document = TextDocument.create(uri, language, 1, text);
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: language, version: 1, text },
    });
    return new OpenDocument(this.connection, document, { line: 0, character: 0 });
  }
}
