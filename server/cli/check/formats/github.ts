import { relative, resolve, sep } from "node:path";
import { toVisibleLines } from "../../../../catalog/text/visible-text.ts";
import type { Severity } from "../../../configuration/severity.ts";
import type { Report } from "../check-result.ts";

const commands: Record<Severity, string> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** Formats findings as GitHub Actions workflow commands that annotate lines. */
export function github({ found, root }: Report): string {
  return found
    .map(({ path, range, severity, rule, message, related }) => {
      const properties = {
        file: relativeToRoot(path, root),
        line: range.start.line + 1,
        col: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
        title: rule,
      };
      const parameters = Object.entries(properties)
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
        .join(",");
      const relatedLines = related.map((other) => `${other.range.start.line + 1}: ${other.message}`);
      const text = escapeData([message, ...relatedLines].join("\n"));
      return `::${commands[severity]} ${parameters}::${text}\n`;
    })
    .join("");
}

/** Returns a path relative to a folder, or the absolute path if it lies outside it; always with forward slashes. */
export function relativeToRoot(path: string, root: string): string {
  const inside = relative(root, resolve(path));
  return (inside.startsWith("..") ? resolve(path) : inside).split(sep).join("/");
}

function escapeData(text: string): string {
  return toVisibleLines(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
