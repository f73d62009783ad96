import { toVisible } from "../../catalog/text/visible-text.ts";

/**
 * Returns a text of others for the lists, titles, notifications and status items of VS Code, which make icons of `$(…)`
 * and links, also of commands, of `[…](…)`. They have no escapes for it: a character without width separates the two.
 */
export function plainText(text: string): string {
  return toVisible(text).replace(/(?<=[\]$])\(/g, "\u2060(");
}
