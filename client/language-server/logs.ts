import type { ExtensionContext, TextDocument } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";

/** Output channels, and log files wherever they come from. */
export const logSelector = [{ scheme: "output" }, { language: "log" }];

type Options = Required<Pick<LanguageClientOptions, "middleware" | "diagnosticPullOptions">>;

/**
 * Reads output channels but our own: each message to the server can be logged there, and would be a change that is
 * another message. What is only said in a log is nothing to report on, so its problems are not asked for.
 */
export function readingLogs({ extension }: ExtensionContext): Options {
  const isOwn = ({ uri }: TextDocument) => uri.scheme === "output" && uri.path.includes(extension.id);
  return {
    middleware: {
      didOpen: async (document, next) => {
        if (!isOwn(document)) await next(document);
      },
      didChange: async (event, next) => {
        if (!isOwn(event.document)) await next(event);
      },
      didClose: async (document, next) => {
        if (!isOwn(document)) await next(document);
      },
    },
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      onFocus: true,
      filter: ({ uri, languageId }) => uri.scheme === "output" || languageId === "log",
    },
  };
}
