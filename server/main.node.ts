import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "./server.ts";
import { nodeHost } from "./workspace/host.node.ts";

startServer(createConnection(ProposedFeatures.all), nodeHost(__dirname));
