import { tools } from "../agents/index.ts";
import { answerCall, type ToolContext } from "../agents/tool.ts";
import { type ToolParams, type ToolResult, toolRequest } from "../protocol/index.ts";
import type { Feature } from "./feature.ts";

/** Answers what language models ask in the editor: the same tools that `error-codes mcp` serves. */
export const agentTools: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents } = context;
    const toolContext: ToolContext = { ...context, openText: (uri) => documents.get(uri)?.text };
    connection.onRequest(
      toolRequest,
      async ({ tool: name, input }: ToolParams, token): Promise<ToolResult> => {
        const tool = tools.find((one) => one.name === name);
        return tool
          ? answerCall(tool, input, toolContext, token)
          : { failure: `There is no tool '${name}'.` };
      },
    );
  },
};
