import { whenMade } from "../../catalog/model/lazy.ts";
import { atOnce, type Slices } from "../../catalog/model/slices.ts";
import { type Analysis, type AnalyzedLiteral, isOccurrence, type Occurrence } from "../analysis/analysis.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { Severity } from "../configuration/severity.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import type { Budget } from "../syntax/parsing/budget.ts";
import { canReplace } from "../syntax/writing.ts";
import { isBaseline } from "./baseline.ts";
import { hasCompleteCatalog } from "./complete-catalog.ts";
import { type IgnoreComment, IgnoreComments } from "./ignores.ts";
import { rules, unusedIgnore } from "./index.ts";
import type { Finding, ReportedFinding, Rule, RuleContext } from "./rule.ts";

/** Severities by rule id, from a configuration or the editor's settings. */
export type Severities = Configuration["rules"];

/**
 * Runs the rules on a document and returns their findings in text order, without those that comments or the
 * configuration ignore, and none in a vendored folder; `overrides` take precedence over the configuration's severities.
 */
export function findingsOf(
  document: TrackedDocument,
  analysis: Analysis,
  overrides: Severities = {},
): ReportedFinding[] {
  return atOnce(findingsInSlices(document, analysis, overrides));
}

/** Does what `findingsOf` does in slices; returns nothing if the document is changed meanwhile. */
export function* findingsInSlices(
  document: TrackedDocument,
  analysis: Analysis,
  overrides: Severities,
  budget?: Budget,
): Slices<ReportedFinding[]> {
  const { project, vendoredFolder } = analysis;
  if (vendoredFolder !== undefined || project.ignoresFile(document.uri) || isBaseline(document.text))
    return [];
  const severities = { ...project.configuration.rules, ...overrides };
  const ignores = IgnoreComments.in(document, analysis);
  const { version } = document;
  const found: ReportedFinding[] = [];
  for (const context of contextsIn(document, analysis, ({ literal }) => !project.ignoresCode(literal.text))) {
    const reported = yield* whenMade(
      () => reportedOn(context, severities),
      () => budget?.isSliceOver ?? true,
    );
    for (const one of reported) if (!ignores.ignore(one, document)) found.push(one);
    if (!budget?.isSliceOver) continue;
    yield;
    if (document.version !== version) return [];
  }
  return [...found, ...unusedIgnores(ignores.all, severities)].sort((a, b) => a.start - b.start);
}

/** Returns what the rules that are on report of an occurrence. */
function reportedOn(context: RuleContext, severities: Severities): ReportedFinding[] {
  return rules.flatMap((rule) => {
    const severity = severityOf(rule, context, severities);
    const finding = severity === "off" ? undefined : rule.check(context);
    return finding && severity !== "off" ? toReported(finding, rule, severity, context) : [];
  });
}

/** The finding of a rule on a literal, whether or not it is shown. */
export interface RuleResult extends ReportedFinding {
  /** Whether the rule is off. `severity` then tells nothing: it is `warning`, or `hint` if the finding is uncertain. */
  isOff: boolean;
}

/** Returns the findings of all rules on one literal, including rules that are off and findings that are ignored. */
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
      return [{ ...toReported(finding, rule, isOff ? "warning" : severity, context), isOff }];
    }),
  );
}

/** Returns a rule context for each occurrence with a non-empty text that satisfies `isWanted`. */
function contextsIn(
  document: TrackedDocument,
  analysis: Analysis,
  isWanted: (occurrence: Occurrence) => boolean,
): RuleContext[] {
  const { catalog, speller } = analysis.project;
  const occurrences = analysis.literals.filter(isOccurrence);
  const groups = Map.groupBy(occurrences, ({ literal }) => literal.syntax?.group);
  const chains = Map.groupBy(occurrences, ({ literal }) => literal.syntax?.branch?.chain);
  return occurrences
    .filter((occurrence) => occurrence.literal.text !== "" && isWanted(occurrence))
    .map((occurrence): RuleContext => {
      const { syntax } = occurrence.literal;
      const group = (syntax?.group && groups.get(syntax.group)) ?? [occurrence];
      const chain = (syntax?.branch && chains.get(syntax.branch.chain)) ?? [occurrence];
      return { document, occurrence, analysis, catalog, speller, group, chain };
    });
}

/** Suggestions of which one cannot be written at the literal are dropped: a single one that remained would seem certain. */
function toReported(
  { suggestions = [], ...finding }: Finding,
  { id }: Rule,
  severity: Severity,
  { document, occurrence }: RuleContext,
): ReportedFinding {
  const { start, end } = occurrence.literal;
  const areWritable =
    suggestions.length > 0 && suggestions.every((code) => canReplace(document, { start, end }, code));
  return {
    ...finding,
    ...(areWritable ? { suggestions } : {}),
    rule: id,
    severity: finding.isLikely ? "hint" : severity,
    occurrence,
    start,
    end,
  };
}

/** Returns the severity of a rule's findings on an occurrence: the configured one, else the rule's default. */
function severityOf(rule: Rule, context: RuleContext, severities: Severities): Severity | "off" {
  const configured = severities[rule.id];
  if (configured !== undefined) return configured;
  const complete = rule.severityWhereComplete;
  return complete && hasCompleteCatalog(context) ? complete : rule.severity;
}

/** Returns a finding for each ignore comment, or name in one, that ignores nothing. */
function unusedIgnores(ignores: readonly IgnoreComment[], severities: Severities): ReportedFinding[] {
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
        ? {
            en: `Ignoring '${what}' has no effect: nothing is reported for it here.`,
            "zh-CN": `忽略“${what}”没有作用：此处没有与其相关的报告。`,
          }
        : {
            en: "This ignore comment has no effect: nothing is reported here.",
            "zh-CN": "此忽略注释没有作用：此处没有任何报告。",
          },
    }));
}
