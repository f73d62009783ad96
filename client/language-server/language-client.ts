import { commands, type ExtensionContext, type LogOutputChannel, l10n, window, workspace } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from "vscode-languageclient";
import type { InitializationOptions } from "../../server/protocol/index.ts";
import { logSelector, readingLogs } from "./logs.ts";
import { tracing } from "./output.ts";
import { scheme } from "./page-address.ts";
import { documentSelector } from "./selector.ts";

/** A server that ends more often than this within the span, in milliseconds, would end again. */
const maximumEnds = 4;
const span = 3 * 60_000;

/** What every platform's client is made with. */
export function optionsFor(context: ExtensionContext, output: LogOutputChannel): LanguageClientOptions {
  const initializationOptions = (): InitializationOptions => ({
    detailsCommand: "errorCodes.showDetails",
    detailsScheme: scheme,
    restricted: !workspace.isTrusted,
    asksUnbidden: true,
  });
  return {
    ...readingLogs(context),
    documentSelector: [...documentSelector, ...logSelector],
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: ["errorCodes.showDetails"] } },
    synchronize: { configurationSection: "errorCodes" },
    errorHandler: recovery(),
    outputChannel: output,
    traceOutputChannel: tracing(context, output),
    // A request that failed is written down, and nobody is interrupted.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

/** Brings a server that ended back, silently; one that keeps ending stays down, and the user is told so once. */
function recovery(): ErrorHandler {
  let ends: number[] = [];
  return {
    // What cannot be read or written any more ends the connection too, and is seen to there.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: (): CloseHandlerResult => {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < span), now];
      if (ends.length <= maximumEnds) return { action: CloseAction.Restart, handled: true };
      ends = [];
      tell().catch((error) => console.error(error));
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function tell(): Promise<void> {
  const restart = l10n.t("Restart");
  const output = l10n.t("Show Output");
  const answer = await window.showWarningMessage(
    l10n.t("The error code server stopped several times and is not restarted any more."),
    restart,
    output,
  );
  if (answer === restart) await commands.executeCommand("errorCodes.restart");
  if (answer === output) await commands.executeCommand("errorCodes.showOutput");
}
