import { type CancellationToken, type Disposable, EventEmitter, type LogOutputChannel, l10n } from "vscode";
import type { BaseLanguageClient, GenericNotificationHandler } from "vscode-languageclient";
import { ActiveDocument } from "./active-document.ts";

/** `State` of the language client, which is not loaded for its sake. */
const states = { stopped: 1, running: 2 };

/**
 * The language server as features see it. Its client is loaded when the server is first started, so that activation
 * waits for neither; what is asked before that waits here.
 */
export class Server implements Disposable {
  readonly output: LogOutputChannel;
  readonly #load: () => Promise<BaseLanguageClient>;
  readonly #started = new EventEmitter<void>();
  readonly #handlers = new Map<string, GenericNotificationHandler>();
  #loading: Promise<BaseLanguageClient> | undefined;
  #client: BaseLanguageClient | undefined;
  /** Tells, each time, that a server runs: the first, and each that takes the place of one. */
  readonly onDidStart = this.#started.event;
  /** Where things are asked. */
  readonly place = new ActiveDocument();

  constructor(output: LogOutputChannel, load: () => Promise<BaseLanguageClient>) {
    this.output = output;
    this.#load = load;
  }

  isRunning(): boolean {
    return this.#client?.isRunning() ?? false;
  }

  async start(): Promise<void> {
    await (await this.#loaded()).start();
  }

  /** Stops the server; one that is only starting cannot be stopped before it runs. */
  async stop(): Promise<void> {
    if (!this.#loading) return;
    const client = await this.#loading;
    if (client.needsStop() && !client.isRunning()) await client.start().catch(() => undefined);
    if (client.isRunning()) await client.stop();
  }

  /** Asks the server, started where it is not. */
  async sendRequest<T>(method: string, params?: object, token?: CancellationToken): Promise<T> {
    const client = await this.#loaded();
    await client.start();
    return token ? client.sendRequest<T>(method, params, token) : client.sendRequest<T>(method, params);
  }

  /** Hears what the server tells; of several listeners to one method the last one hears it. */
  onNotification<T>(method: string, handler: (params: T) => void): Disposable {
    this.#handlers.set(method, handler);
    this.#client?.onNotification(method, handler);
    return { dispose: () => this.#handlers.delete(method) };
  }

  /** Hears of the progress of a request that was given this token; only of a server that runs. */
  onProgress<T>(token: string, handler: (value: T) => void): Disposable {
    // The type of progress is for the compiler alone.
    const type = {} as Parameters<BaseLanguageClient["onProgress"]>[0];
    return this.#client?.onProgress(type, token, handler as (value: unknown) => void) ?? { dispose() {} };
  }

  dispose(): void {
    this.#started.dispose();
    this.place.dispose();
  }

  #loaded(): Promise<BaseLanguageClient> {
    this.#loading ??= this.#load().then((client) => {
      for (const [method, handler] of this.#handlers) client.onNotification(method, handler);
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
