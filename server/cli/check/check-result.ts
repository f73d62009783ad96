import type { Range } from "vscode-languageserver";
import type { DisplayLanguage } from "../../../catalog/text/localized-text.ts";
import type { Severity } from "../../configuration/severity.ts";

/** A finding as passed to the output formats; ranges are zero-based, in UTF-16 code units. */
export interface CheckResult {
  /** The path of the file, as derived from the command line. */
  path: string;
  range: Range;
  rule: string;
  severity: Severity;
  /** In the display language of the run. */
  message: string;
  /** The text within the range. */
  literal: string;
  suggestions: string[];
  /** Whether it is uncertain, so that it is doubtful where its code stands in several files. */
  isLikely?: true;
  related: { range: Range; message: string }[];
  /** The whole line in which the range begins, without its line break. */
  line: string;
}

/** The rule id under which problems in configurations and user catalogs are reported. */
export const configurationRule = "configuration";

/** The result of a run, as input of the output formats. */
export interface Report {
  /** The paths of all checked files, in the order in which they were checked. */
  files: readonly string[];
  found: readonly CheckResult[];
  /** The folder to which paths in machine-readable formats are relative. */
  root: string;
  version: string;
  /** The display language of the run. */
  lang: DisplayLanguage;
}

/** Whether a finding can fail a build, that is, whether it is an error or a warning. */
export function canFailBuild({ severity }: Pick<CheckResult, "severity">): boolean {
  return severity === "error" || severity === "warning";
}
