import type { ExtensionContext, TextDocument } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";

/** Selects output channels, and log files of any URI scheme. */
export const logSelector = [{ scheme: "output" }, { language: "log" }];

type Options = Required<Pick<LanguageClientOptions, "middleware" | "diagnosticPullOptions">>;

/**
 * Returns client options that keep the extension's own output channel from the server: each message to the server can
 * be logged there, and that change would be sent as another message. Codes in a log are output, not source code, so no
 * diagnostics are requested for it.
 */
export function logOptions({ extension }: ExtensionContext): Options {
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
