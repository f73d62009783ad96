import { relative, resolve, sep } from "node:path";
import type { Severity } from "../../../configuration/severity.ts";
import type { Report } from "../check-result.ts";

const commands: Record<Severity, string> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** Findings as the commands by which a step of GitHub Actions annotates lines. */
export function github({ found, root }: Report): string {
  return found
    .map(({ path, range, severity, rule, message, related }) => {
      const properties = {
        file: fromRoot(path, root),
        line: range.start.line + 1,
        col: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
        title: rule,
      };
      const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      const more = related.map((one) => `${one.range.start.line + 1}: ${one.message}`);
      return `::${commands[severity]} ${written.join(",")}::${data([message, ...more].join("\n"))}\n`;
    })
    .join("");
}

/** A path from a folder, with slashes; one outside it as it is. */
export function fromRoot(path: string, root: string): string {
  const inside = relative(root, resolve(path));
  return (inside.startsWith("..") ? resolve(path) : inside).split(sep).join("/");
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
