import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { localize } from "../../catalog/text/localized-text.ts";
import type { FeatureContext } from "./feature.ts";

/** How many diagnostics of a document are reported at most: editors become slow with more, and nobody reads them. */
const maximumDiagnostics = 1000;

/**
 * Returns at most {@link maximumDiagnostics} diagnostics in their order: errors and warnings rather than others, and a
 * last one that says how many are not shown.
 */
export function limitDiagnostics(
  all: Diagnostic[],
  { displayLanguage }: Pick<FeatureContext, "displayLanguage">,
): Diagnostic[] {
  if (all.length <= maximumDiagnostics) return all;
  const isSerious = ({ severity }: Diagnostic) =>
    severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning;
  const first = [...all.filter(isSerious), ...all.filter((one) => !isSerious(one))];
  const kept = new Set(first.slice(0, maximumDiagnostics - 1));
  const omitted = first.slice(maximumDiagnostics - 1);
  const message = {
    en: `${omitted.length.toLocaleString("en")} more problems of error codes in this file are not shown.`,
    "zh-CN": `此文件中还有 ${omitted.length} 个错误码问题未显示。`,
  };
  const note: Diagnostic = {
    range: omitted[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    ...(omitted[0]?.source ? { source: omitted[0].source } : {}),
    message: localize(message, displayLanguage()),
  };
  return [...all.filter((one) => kept.has(one)), note];
}
