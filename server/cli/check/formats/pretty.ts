import { stripVTControlCharacters } from "node:util";
import { type LocalizedText, localize } from "../../../../catalog/text/localized-text.ts";
import { toVisible } from "../../../../catalog/text/visible-text.ts";
import type { Severity } from "../../../configuration/severity.ts";
import { colors } from "../../terminal/colors.ts";
import { counted, formatNumber } from "../../terminal/counted.ts";
import type { CheckResult, Report } from "../check-result.ts";
import { codeFrameOf } from "./code-frame.ts";

const painters: Record<Severity, (text: string) => string> = {
  error: colors.red,
  warning: colors.yellow,
  information: colors.blue,
  hint: colors.cyan,
};

const severities = Object.keys(painters) as Severity[];

/** As many findings of a file are shown: nobody reads more of them, and each takes several lines. */
const maximumPerFile = 100;

/** In columns, for output that is not a terminal. */
const defaultWidth = 120;

/** Formats findings for people: each with its position, message, and the line with the code marked. */
export function pretty({ found, files, lang }: Report, isShown = true): string {
  const blocks = [...Map.groupBy(found, ({ path }) => path)].flatMap(([path, ofFile]) => {
    const shown = mostSerious(ofFile);
    const omitted = ofFile.length - shown.length;
    return [...shown.map(formatFinding), ...(omitted > 0 ? [localize(moreIn(path, omitted), lang)] : [])];
  });
  const text = `${blocks.map((block) => `${block}\n\n`).join("")}${localize(summaryOf(found, files.length), lang)}\n`;
  return isShown ? text : stripVTControlCharacters(text);
}

/** Returns at most {@link maximumPerFile} findings of a file in their order: those that fail a build rather than others. */
function mostSerious(found: readonly CheckResult[]): readonly CheckResult[] {
  if (found.length <= maximumPerFile) return found;
  const bySeverity = severities.flatMap((severity) => found.filter((one) => one.severity === severity));
  const kept = new Set(bySeverity.slice(0, maximumPerFile));
  return found.filter((one) => kept.has(one));
}

function moreIn(path: string, count: number): LocalizedText {
  const [name, number] = [toVisible(path), formatNumber(count)];
  return {
    en: `… and ${number} more in ${name}; --format json lists all of them.`,
    "zh-CN": `……${name} 中还有 ${number} 个；--format json 可列出全部。`,
  };
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

function summaryOf(found: readonly CheckResult[], files: number): LocalizedText {
  const bySeverity = Map.groupBy(found, ({ severity }) => severity);
  const counts = severities.flatMap((severity) => {
    const count = bySeverity.get(severity)?.length ?? 0;
    if (count === 0) return [];
    const { en, "zh-CN": zh } = counted(count, severity);
    return [{ en: painters[severity](en), "zh-CN": painters[severity](zh) }];
  });
  const { en: inFiles, "zh-CN": ofFiles } = counted(files, "file");
  if (counts.length === 0)
    return {
      en: `${colors.green("No findings")} in ${inFiles}.`,
      "zh-CN": `${ofFiles}中${colors.green("没有问题")}。`,
    };
  return {
    en: `${counts.map(({ en }) => en).join(", ")} in ${inFiles}.`,
    "zh-CN": `${ofFiles}中有 ${counts.map((one) => one["zh-CN"]).join("、")}。`,
  };
}
