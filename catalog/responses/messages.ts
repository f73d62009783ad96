import type { Entry } from "../model/entry.ts";
import { matchTemplate, normalizeMessage, toTemplate } from "../search/meaning/message-template.ts";

/** Returns the length of the fixed text that a message shares with the template of an entry; 0 if it matches none. */
export function matchedMessage({ messages }: Entry, message: string): number {
  const concrete = normalizeMessage(message.slice(0, 4000));
  return messages.reduce((longest, text) => {
    const template = toTemplate(text);
    return Math.max(longest, template ? matchTemplate(template, concrete) : 0);
  }, 0);
}
