import { type Event, EventEmitter } from "vscode";
import { changedNotification } from "../../server/protocol/index.ts";
import type { Server } from "./server.ts";

const emitters = new WeakMap<Server, EventEmitter<void>>();

/** Tells that lists and pages may say something else now; a client keeps but one listener for a notification. */
export function onChanged(client: Server): Event<void> {
  let emitter = emitters.get(client);
  if (!emitter) {
    const made = new EventEmitter<void>();
    client.onNotification(changedNotification, () => made.fire());
    emitters.set(client, made);
    emitter = made;
  }
  return emitter.event;
}
