/** The severities of findings, the most serious first. */
export const severities = ["error", "warning", "information", "hint"] as const;

/** The severity of a finding. */
export type Severity = (typeof severities)[number];
