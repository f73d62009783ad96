import { groupBy } from "../../catalog/model/group-by.ts";
import type { Analysis, Belief } from "../analysis/analysis.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { Severity } from "../configuration/severity.ts";
import type { TrackedDocument } from "../documents/tracked-document.ts";
import { isBaseline } from "./baseline.ts";
import { isGovernedCompletely } from "./governed.ts";
import { type Ignore, ignoresIn, isSilenced } from "./ignores.ts";
import { rules, unusedIgnore } from "./index.ts";
import type { Finding, Reported, Rule, Subject } from "./rule.ts";

/** Severities by rule, as a configuration or the editor's settings give them. */
export type Severities = Configuration["rules"];

/** What the rules find in a document, in the order of its text; `overrides` go before the configuration. */
export function findingsOf(
  source: TrackedDocument,
  analysis: Analysis,
  overrides: Severities = {},
): Reported[] {
  const { domain } = analysis;
  if (domain.ignoresFile(source.uri) || isBaseline(source.text)) return [];
  const severities = { ...domain.configuration.rules, ...overrides };
  const ignores = ignoresIn(source, analysis);
  const found = subjectsIn(source, analysis, ({ literal }) => !domain.ignoresCode(literal.text))
    .flatMap((subject) =>
      rules.flatMap((rule): Reported[] => {
        const severity = severityOf(rule, subject, severities);
        const finding = severity === "off" ? undefined : rule.check(subject);
        return finding && severity !== "off" ? [reported(finding, rule, severity, subject)] : [];
      }),
    )
    .filter((one) => !isSilenced(one, source, ignores));
  return [...found, ...unused(ignores, severities)].sort((a, b) => a.start - b.start);
}

/** What a rule says of a literal, whether or not it is shown. */
export interface Judgement extends Reported {
  /** Whether the rule is off, so that its finding has the severity that it could have. */
  isOff: boolean;
}

/** What all rules say of one literal, those too that are off, and whatever is ignored. */
export function judgementsOn(
  belief: Belief,
  source: TrackedDocument,
  analysis: Analysis,
  overrides: Severities = {},
): Judgement[] {
  const severities = { ...analysis.domain.configuration.rules, ...overrides };
  return subjectsIn(source, analysis, (one) => one === belief).flatMap((subject) =>
    rules.flatMap((rule): Judgement[] => {
      const finding = rule.check(subject);
      if (!finding) return [];
      const severity = severityOf(rule, subject, severities);
      const isOff = severity === "off";
      return [{ ...reported(finding, rule, isOff ? "warning" : severity, subject), isOff }];
    }),
  );
}

/** What the rules look at: the literals that are believed to be codes, those of them that are wanted. */
function subjectsIn(
  source: TrackedDocument,
  analysis: Analysis,
  isWanted: (belief: Belief) => boolean,
): Subject[] {
  const { catalog, speller } = analysis.domain;
  const believed = analysis.beliefs.filter(({ evidence }) => evidence);
  const groups = groupBy(believed, ({ literal }) => literal.place?.group);
  const chains = groupBy(believed, ({ literal }) => literal.place?.branch?.chain);
  return believed
    .filter((belief) => belief.literal.text !== "" && isWanted(belief))
    .map((belief): Subject => {
      const { place } = belief.literal;
      const group = (place?.group && groups.get(place.group)) ?? [belief];
      const chain = (place?.branch && chains.get(place.branch.chain)) ?? [belief];
      return { source, belief, analysis, catalog, speller, group, chain };
    });
}

function reported(finding: Finding, { id }: Rule, severity: Severity, { belief }: Subject): Reported {
  const { start, end } = belief.literal;
  return { ...finding, rule: id, severity: finding.likely ? "hint" : severity, belief, start, end };
}

/** How serious a rule's findings on a belief are: as somebody set it, else as the rule has it. */
function severityOf(rule: Rule, subject: Subject, severities: Severities): Severity | "off" {
  const set = severities[rule.id];
  if (set !== undefined) return set;
  const complete = rule.severityWhereComplete;
  return complete && isGovernedCompletely(subject) ? complete : rule.severity;
}

/** The comments that silence nothing. */
function unused(ignores: readonly Ignore[], severities: Severities): Reported[] {
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
