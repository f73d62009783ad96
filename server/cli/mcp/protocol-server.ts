import {
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type InputRequiredResult,
  inputRequired,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  Server,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { ToolResult } from "../../protocol/index.ts";

/** A tool as the protocol lists it; its schemas are JSON Schemas of objects. */
interface ListedTool {
  name: string;
  title: string;
  description: string;
  inputSchema: { type: "object" };
  outputSchema: { type: "object" };
}

/** The roots that a client stated: the URIs of the folders that it works in; undefined if it did not state any. */
export type Roots = readonly string[] | undefined;

/** What is served, without anything of the protocol. */
export interface AgentService {
  version: string;
  /** Tells a model what the server is for. */
  instructions: string;
  /** Whether the client is asked for its roots. */
  usesRoots: boolean;
  tools: readonly ListedTool[];
  templates: readonly { uriTemplate: string; name: string; title: string; description: string }[];
  /** The media type of all resources. */
  mimeType: string;
  /** Calls a tool; what cannot be answered is a text that tells why. */
  call(name: string, input: unknown, roots: Roots, signal: AbortSignal): Promise<ToolResult>;
  resources(roots: Roots): Promise<{ uri: string; name: string; title: string; description: string }[]>;
  read(uri: string, roots: Roots): Promise<string | undefined>;
  complete(part: string, value: string, parts: Record<string, string>, roots: Roots): Promise<string[]>;
}

/** How long the client may take to state its roots, in milliseconds. */
const rootsTimeout = 10_000;
const maximumRoots = 100;
/** The key of the roots among the answers of a client. */
const rootsKey = "roots";

/** Serves agents over standard streams, until the client closes them. Bundled separately, with the library. */
export async function serveAgents(service: AgentService): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    process.stdin.once("end", resolve).once("close", resolve);
  });
  const onerror = (error: Error) => console.error(`error-codes: ${error.message}`);
  const handle = serveStdio(() => serverOf(service), { onerror });
  await ended;
  await handle.close();
}

function serverOf(service: AgentService): Server {
  const { version, instructions, tools, templates, mimeType } = service;
  const server = new Server(
    { name: "error-codes", title: "Error Code IntelliSense", version },
    { instructions, capabilities: { tools: {}, resources: {}, completions: {} } },
  );
  const roots = new ClientRoots(server, service.usesRoots);
  server.setRequestHandler("tools/list", () => ({
    tools: tools.map((tool) => ({
      ...tool,
      annotations: { readOnlyHint: true, openWorldHint: false, idempotentHint: true, destructiveHint: false },
    })),
  }));
  server.setRequestHandler(
    "tools/call",
    async ({ params }, context): Promise<CallToolResult | InputRequiredResult> => {
      if (!tools.some(({ name }) => name === params.name))
        throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool '${params.name}'.`);
      const asked = await roots.of(context);
      if (asked.demand) return asked.demand;
      const { signal } = context.mcpReq;
      const { answer, failure } = await service.call(params.name, params.arguments, asked.roots, signal);
      if (!answer) return { content: [{ type: "text", text: failure ?? "" }], isError: true };
      return {
        content: [{ type: "text", text: JSON.stringify(answer) }],
        structuredContent: answer as Record<string, unknown>,
      };
    },
  );
  server.setRequestHandler("resources/templates/list", () => ({
    resourceTemplates: templates.map((one) => ({ ...one, mimeType })),
  }));
  server.setRequestHandler("resources/list", async () => {
    const all = await service.resources(roots.known);
    return { resources: all.map((one) => ({ ...one, mimeType })) };
  });
  server.setRequestHandler("resources/read", async ({ params: { uri } }, context) => {
    const asked = await roots.of(context);
    if (asked.demand) return asked.demand;
    const text = await service.read(uri, asked.roots);
    if (text === undefined) throw new ResourceNotFoundError(uri);
    return { contents: [{ uri, mimeType, text }] };
  });
  server.setRequestHandler("completion/complete", async ({ params: { argument, context } }) => {
    const values = await service.complete(
      argument.name,
      argument.value,
      context?.arguments ?? {},
      roots.known,
    );
    return { completion: { values } };
  });
  server.setNotificationHandler("notifications/roots/list_changed", () => roots.forget());
  return server;
}

/** The roots of a client, which are asked for once and again after they changed. */
class ClientRoots {
  readonly #server: Server;
  readonly #isUsed: boolean;
  #known: Roots;
  #isKnown = false;

  constructor(server: Server, isUsed: boolean) {
    this.#server = server;
    this.#isUsed = isUsed;
  }

  get known(): Roots {
    return this.#known;
  }

  forget(): void {
    this.#isKnown = false;
  }

  /**
   * Returns the roots for a request, or what the client has to send along when it repeats the request: from the protocol
   * of 2026-07 on, a server sends no requests of its own.
   */
  async of({ mcpReq }: ServerContext): Promise<{ roots: Roots; demand?: InputRequiredResult }> {
    const { envelope, inputResponses } = mcpReq;
    const stated = (envelope as Record<string, unknown> | undefined)?.[CLIENT_CAPABILITIES_META_KEY];
    const capabilities = (stated ?? this.#server.getClientCapabilities()) as ClientCapabilities | undefined;
    if (this.#isKnown || !this.#isUsed || !capabilities?.roots) return { roots: this.#known };
    if (envelope) {
      const answer = inputResponses?.[rootsKey];
      if (answer === undefined) {
        const demand = inputRequired({ inputRequests: { [rootsKey]: inputRequired.listRoots() } });
        return { roots: undefined, demand };
      }
      this.#learn(answer);
    } else {
      // A client can announce roots and then refuse to state them.
      this.#learn(await this.#server.listRoots(undefined, { timeout: rootsTimeout }).catch(() => undefined));
    }
    return { roots: this.#known };
  }

  /** Takes the roots from an answer of the client, which can be anything. */
  #learn(answer: unknown): void {
    const stated =
      typeof answer === "object" && answer !== null && "roots" in answer ? answer.roots : undefined;
    const uris = Array.isArray(stated)
      ? stated
          .slice(0, maximumRoots)
          .flatMap((root) => (typeof root?.uri === "string" ? [root.uri as string] : []))
      : [];
    const folders = uris.filter((uri) => /^file:\/\//i.test(uri));
    this.#known = folders.length > 0 ? folders : undefined;
    this.#isKnown = true;
  }
}
