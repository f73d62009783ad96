import { type CancellationToken, type Disposable, EventEmitter, type LogOutputChannel, l10n } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ActiveDocument } from "./active-document.ts";
import { NotificationHandlers } from "./notification-handlers.ts";

/** Values of the language client's `State`; importing the enum would load the client during activation. */
const states = { stopped: 1, running: 2 };

/**
 * The language server as the features use it. Its client is loaded when the server is first started, so that activation
 * waits for neither; requests that are sent earlier wait for both.
 */
export class Server implements Disposable {
  readonly output: LogOutputChannel;
  readonly #load: () => Promise<BaseLanguageClient>;
  readonly #started = new EventEmitter<void>();
  readonly #handlers = new NotificationHandlers();
  #loading: Promise<BaseLanguageClient> | undefined;
  #client: BaseLanguageClient | undefined;
  /** Fires each time a server has started, also when it replaces an earlier one. */
  readonly onDidStart = this.#started.event;
  /** The document whose origin is sent with requests. */
  readonly place = new ActiveDocument();

  constructor(output: LogOutputChannel, load: () => Promise<BaseLanguageClient>) {
    this.output = output;
    this.#load = load;
  }

  isRunning(): boolean {
    return this.#client?.isRunning() ?? false;
  }

  async start(): Promise<void> {
    await (await this.#loadOnce()).start();
  }

  /** Stops the server. A server that is still starting cannot be stopped, so this waits until it runs. */
  async stop(): Promise<void> {
    if (!this.#loading) return;
    const client = await this.#loading;
    if (client.needsStop() && !client.isRunning()) await client.start().catch(() => undefined);
    if (client.isRunning()) await client.stop();
  }

  /** Sends a request; starts the server first if it is not running. */
  async sendRequest<T>(method: string, params?: object, token?: CancellationToken): Promise<T> {
    const client = await this.#loadOnce();
    await client.start();
    return token ? client.sendRequest<T>(method, params, token) : client.sendRequest<T>(method, params);
  }

  /** Handles a notification of the server. A later handler for the same method replaces this one. */
  onNotification<T>(method: string, handler: (params: T) => void): Disposable {
    return this.#handlers.set(method, handler);
  }

  /** Handles the progress of the request that has this token. Does nothing if the client is not loaded. */
  onProgress<T>(token: string, handler: (value: T) => void): Disposable {
    // The progress type carries no data: it only types the handler.
    const type = {} as Parameters<BaseLanguageClient["onProgress"]>[0];
    return this.#client?.onProgress(type, token, handler as (value: unknown) => void) ?? { dispose() {} };
  }

  dispose(): void {
    this.#started.dispose();
    this.place.dispose();
  }

  #loadOnce(): Promise<BaseLanguageClient> {
    this.#loading ??= this.#load().then((client) => {
      this.#handlers.registerWith(client);
      client.onDidChangeState(({ newState }) => {
        if (newState === states.stopped) this.output.info(l10n.t("The language server has stopped."));
        if (newState !== states.running) return;
        this.output.info(l10n.t("The language server is running."));
        this.#started.fire();
      });
      this.#client = client;
      return client;
    });
    return this.#loading;
  }
}
