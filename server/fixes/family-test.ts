import { CodeActionKind } from "vscode-languageserver";
import type { Belief } from "../analysis/analysis.ts";
import { type Comparison, comparisonAt } from "./comparison.ts";
import type { Edit } from "./edit.ts";
import { type Family, familyOf, providerOf } from "./families.ts";
import type { Fix, Offer } from "./fix.ts";
import { importing } from "./go-imports.ts";
import { prefixTests } from "./prefix-tests.ts";
import { inDocument, rootOf, type Spot } from "./spot.ts";

/** Makes of a comparison with a family's parent one with the whole family. */
export const familyTest: Fix = {
  id: "family-test",
  kind: CodeActionKind.RefactorRewrite,

  offers(spot) {
    return spot.beliefs.flatMap((belief): Offer[] => {
      const { text, start, place } = belief.literal;
      const provider = providerOf(belief);
      if (belief.evidence?.kind !== "compared" || place?.asserted || !provider) return [];
      const family = familyOf(text, provider, spot.analysis.domain.catalog);
      const edits = family && editsFor(spot, belief, family);
      if (!edits) return [];
      const all = `${text}${family.separator}*`;
      return [
        {
          title: { en: `Match '${all}' too`, "zh-CN": `同时匹配“${all}”` },
          key: `${start}`,
          mends: spot.findings.filter((one) => one.rule === "parent-compared" && one.start === start),
          change: () => inDocument(spot, edits),
        },
      ];
    });
  },
};

function editsFor(spot: Spot, belief: Belief, { parent, separator }: Family): Edit[] | undefined {
  const { source, language } = spot;
  const { text } = source;
  const syntax = prefixTests.get(language?.name ?? "");
  const root = rootOf(spot);
  const comparison = syntax && comparisonAt(root, text, belief.literal, language?.name ?? "");
  if (!comparison || (comparison.around ?? "").includes(parent + separator)) return undefined;
  const needed = syntax.needs && root ? importing(root, text, syntax.needs) : undefined;
  if (syntax.needs && !needed) return undefined;
  const prefix = comparison.open + parent + separator + comparison.close;
  const test = syntax.test(operandOf(comparison), prefix, comparison.negated, needed?.name ?? "");
  const { start, end, negated } = comparison;
  const guarded = comparison.guard
    ? `(${comparison.operand} ${negated ? "==" : "!="} null ${negated ? "||" : "&&"} ${test})`
    : test;
  const whole = `${text.slice(start, end)} ${negated ? syntax.and : syntax.or} ${guarded}`;
  return [{ start, end, text: comparison.isLoose ? `(${whole})` : whole }, ...(needed?.edits ?? [])];
}

function operandOf({ operand, isReceiver }: Comparison): { text: string; receiver: string; isSafe: boolean } {
  return {
    text: operand,
    receiver: isReceiver ? operand : `(${operand})`,
    isSafe: /\?\.|&\./.test(operand),
  };
}
