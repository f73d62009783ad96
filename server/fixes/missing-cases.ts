import { CodeActionKind } from "vscode-languageserver";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { canReplace } from "../syntax/writing.ts";
import { caseInsertion } from "./case-insertion.ts";
import { codeAdditionAt, offerOf } from "./code-addition.ts";
import { type Family, familyOf, parentNameOf, providerOf } from "./families.ts";
import type { Fix, Offer } from "./fix.ts";
import { type FixRequest, inDocument } from "./fix-request.ts";

/** The most cases added at once; more would hardly be reviewed. */
const maximumCases = 20;

/**
 * Adds missing codes to a switch: those of a family of which it has some; or, where it certainly handles the failure of
 * calls, those that these can fail with.
 */
export const missingCases: Fix = {
  id: "missing-cases",
  kind: CodeActionKind.RefactorRewrite,

  offers(request) {
    const offers = new Map<string, Offer>();
    for (const occurrence of request.occurrences) {
      const isParent = request.findings.some(
        ({ rule, start }) => rule === "parent-compared" && start === occurrence.literal.start,
      );
      // What the calls can fail with says more than a family, unless a finding is about the family.
      const addition = isParent ? undefined : codeAdditionAt(request, occurrence);
      if (addition?.place === "switch") {
        offers.set(addition.key, offerOf(request, addition));
        continue;
      }
      const family =
        occurrence.literal.syntax?.group?.kind === "switch" ? familyOfLabel(request, occurrence) : undefined;
      if (!family || offers.has(family.parent)) continue;
      const missing = missingOf(request, occurrence, family);
      const added = missing
        .filter((code) => canReplace(request.document, occurrence.literal, code))
        .slice(0, maximumCases);
      const edits = added.length > 0 ? caseInsertion(request, occurrence.literal, added) : undefined;
      if (!edits) continue;
      const all = `${family.parent}${family.separator}*`;
      const [count, total] = [added.length, missing.length];
      offers.set(family.parent, {
        title:
          count < total
            ? {
                en: `Add ${count} of ${total} missing cases for '${all}'`,
                "zh-CN": `添加“${all}”的 ${total} 个缺失分支中的 ${count} 个`,
              }
            : {
                en: `Add ${count === 1 ? "the missing case" : `${count} missing cases`} for '${all}'`,
                "zh-CN": `添加“${all}”的 ${count} 个缺失分支`,
              },
        key: family.parent,
        resolves: request.findings.filter(
          ({ rule, start }) => rule === "parent-compared" && start === occurrence.literal.start,
        ),
        computeChanges: () => inDocument(request, edits),
      });
    }
    return [...offers.values()];
  },
};

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
