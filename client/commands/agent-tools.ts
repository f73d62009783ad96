import {
  type ExtensionContext,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  l10n,
  lm,
  MarkdownString,
} from "vscode";
import { shortened } from "../../catalog/text/shortened.ts";
import { type ToolResult, toolRequest } from "../../server/protocol/index.ts";
import type { Server } from "../language-server/server.ts";

/** How much of a path that a model wrote is shown, in UTF-16 units. */
const longestPath = 200;

/** What the names of the tools in the manifest begin with, since those of all extensions have to differ. */
const prefix = "errorCodes_";

/** Registers the tools that the manifest declares for language models; the server answers them. */
export function registerAgentTools({ extension, subscriptions }: ExtensionContext, server: Server): void {
  const declared: { name: string }[] = extension.packageJSON.contributes.languageModelTools;
  for (const { name } of declared)
    subscriptions.push(lm.registerTool(name, toolNamed(name.slice(prefix.length), server)));
}

function toolNamed(tool: string, server: Server): LanguageModelTool<object> {
  return {
    prepareInvocation: ({ input }) => ({
      invocationMessage: l10n.t("Asking Error Code IntelliSense"),
      ...(tool === "check" && !("text" in input) ? { confirmationMessages: confirmationOf(input) } : {}),
    }),
    async invoke({ input }, token) {
      const { answer, failure } = await server.sendRequest<ToolResult>(toolRequest, { tool, input }, token);
      // A model reads the message of an error, and can call again.
      if (!answer) throw new Error(failure);
      return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(answer))]);
    },
  };
}

/** Returns the question whether files may be read, which the user answers before it happens. */
function confirmationOf(input: { path?: unknown }) {
  const path = typeof input.path === "string" ? input.path : undefined;
  const message =
    path === undefined
      ? l10n.t("Read the files of the workspace and tell the model what is wrong with their error codes?")
      : l10n.t(
          "Read {0} and tell the model what is wrong with its error codes?",
          shortened(path, longestPath),
        );
  return { title: l10n.t("Check Error Codes"), message: new MarkdownString().appendText(message) };
}
