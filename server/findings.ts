import { groupBy } from "../catalog/group-by.ts";
import type { Analysis, Belief } from "./analysis.ts";
import { isBaseline } from "./baseline.ts";
import type { Configuration } from "./configuration.ts";
import { type Ignore, ignoresIn, isSilenced } from "./ignores.ts";
import type { Stretch } from "./increment.ts";
import { isGovernedCompletely } from "./rules/governed.ts";
import { rules, unusedIgnore } from "./rules/index.ts";
import type { Finding, Rule, Subject } from "./rules/rule.ts";
import type { Severity } from "./severity.ts";
import type { Source } from "./source.ts";

/** Severities by rule, as a configuration or the editor's settings give them. */
export type Severities = Configuration["rules"];

/** A finding in its place. */
export interface Reported extends Finding, Stretch {
  rule: string;
  severity: Severity;
  /** The literal that it speaks of; undefined where it speaks of a comment. */
  belief?: Belief;
}

/** What the rules find in a document, in the order of its text; `overrides` go before the configuration. */
export function findingsOf(source: Source, analysis: Analysis, overrides: Severities = {}): Reported[] {
  const { domain } = analysis;
  if (domain.ignoresFile(source.uri) || isBaseline(source.text)) return [];
  const severities = { ...domain.configuration.rules, ...overrides };
  const ignores = ignoresIn(source, analysis);
  const found = allFindings(source, analysis, severities).filter((one) => !isSilenced(one, source, ignores));
  return [...found, ...unused(ignores, severities)].sort((a, b) => a.start - b.start);
}

function allFindings(source: Source, analysis: Analysis, severities: Severities): Reported[] {
  const { domain } = analysis;
  const { catalog } = domain;
  const believed = analysis.beliefs.filter(({ evidence }) => evidence);
  const groups = groupBy(believed, ({ literal }) => literal.place?.group);
  const chains = groupBy(believed, ({ literal }) => literal.place?.branch?.chain);
  return believed.flatMap((belief) => {
    const { place, text, start, end } = belief.literal;
    if (text === "" || domain.ignoresCode(text)) return [];
    const subject: Subject = {
      source,
      belief,
      analysis,
      catalog,
      speller: domain.speller,
      group: (place?.group && groups.get(place.group)) ?? [belief],
      chain: (place?.branch && chains.get(place.branch.chain)) ?? [belief],
    };
    return rules.flatMap((rule): Reported[] => {
      const severity = severityOf(rule, subject, severities);
      if (severity === "off") return [];
      const finding = rule.check(subject);
      if (!finding) return [];
      return [
        { ...finding, rule: rule.id, severity: finding.likely ? "hint" : severity, belief, start, end },
      ];
    });
  });
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
