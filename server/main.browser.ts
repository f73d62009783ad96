import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { checkedMessages } from "./messages.ts";
import type { WorkerStart } from "./protocol/index.ts";
import { startServer } from "./server.ts";
import { type FilePort, fileServiceAt } from "./workspace/browser/file-calls.ts";
import { browserHost } from "./workspace/browser/host.ts";

/** What is used of a worker: the type libraries of Node.js do not declare it. */
declare const self: {
  onmessage: ((event: { data: WorkerStart<FilePort> }) => void) | null;
  onunhandledrejection: ((event: { reason: unknown; preventDefault(): void }) => void) | null;
  evaluated?: (module: { exports: unknown }, exports: unknown) => void;
};
declare function importScripts(url: string): void;

// The client first sends the port to its files; all messages after that one are of the protocol.
self.onmessage = ({ data: { files } }) => {
  const port = self as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
  const [reader, writer] = [new BrowserMessageReader(port), new BrowserMessageWriter(port)];
  const options = { messageStrategy: checkedMessages() };
  const connection = createConnection(ProposedFeatures.all, reader, writer, options);
  // A client may answer any request with an error.
  self.onunhandledrejection = (event) => {
    event.preventDefault();
    connection.console.error(String(event.reason));
  };
  startServer(connection, browserHost(fileServiceAt(files), evaluate));
};

/** Evaluates a module of text as a script of its own, which is allowed where code from strings is not. */
function evaluate(source: string): unknown {
  const script = `self.evaluated = (module, exports) => {\n${source}\n};`;
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    importScripts(url);
    const module = { exports: {} };
    self.evaluated?.(module, module.exports);
    return module.exports;
  } finally {
    URL.revokeObjectURL(url);
  }
}
