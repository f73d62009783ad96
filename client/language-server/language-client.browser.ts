import type { ExtensionContext, LogOutputChannel } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
  State,
} from "vscode-languageclient/browser";
import type { WorkerStart } from "../../server/protocol/index.ts";
import { clientOptions } from "./language-client.ts";
import { answerFileCalls, type ServicePort } from "./worker-files.ts";
import { workerScript } from "./worker-script.ts";

/** What is used of the browser: the type libraries of Node.js do not declare it. */
interface Worker {
  postMessage(message: WorkerStart<unknown>, transfer: unknown[]): void;
  terminate(): void;
}
declare const Worker: new (url: string) => Worker;
declare const MessageChannel: new () => { port1: ServicePort; port2: unknown };

/** Creates the client for browsers, with the server in a worker. */
export async function createClient(
  context: ExtensionContext,
  output: LogOutputChannel,
): Promise<LanguageClient> {
  const script = await workerScript(context.extensionUri);
  let worker: Worker | undefined;
  const startWorker = async (): Promise<MessageTransports> => {
    worker?.terminate();
    const url = URL.createObjectURL(script);
    worker = new Worker(url);
    const { port1, port2 } = new MessageChannel();
    answerFileCalls(port1, context.extensionUri);
    worker.postMessage({ files: port2 }, [port2]);
    // In VS Code, `Worker` is a replacement of which no worker is an instance: the library would not recognise it.
    const channel = worker as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
    return { reader: new BrowserMessageReader(channel), writer: new BrowserMessageWriter(channel) };
  };
  const options = clientOptions(context, output);
  const client = new LanguageClient("errorCodes", "Error Code IntelliSense", startWorker, options);
  // The library only closes the connection: the memory of the worker would stay.
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) worker?.terminate();
  });
  return client;
}
