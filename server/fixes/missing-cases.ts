import { CodeActionKind } from "vscode-languageserver";
import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import type { AnalyzedLiteral, Occurrence } from "../analysis/analysis.ts";
import type { ReportedFinding } from "../rules/rule.ts";
import { canReplace } from "../syntax/writing.ts";
import { caseJoining } from "./case-insertion.ts";
import { type CodeAddition, codeAdditionAt, maximumSuggested, offerOf } from "./code-addition.ts";
import { type Family, familyOf, parentNameOf, providerOf } from "./families.ts";
import type { Fix, Offer } from "./fix.ts";
import type { FixRequest } from "./fix-request.ts";

/**
 * Adds missing codes to a switch: those of a family of which it has some, to the arm that handles it; or, where it
 * certainly handles the failure of calls, those that these can fail with.
 */
export const missingCases: Fix = {
  id: "missing-cases",
  kind: CodeActionKind.RefactorRewrite,

  offers(request) {
    const offers = new Map<string, Offer>();
    for (const occurrence of request.occurrences) {
      const addition = additionAt(request, occurrence);
      if (addition?.place !== "switch" || offers.has(addition.key)) continue;
      offers.set(addition.key, {
        ...offerOf(request, addition),
        resolves: request.findings.filter((finding) => isOfParent(finding, occurrence)),
      });
    }
    return [...offers.values()];
  },
};

/** Returns the codes that can be added beside an occurrence; undefined if there are none. */
export function additionAt(request: FixRequest, occurrence: Occurrence): CodeAddition | undefined {
  const isParent = request.findings.some((finding) => isOfParent(finding, occurrence));
  // What the calls can fail with says more than a family, unless a finding is about the family.
  const ofCalls = isParent ? undefined : codeAdditionAt(request, occurrence);
  return ofCalls ?? familyAdditionAt(request, occurrence);
}

function isOfParent({ rule, start }: ReportedFinding, { literal }: Occurrence): boolean {
  return rule === "parent-compared" && start === literal.start;
}

function familyAdditionAt(request: FixRequest, occurrence: Occurrence): CodeAddition | undefined {
  const { literal } = occurrence;
  const family = literal.syntax?.group?.kind === "switch" ? familyOfLabel(request, occurrence) : undefined;
  if (!family) return undefined;
  const missing = missingOf(request, occurrence, family).filter((code) =>
    canReplace(request.document, literal, code),
  );
  const editsFor = (codes: readonly string[]) =>
    codes.length > 0 ? caseJoining(request, literal, codes) : undefined;
  if (!editsFor(missing.slice(0, 1))) return undefined;
  const suggested = missing.slice(0, maximumSuggested);
  const isChosen = suggested.length < missing.length && request.context.chooseCommand !== undefined;
  const { catalog } = request.analysis.project;
  return {
    place: "switch",
    key: family.parent,
    title: titleOf(family, isChosen ? missing.length : suggested.length, missing.length),
    missing: missing.map((code) => {
      const entry = () => catalog.entriesOf(code).find((one) => one.provider === family.provider);
      const retry = () => {
        const found = entry();
        return found && catalog.retry(found);
      };
      return { code, retry, entry };
    }),
    suggested,
    offset: literal.start,
    isComplete: !isChosen && suggested.length === missing.length,
    editsFor,
  };
}

function titleOf({ parent, separator }: Family, count: number, total: number): LocalizedText {
  const all = `${parent}${separator}*`;
  if (count < total) {
    return {
      en: `Add ${count} of ${total} missing cases for '${all}'`,
      "zh-CN": `添加“${all}”的 ${total} 个缺失分支中的 ${count} 个`,
    };
  }
  return {
    en: `Add ${count === 1 ? "the missing case" : `${count} missing cases`} for '${all}'`,
    "zh-CN": `添加“${all}”的 ${count} 个缺失分支`,
  };
}

/** Returns the family of which a label is the parent, or else a child. */
function familyOfLabel({ analysis }: FixRequest, analyzedLiteral: AnalyzedLiteral): Family | undefined {
  const provider = providerOf(analyzedLiteral);
  const { text } = analyzedLiteral.literal;
  const { catalog } = analysis.project;
  const parent = parentNameOf(text);
  if (!provider) return undefined;
  return (
    familyOf(text, provider, catalog) ??
    (parent === undefined || !analyzedLiteral.entries.some((one) => one.provider === provider)
      ? undefined
      : familyOf(parent, provider, catalog))
  );
}

/** Returns the children that the switch lacks: those of the services of its other labels, or else all. */
function missingOf(
  { analysis }: FixRequest,
  { literal }: AnalyzedLiteral,
  { provider, children }: Family,
): string[] {
  const { catalog } = analysis.project;
  const labels = analysis.literals.filter((one) => one.literal.syntax?.group === literal.syntax?.group);
  const written = new Set(labels.map((one) => one.literal.text));
  const servicesOf = (code: string) =>
    catalog.entriesOf(code).flatMap((one) => (one.provider === provider ? [one.service] : []));
  const own = new Set([...written].filter((code) => children.includes(code)).flatMap(servicesOf));
  const missing = children.filter((code) => !written.has(code));
  const sameService = missing.filter((code) => servicesOf(code).some((service) => own.has(service)));
  return sameService.length > 0 ? sameService : missing;
}
