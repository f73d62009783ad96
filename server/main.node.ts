import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeHost } from "./host.node.ts";
import { startServer } from "./server.ts";

startServer(createConnection(ProposedFeatures.all), nodeHost(__dirname));
