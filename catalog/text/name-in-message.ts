import { toVisible } from "./visible-text.ts";

/** The maximum length of a name in a message, in UTF-16 units; nothing longer names something. */
const maximumLength = 60;

/** Returns a name or path from a file as a message quotes it: short, and without characters that are not visible. */
export function nameInMessage(name: string): string {
  const isLong = name.length > maximumLength;
  return toVisible(isLong ? `${name.slice(0, maximumLength - 1)}…` : name);
}
