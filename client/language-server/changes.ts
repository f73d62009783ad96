import { type Event, EventEmitter } from "vscode";
import { changedNotification } from "../../server/protocol/index.ts";
import type { Server } from "./server.ts";

const emitters = new WeakMap<Server, EventEmitter<void>>();

/**
 * Fires when the content of lists and pages may have changed. Callers share one emitter, because a client keeps only
 * one handler for a notification.
 */
export function onDidChangeCatalog(server: Server): Event<void> {
  let emitter = emitters.get(server);
  if (!emitter) {
    const created = new EventEmitter<void>();
    server.onNotification(changedNotification, () => created.fire());
    emitters.set(server, created);
    emitter = created;
  }
  return emitter.event;
}
