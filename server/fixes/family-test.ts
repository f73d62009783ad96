import { CodeActionKind } from "vscode-languageserver";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { type Comparison, comparisonAt } from "./comparison.ts";
import type { Edit } from "./edit.ts";
import { type Family, familyOf, providerOf } from "./families.ts";
import type { Fix, Offer } from "./fix.ts";
import { type FixRequest, inDocument, rootOf } from "./fix-request.ts";
import { importPackage } from "./go-imports.ts";
import { prefixTests } from "./prefix-tests.ts";

/** Extends a comparison with a family's parent to a test for the whole family. */
export const familyTest: Fix = {
  id: "family-test",
  kind: CodeActionKind.RefactorRewrite,

  offers(request) {
    return request.occurrences.flatMap((occurrence): Offer[] => {
      const { text, start, syntax } = occurrence.literal;
      const provider = providerOf(occurrence);
      if (occurrence.evidence?.kind !== "compared" || syntax?.isAsserted || !provider) return [];
      const family = familyOf(text, provider, request.analysis.project.catalog);
      const edits = family && editsFor(request, occurrence, family);
      if (!edits) return [];
      const all = `${text}${family.separator}*`;
      return [
        {
          title: { en: `Match '${all}' too`, "zh-CN": `同时匹配“${all}”` },
          key: `${start}`,
          resolves: request.findings.filter((one) => one.rule === "parent-compared" && one.start === start),
          computeChanges: () => inDocument(request, edits),
        },
      ];
    });
  },
};

function editsFor(
  request: FixRequest,
  analyzedLiteral: AnalyzedLiteral,
  { parent, separator }: Family,
): Edit[] | undefined {
  const { document, language } = request;
  const { text } = document;
  const syntax = prefixTests.get(language?.name ?? "");
  const root = rootOf(request);
  const comparison = syntax && comparisonAt(root, text, analyzedLiteral.literal, language?.name ?? "");
  if (!comparison || (comparison.parentText ?? "").includes(parent + separator)) return undefined;
  const imported = syntax.needs && root ? importPackage(root, text, syntax.needs) : undefined;
  if (syntax.needs && !imported) return undefined;
  const prefix = comparison.open + parent + separator + comparison.close;
  const test = syntax.test(operandOf(comparison), prefix, comparison.isNegated, imported?.name ?? "");
  const { start, end, isNegated } = comparison;
  const guarded = comparison.needsNullCheck
    ? `(${comparison.operand} ${isNegated ? "==" : "!="} null ${isNegated ? "||" : "&&"} ${test})`
    : test;
  const replacement = `${text.slice(start, end)} ${isNegated ? syntax.and : syntax.or} ${guarded}`;
  return [
    { start, end, text: comparison.needsParentheses ? `(${replacement})` : replacement },
    ...(imported?.edits ?? []),
  ];
}

function operandOf({ operand, isReceiver }: Comparison): { text: string; receiver: string; isSafe: boolean } {
  return {
    text: operand,
    receiver: isReceiver ? operand : `(${operand})`,
    isSafe: /\?\.|&\./.test(operand),
  };
}
