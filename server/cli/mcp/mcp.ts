import { Console } from "node:console";
import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { toJsonSchema } from "@valibot/to-json-schema";
import { tools } from "../../agents/index.ts";
import {
  completeResource,
  listResources,
  readResource,
  resourceTemplates,
  resourceType,
} from "../../agents/resources.ts";
import { answerCall } from "../../agents/tool.ts";
import { UsageError } from "../usage-error.ts";
import { AgentWorkspace, type WorkspaceOptions } from "./agent-workspace.ts";
import type { AgentService } from "./protocol-server.ts";

const instructions =
  "Knows the error codes of the APIs of Tencent Cloud, Alibaba Cloud, Baidu AI Cloud, Zenlayer Cloud and AWS, and those of the project's own catalogs. Explain a code or a failed response before guessing what it means; ask for the codes of an action before writing its error handling; check files after changing code that compares or retries error codes. Nothing is changed and nothing is sent anywhere.";

/**
 * Runs `mcp`: serves agents over standard streams until the client ends it. The folders that may be read are those given,
 * else the roots of the client, else the working folder.
 */
export async function mcp(paths: string[], options: WorkspaceOptions): Promise<number> {
  // What a library prints must not stand between the messages.
  globalThis.console = new Console(process.stderr);
  const given = paths.map(folderAt);
  const workspace = new AgentWorkspace(given, options);
  const { serveAgents } = await import("./protocol-server.ts");
  await serveAgents(serviceOf(workspace, given.length === 0));
  return 0;
}

function folderAt(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`Cannot read '${path}': there is no such folder.`);
  return pathToFileURL(path).href;
}

function serviceOf(workspace: AgentWorkspace, usesRoots: boolean): AgentService {
  return {
    version: process.env.ERROR_CODES_VERSION ?? "0",
    instructions,
    usesRoots,
    tools: tools.map(({ name, title, description, input, output }) => ({
      name,
      title,
      description,
      inputSchema: { ...toJsonSchema(input, { typeMode: "input", errorMode: "ignore" }), type: "object" },
      outputSchema: { ...toJsonSchema(output, { errorMode: "ignore" }), type: "object" },
    })),
    templates: resourceTemplates,
    mimeType: resourceType,
    async call(name, input, roots, signal) {
      const tool = tools.find((one) => one.name === name);
      if (!tool) return { failure: `There is no tool '${name}'.` };
      return answerCall(tool, input, await workspace.contextFor(roots), tokenOf(signal));
    },
    resources: async (roots) => listResources(await workspace.contextFor(roots)),
    read: async (uri, roots) => readResource(uri, await workspace.contextFor(roots)),
    complete: async (part, value, parts, roots) =>
      completeResource(part, value, parts, await workspace.contextFor(roots)),
  };
}

/** Returns a signal as the token that reading files asks. */
function tokenOf(signal: AbortSignal) {
  return {
    get isCancellationRequested() {
      return signal.aborted;
    },
    onCancellationRequested: (listener: (event: unknown) => void) => {
      signal.addEventListener("abort", listener);
      return { dispose: () => signal.removeEventListener("abort", listener) };
    },
  };
}
