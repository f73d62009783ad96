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
import { languageSettings } from "./language-settings.ts";
import { logOptions, logSelector } from "./logs.ts";
import { movedFiles } from "./moved-files.ts";
import { createTraceChannel } from "./output.ts";
import { pageScheme } from "./page-uri.ts";
import { documentSelector } from "./selector.ts";
import { unfinishedLists } from "./unfinished-lists.ts";

/** A server that stops more often than `maximumStops` within `stopWindow` milliseconds is not restarted. */
const maximumStops = 4;
const stopWindow = 3 * 60_000;

/** Returns the client options that are the same on every platform. */
export function clientOptions(context: ExtensionContext, output: LogOutputChannel): LanguageClientOptions {
  const initializationOptions = (): InitializationOptions => ({
    detailsCommand: "errorCodes.showDetails",
    changeCommand: "errorCodes.changeCode",
    chooseCommand: "errorCodes.addCodes",
    usesCommand: "errorCodes.showUses",
    writtenCommand: "errorCodes.written",
    renameCommand: "errorCodes.rename",
    showsChecks: true,
    detailsScheme: pageScheme,
    restricted: !workspace.isTrusted,
    asksUnbidden: true,
    wantsChanges: true,
  });
  const { middleware, ...logs } = logOptions(context);
  return {
    ...logs,
    middleware: {
      ...middleware,
      ...unfinishedLists,
      workspace: { ...languageSettings, ...movedFiles(context) },
    },
    documentSelector: [...documentSelector, ...folderSelector(), ...logSelector],
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: ["errorCodes.showDetails", "errorCodes.changeCode"] } },
    synchronize: { configurationSection: "errorCodes" },
    errorHandler: createErrorHandler(),
    outputChannel: output,
    traceOutputChannel: createTraceChannel(context, output),
    // Failed requests are logged; the user is not interrupted.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

/** Selects the documents in the file systems of the folders that are open, which can be those of any extension. */
function folderSelector(): { scheme: string }[] {
  const schemes = new Set((workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme));
  return [...schemes].flatMap((scheme) =>
    documentSelector.some((one) => one.scheme === scheme) ? [] : { scheme },
  );
}

/** Restarts a stopped server silently. A server that keeps stopping is not restarted, and the user is notified once. */
function createErrorHandler(): ErrorHandler {
  let stops: number[] = [];
  return {
    // A stream that fails closes the connection too, which `closed` handles.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: (): CloseHandlerResult => {
      const now = Date.now();
      stops = [...stops.filter((stop) => now - stop < stopWindow), now];
      if (stops.length <= maximumStops) return { action: CloseAction.Restart, handled: true };
      stops = [];
      warnOfStops().catch((error) => console.error(error));
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function warnOfStops(): Promise<void> {
  const restart = l10n.t("Restart");
  const output = l10n.t("Show Output");
  const answer = await window.showWarningMessage(
    l10n.t("The error code server stopped several times and will not be restarted."),
    restart,
    output,
  );
  if (answer === restart) await commands.executeCommand("errorCodes.restart");
  if (answer === output) await commands.executeCommand("errorCodes.showOutput");
}
