/** The severities of findings, the most serious first. */
export const severities = ["error", "warning", "information", "hint"] as const;

/** What the severity of a rule can be set to. */
export const severityLevels = [...severities, "off"] as const;

/** The severity of a finding. */
export type Severity = (typeof severities)[number];
