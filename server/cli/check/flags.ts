import { InvalidArgumentError } from "commander";
import { localize } from "../../../catalog/text/localized-text.ts";
import { unknownNameMessage } from "../../configuration/problems/unknown-name.ts";
import { severityLevels } from "../../configuration/severity.ts";
import type { Severities } from "../../rules/findings.ts";
import { ruleIds } from "../../rules/index.ts";

/** The names of the output formats, the default first. */
export const formatNames = ["pretty", "compact", "json", "sarif", "github", "gitlab", "junit"] as const;

export type FormatName = (typeof formatNames)[number];

/** A report that is written: its format, and the file that it is written to, or standard output. */
export interface Output {
  format: FormatName;
  file?: string;
}

/** Parses a value of the repeatable option `--format name=file`, in which the file may be missing, and adds it. */
export function toOutputs(value: string, before: readonly Output[] = []): Output[] {
  const [, name = value, file] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
  const format = formatNames.find((one) => one === name);
  if (!format || file === "")
    throw new InvalidArgumentError(`Allowed choices are ${formatNames.join(", ")}.`);
  return [...before, file === undefined ? { format } : { format, file }];
}

/** Parses a value of the repeatable option `--rule id=severity` and adds it to the previous ones. */
export function toSeverities(value: string, before: Severities = {}): Severities {
  const [rule = "", level] = value.split("=");
  if (level === undefined) throw new InvalidArgumentError("Write it as rule=severity.");
  if (!ruleIds.includes(rule))
    throw new InvalidArgumentError(localize(unknownNameMessage("rule", rule, ruleIds), "en"));
  const severity = severityLevels.find((name) => name === level);
  if (!severity)
    throw new InvalidArgumentError(localize(unknownNameMessage("severity", level, severityLevels), "en"));
  return { ...before, [rule]: severity };
}

/** Parses a non-negative integer of at most nine digits. */
export function toMaximum(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("It must be a whole number, 0 or greater.");
  return Number(value);
}
