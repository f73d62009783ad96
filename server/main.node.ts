import { Console } from "node:console";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { Frames, WholeMessages } from "./frames.node.ts";
import { checkedMessages } from "./messages.ts";
import { startServer } from "./server.ts";
import { nodeHost } from "./workspace/host.node.ts";
import { writeCompiledCode } from "./workspace/storage/compiled-code.node.ts";

/** When, in milliseconds after the start, an editor has asked most of what it asks of one file. */
const settled = 20_000;

const connection = connect();
// A client may answer any request with an error. One that nothing waits for must not end the process.
process.on("unhandledRejection", (reason) => connection.console.error(String(reason)));
startServer(connection, nodeHost(__dirname));
// Many editors kill a server in place of ending it.
setTimeout(writeCompiledCode, settled).unref();

function connect() {
  const options = { messageStrategy: checkedMessages() };
  if (!process.argv.includes("--stdio")) return createConnection(ProposedFeatures.all, options);
  // What a library prints must not stand between the messages.
  globalThis.console = new Console(process.stderr);
  const frames = new Frames((bytes) => console.error(`Ignored ${bytes} bytes that are not a message.`));
  const output = new WholeMessages(process.stdout);
  return createConnection(ProposedFeatures.all, process.stdin.pipe(frames), output, options);
}
