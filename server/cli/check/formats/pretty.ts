import type { Severity } from "../../../configuration/severity.ts";
import { colors } from "../../terminal/colors.ts";
import { many } from "../../terminal/output.ts";
import type { CheckResult, Report } from "../check-result.ts";
import { frame, plain } from "./code-frame.ts";

const paints: Record<Severity, (text: string) => string> = {
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

/** Where no terminal tells its own. */
const usualWidth = 120;

/** Findings for people: each with its place, what is said of it, and the line with the code marked. */
export function pretty({ found, files }: Report): string {
  const blocks = found.map((one) => `${block(one)}\n\n`);
  return `${blocks.join("")}${summary(found, files.length)}\n`;
}

function block(found: CheckResult): string {
  const { path, range, severity, message, rule, suggestions, related, line } = found;
  const paint = paints[severity];
  const number = String(range.start.line + 1);
  const gutter = " ".repeat(number.length);
  const bar = colors.dim("│");
  const width = (process.stdout.columns || usualWidth) - number.length - 4;
  const end = range.end.line > range.start.line ? line.length : range.end.character;
  const { code, marks } = frame(line, range.start.character, end, width);
  return [
    `${colors.bold(place(path, range))} ${paint(severity)} ${plain(message)} ${colors.dim(rule)}`,
    ` ${colors.dim(number)} ${bar} ${code}`,
    ` ${gutter} ${bar} ${paint(marks)}`,
    ...suggestions.map((one) => ` ${gutter} ${colors.dim("→")} ${colors.green(one)}`),
    ...related.map((one) => ` ${gutter} ${colors.dim("↳")} ${place(path, one.range)} ${plain(one.message)}`),
  ].join("\n");
}

/** A place as terminals make links of it. */
function place(path: string, { start }: CheckResult["range"]): string {
  return `${plain(path)}:${start.line + 1}:${start.character + 1}`;
}

function summary(found: readonly CheckResult[], files: number): string {
  const counts = nouns.flatMap(([severity, noun]) => {
    const count = found.filter((one) => one.severity === severity).length;
    if (count === 0) return [];
    return paints[severity](noun === "information" ? `${count} ${noun}` : many(count, noun));
  });
  const what = counts.length > 0 ? counts.join(", ") : colors.green("No findings");
  return `${what} in ${many(files, "file")}.`;
}
