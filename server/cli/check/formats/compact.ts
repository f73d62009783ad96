import { toVisible } from "../../../../catalog/text/visible-text.ts";
import type { Severity } from "../../../configuration/severity.ts";
import type { Report } from "../check-result.ts";

/** The words that the problem matchers of editors know. */
const words: Record<Severity, string> = {
  error: "error",
  warning: "warning",
  information: "info",
  hint: "hint",
};

/** Formats findings for programs that read lines, each as `path:line:column: severity: message [rule]`. */
export function compact({ found }: Report): string {
  return found
    .map(({ path, range: { start }, severity, message, rule }) => {
      const place = `${toVisible(path)}:${start.line + 1}:${start.character + 1}`;
      return `${place}: ${words[severity]}: ${toVisible(message)} [${rule}]\n`;
    })
    .join("");
}
