import type { Range } from "vscode-languageserver";
import type { Severity } from "../../configuration/severity.ts";

/** A finding as every format prints it; ranges are zero-based, in UTF-16 units. */
export interface CheckResult {
  /** The file, as the command line names it. */
  path: string;
  range: Range;
  rule: string;
  severity: Severity;
  /** In the reader's language. */
  message: string;
  /** What the range marks. */
  literal: string;
  suggestions: string[];
  related: { range: Range; message: string }[];
  /** The whole line on which the range begins. */
  line: string;
}

/** The rule that problems of configurations and users' catalogs are reported under. */
export const configurationRule = "configuration";

/** All that a run found, for a format to print. */
export interface Report {
  /** Every file that was checked, in order. */
  files: readonly string[];
  found: readonly CheckResult[];
  /** The folder from which machines count paths. */
  root: string;
  version: string;
}

/** Whether a finding is one that a build may fail at. */
export function isSerious({ severity }: Pick<CheckResult, "severity">): boolean {
  return severity === "error" || severity === "warning";
}
