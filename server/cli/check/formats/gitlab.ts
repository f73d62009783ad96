import { toVisible, toVisibleJson } from "../../../../catalog/text/visible-text.ts";
import type { Severity } from "../../../configuration/severity.ts";
import type { Report } from "../check-result.ts";
import { Fingerprints } from "../fingerprints.ts";
import { relativeToRoot } from "./github.ts";

const severities: Record<Severity, "major" | "minor" | "info"> = {
  error: "major",
  warning: "minor",
  information: "info",
  hint: "info",
};

/** Formats findings as a Code Quality report of GitLab; lines are counted from 1. */
export function gitlab({ found, root }: Report): string {
  const fingerprints = new Fingerprints();
  const issues = found.map((finding) => {
    const { path, rule, severity, message, range } = finding;
    const relative = toVisible(relativeToRoot(path, root));
    return {
      description: message,
      check_name: rule,
      // In a report, each one must be unique: that of a finding is so in its file only.
      fingerprint: fingerprints.of(finding, relative),
      severity: severities[severity],
      location: { path: relative, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
    };
  });
  return `${toVisibleJson(issues, 2)}\n`;
}
