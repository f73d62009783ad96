import { toVisible } from "../../../../catalog/model/visible-text.ts";
import type { Severity } from "../../../configuration/severity.ts";
import { colors } from "../../terminal/colors.ts";
import { formatCount } from "../../terminal/output.ts";
import type { CheckResult, Report } from "../check-result.ts";
import { codeFrameOf } from "./code-frame.ts";

const painters: Record<Severity, (text: string) => string> = {
  error: colors.red,
  warning: colors.yellow,
  information: colors.blue,
  hint: colors.cyan,
};

const nouns: [severity: Severity, noun: string][] = [
  ["error", "error"],
  ["warning", "warning"],
  ["information", "information"],
  ["hint", "hint"],
];

/** In columns, for output that is not a terminal. */
const defaultWidth = 120;

/** Formats findings for people: each with its position, message, and the line with the code marked. */
export function pretty({ found, files }: Report): string {
  const blocks = found.map((finding) => `${formatFinding(finding)}\n\n`);
  return `${blocks.join("")}${summaryOf(found, files.length)}\n`;
}

function formatFinding(finding: CheckResult): string {
  const { path, range, severity, message, rule, suggestions, related, line } = finding;
  const paint = painters[severity];
  const number = String(range.start.line + 1);
  const gutter = " ".repeat(number.length);
  const bar = colors.dim("│");
  const width = (process.stdout.columns || defaultWidth) - number.length - 4;
  const end = range.end.line > range.start.line ? line.length : range.end.character;
  const { code, marks } = codeFrameOf(line, range.start.character, end, width);
  return [
    `${colors.bold(formatPosition(path, range))} ${paint(severity)} ${toVisible(message)} ${colors.dim(rule)}`,
    ...(line === "" ? [] : [` ${colors.dim(number)} ${bar} ${code}`, ` ${gutter} ${bar} ${paint(marks)}`]),
    ...suggestions.map(
      (suggestion) => ` ${gutter} ${colors.dim("→")} ${colors.green(toVisible(suggestion))}`,
    ),
    ...related.map(
      (other) =>
        ` ${gutter} ${colors.dim("↳")} ${formatPosition(path, other.range)} ${toVisible(other.message)}`,
    ),
  ].join("\n");
}

/** Formats a position as `path:line:column`, which terminals turn into a link. */
function formatPosition(path: string, { start }: CheckResult["range"]): string {
  return `${toVisible(path)}:${start.line + 1}:${start.character + 1}`;
}

function summaryOf(found: readonly CheckResult[], files: number): string {
  const counts = nouns.flatMap(([severity, noun]) => {
    const count = found.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    return painters[severity](noun === "information" ? `${count} ${noun}` : formatCount(count, noun));
  });
  const counted = counts.length > 0 ? counts.join(", ") : colors.green("No findings");
  return `${counted} in ${formatCount(files, "file")}.`;
}
