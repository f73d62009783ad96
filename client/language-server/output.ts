import {
  EventEmitter,
  type ExtensionContext,
  LogLevel,
  type LogOutputChannel,
  window,
  workspace,
} from "vscode";

const traceSetting = "errorCodes.trace.server";

/** Creates the output channel, which has log levels. */
export function createOutput({ subscriptions }: ExtensionContext): LogOutputChannel {
  const channel = window.createOutputChannel("Error Code IntelliSense", { log: true });
  subscriptions.push(channel);
  return channel;
}

/** Wraps the channel for the client's tracer, so that the setting turns tracing on at any log level of the channel. */
export function createTraceChannel(
  { subscriptions }: ExtensionContext,
  channel: LogOutputChannel,
): LogOutputChannel {
  const levelChanged = new EventEmitter<LogLevel>();
  const isEnabled = () => workspace.getConfiguration().get(traceSetting, "off") !== "off";
  const trace: LogOutputChannel = Object.create(channel, {
    logLevel: { get: () => (isEnabled() ? LogLevel.Trace : channel.logLevel) },
    onDidChangeLogLevel: { value: levelChanged.event },
    trace: { value: (message: string) => (isEnabled() ? channel.info(message) : channel.trace(message)) },
  });
  subscriptions.push(
    levelChanged,
    channel.onDidChangeLogLevel(() => levelChanged.fire(trace.logLevel)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(traceSetting)) levelChanged.fire(trace.logLevel);
    }),
  );
  return trace;
}
