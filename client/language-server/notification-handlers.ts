import type { Disposable } from "vscode";
import type { BaseLanguageClient, GenericNotificationHandler } from "vscode-languageclient";

type Client = Pick<BaseLanguageClient, "onNotification">;

/** The handlers of the server's notifications, one for each method; they can be set before the client is loaded. */
export class NotificationHandlers {
  readonly #handlers = new Map<string, GenericNotificationHandler>();
  /** What removes a handler from the client, by method. */
  readonly #registered = new Map<string, Disposable>();
  #client: Client | undefined;

  /** Registers all handlers, those of now and of later, with a client. */
  registerWith(client: Client): void {
    this.#client = client;
    for (const [method, handler] of this.#handlers) this.#register(client, method, handler);
  }

  /** Sets the handler of a method, in place of an earlier one; disposing removes it, unless a later one has replaced it. */
  set(method: string, handler: GenericNotificationHandler): Disposable {
    this.#handlers.set(method, handler);
    if (this.#client) this.#register(this.#client, method, handler);
    return {
      dispose: () => {
        if (this.#handlers.get(method) !== handler) return;
        this.#handlers.delete(method);
        this.#registered.get(method)?.dispose();
        this.#registered.delete(method);
      },
    };
  }

  #register(client: Client, method: string, handler: GenericNotificationHandler): void {
    this.#registered.set(method, client.onNotification(method, handler));
  }
}
