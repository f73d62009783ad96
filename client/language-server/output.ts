import {
  EventEmitter,
  type ExtensionContext,
  LogLevel,
  type LogOutputChannel,
  window,
  workspace,
} from "vscode";

const setting = "errorCodes.trace.server";

/** The output channel, with levels. */
export function createOutput({ subscriptions }: ExtensionContext): LogOutputChannel {
  const channel = window.createOutputChannel("Error Code IntelliSense", { log: true });
  subscriptions.push(channel);
  return channel;
}

/** The channel as the client's tracer sees it: the setting alone is enough, whatever the level of the channel. */
export function tracing({ subscriptions }: ExtensionContext, channel: LogOutputChannel): LogOutputChannel {
  const changed = new EventEmitter<LogLevel>();
  const isWanted = () => workspace.getConfiguration().get(setting, "off") !== "off";
  const trace: LogOutputChannel = Object.create(channel, {
    logLevel: { get: () => (isWanted() ? LogLevel.Trace : channel.logLevel) },
    onDidChangeLogLevel: { value: changed.event },
    trace: { value: (message: string) => (isWanted() ? channel.info(message) : channel.trace(message)) },
  });
  subscriptions.push(
    changed,
    channel.onDidChangeLogLevel(() => changed.fire(trace.logLevel)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) changed.fire(trace.logLevel);
    }),
  );
  return trace;
}
