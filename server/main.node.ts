import { Console } from "node:console";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { EncodedPositions } from "./encoded-positions.ts";
import { Frames, WholeMessages } from "./frames.node.ts";
import { checkedMessages } from "./messages.ts";
import { startServer } from "./server.ts";
import { TranslatingWriter } from "./translating-writer.ts";
import { nodeHost } from "./workspace/host.node.ts";
import { storageIn, writeCompiledCode } from "./workspace/storage/compiled-code.node.ts";

/** When, in milliseconds after the start, an editor has asked most of what it asks of one file. */
const settled = 20_000;

const positions = new EncodedPositions();
/** Whether messages pass through streams of our own, where positions can be translated. */
const isStdio = process.argv.includes("--stdio");
const connection = connect();
// A client may answer any request with an error. One that nothing waits for must not end the process.
process.on("unhandledRejection", (reason) => connection.console.error(String(reason)));
startServer(
  connection,
  nodeHost(__dirname, undefined, storageIn(process.argv)),
  isStdio ? positions : undefined,
);
// Many editors kill a server in place of ending it.
setTimeout(writeCompiledCode, settled).unref();

function connect() {
  const options = { messageStrategy: checkedMessages(positions) };
  if (!isStdio) return createConnection(ProposedFeatures.all, options);
  // What a library prints must not stand between the messages.
  globalThis.console = new Console(process.stderr);
  const frames = new Frames((bytes) => console.error(`Ignored ${bytes} bytes that are not a message.`));
  const reader = new StreamMessageReader(process.stdin.pipe(frames));
  const writer = new TranslatingWriter(new StreamMessageWriter(new WholeMessages(process.stdout)), positions);
  return createConnection(ProposedFeatures.all, reader, writer, options);
}
