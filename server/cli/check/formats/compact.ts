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
  let [path, shown, lines] = ["", "", ""];
  for (const { path: next, range, severity, message, rule } of found) {
    if (next !== path) [path, shown] = [next, toVisible(next)];
    const { line, character } = range.start;
    lines += `${shown}:${line + 1}:${character + 1}: ${words[severity]}: ${toVisible(message)} [${rule}]\n`;
  }
  return lines;
}
