import { groupBy } from "../../catalog/model/group-by.ts";
import { type Analysis, type AnalyzedLiteral, isOccurrence, type Occurrence } from "../analysis/analysis.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { Severity } from "../configuration/severity.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { isBaseline } from "./baseline.ts";
import { isGovernedCompletely } from "./complete-catalog.ts";
import { type IgnoreComment, ignoresIn, isIgnored } from "./ignores.ts";
import { rules, unusedIgnore } from "./index.ts";
import type { Finding, ReportedFinding, Rule, RuleContext } from "./rule.ts";

/** Severities by rule, as a configuration or the editor's settings give them. */
export type Severities = Configuration["rules"];

/** What the rules find in a document, in the order of its text; `overrides` go before the configuration. */
export function findingsOf(
  document: TrackedDocument,
  analysis: Analysis,
  overrides: Severities = {},
): ReportedFinding[] {
  const { project } = analysis;
  if (project.ignoresFile(document.uri) || isBaseline(document.text)) return [];
  const severities = { ...project.configuration.rules, ...overrides };
  const ignores = ignoresIn(document, analysis);
  const found = contextsIn(document, analysis, ({ literal }) => !project.ignoresCode(literal.text))
    .flatMap((context) =>
      rules.flatMap((rule): ReportedFinding[] => {
        const severity = severityOf(rule, context, severities);
        const finding = severity === "off" ? undefined : rule.check(context);
        return finding && severity !== "off" ? [reported(finding, rule, severity, context)] : [];
      }),
    )
    .filter((one) => !isIgnored(one, document, ignores));
  return [...found, ...unused(ignores, severities)].sort((a, b) => a.start - b.start);
}

/** What a rule says of a literal, whether or not it is shown. */
export interface RuleResult extends ReportedFinding {
  /** Whether the rule is off, so that its finding has the severity that it could have. */
  isOff: boolean;
}

/** What all rules say of one literal, those too that are off, and whatever is ignored. */
export function ruleResultsOn(
  analyzedLiteral: AnalyzedLiteral,
  document: TrackedDocument,
  analysis: Analysis,
  overrides: Severities = {},
): RuleResult[] {
  const severities = { ...analysis.project.configuration.rules, ...overrides };
  return contextsIn(document, analysis, (one) => one === analyzedLiteral).flatMap((context) =>
    rules.flatMap((rule): RuleResult[] => {
      const finding = rule.check(context);
      if (!finding) return [];
      const severity = severityOf(rule, context, severities);
      const isOff = severity === "off";
      return [{ ...reported(finding, rule, isOff ? "warning" : severity, context), isOff }];
    }),
  );
}

/** What the rules look at: the literals that are believed to be codes, those of them that are wanted. */
function contextsIn(
  document: TrackedDocument,
  analysis: Analysis,
  isWanted: (occurrence: Occurrence) => boolean,
): RuleContext[] {
  const { catalog, speller } = analysis.project;
  const occurrences = analysis.literals.filter(isOccurrence);
  const groups = groupBy(occurrences, ({ literal }) => literal.syntax?.group);
  const chains = groupBy(occurrences, ({ literal }) => literal.syntax?.branch?.chain);
  return occurrences
    .filter((occurrence) => occurrence.literal.text !== "" && isWanted(occurrence))
    .map((occurrence): RuleContext => {
      const { syntax } = occurrence.literal;
      const group = (syntax?.group && groups.get(syntax.group)) ?? [occurrence];
      const chain = (syntax?.branch && chains.get(syntax.branch.chain)) ?? [occurrence];
      return { document, occurrence, analysis, catalog, speller, group, chain };
    });
}

function reported(
  finding: Finding,
  { id }: Rule,
  severity: Severity,
  { occurrence }: RuleContext,
): ReportedFinding {
  const { start, end } = occurrence.literal;
  return { ...finding, rule: id, severity: finding.isLikely ? "hint" : severity, occurrence, start, end };
}

/** How serious a rule's findings on a belief are: as somebody set it, else as the rule has it. */
function severityOf(rule: Rule, context: RuleContext, severities: Severities): Severity | "off" {
  const set = severities[rule.id];
  if (set !== undefined) return set;
  const complete = rule.severityWhereComplete;
  return complete && isGovernedCompletely(context) ? complete : rule.severity;
}

/** The comments that silence nothing. */
function unused(ignores: readonly IgnoreComment[], severities: Severities): ReportedFinding[] {
  const severity = severities[unusedIgnore.id] ?? unusedIgnore.severity;
  if (severity === "off") return [];
  return ignores
    .filter(({ used }) => !used)
    .map(({ what, start, end }) => ({
      rule: unusedIgnore.id,
      severity,
      start,
      end,
      tag: "unnecessary",
      message: what
        ? { en: `Nothing is reported here of '${what}'.`, "zh-CN": `此处没有关于“${what}”的报告可忽略。` }
        : { en: "Nothing is reported here that could be ignored.", "zh-CN": "此处没有可忽略的报告。" },
    }));
}
