import { localize } from "../../catalog/model/localized-text.ts";
import { minimumMisspelling, type Suggestion } from "../../catalog/search/speller.ts";
import { isGovernedCompletely } from "./complete-catalog.ts";
import { type Confidence, confidenceOf } from "./confidence.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";

/** A literal with evidence that no provider knows, one slip away from a code that one does. */
export const misspelled: Rule = {
  id: "misspelled-code",
  severity: "warning",

  check(context) {
    const { occurrence, speller } = context;
    const { literal, isKnown } = occurrence;
    if (isKnown || !isCodeLike(literal.text) || isGovernedCompletely(context)) return undefined;
    if (isPartOfCode(context)) return undefined;
    const near = speller.nearest(literal.text, 2, (code) => isOwn(code, context));
    const weighed = near
      .filter(({ code }) => code.length >= minimumMisspelling)
      .map((one) => ({ ...one, sureness: confidenceOf(one, context) }));
    const [best] = weighed.filter(({ sureness }) => sureness !== "none");
    if (!best) return undefined;
    const alike = weighed.filter(
      ({ sureness, distance }) => sureness === best.sureness && distance === best.distance,
    );
    return finding(context, alike, best.sureness);
  },
};

function isCodeLike(text: string): boolean {
  return text.length >= minimumMisspelling - 1 && /^[A-Za-z]\w*(\.\w+)*$/.test(text);
}

/** Whether a part is looked for that official codes have, which need not be one itself. */
function isPartOfCode({ occurrence, catalog }: RuleContext): boolean {
  if (occurrence.evidence?.kind !== "contained") return false;
  return catalog.official.some((code) => code.includes(occurrence.literal.text));
}

/** Whether a code is of one of the file's providers. */
function isOwn(code: string, { occurrence, catalog }: Pick<RuleContext, "occurrence" | "catalog">): boolean {
  const owners = catalog.owners(code);
  return occurrence.providers.some(({ provider }) => owners.includes(provider));
}

function finding({ occurrence, catalog }: RuleContext, near: Suggestion[], sureness: Confidence): Finding {
  const written = occurrence.literal.text;
  const suggestions = near.map(({ code }) => code);
  const owners = new Set(suggestions.flatMap((code) => catalog.owners(code)));
  const owner = owners.size === 1 ? catalog.provider([...owners][0] ?? "")?.name : undefined;
  const en = suggestions.map((code) => `'${code}'`).join(" or ");
  const zh = suggestions.map((code) => `“${code}”`).join("或");
  return {
    message: {
      en: `'${written}' is not ${owner ? `an error code of ${localize(owner, "en")}` : "a known error code"}. Did you mean ${en}?`,
      "zh-CN": `${owner ? `${localize(owner, "zh-CN")}没有错误码` : "未知的错误码"}“${written}”，是否应为${zh}？`,
    },
    suggestions,
    ...(sureness === "likely" ? { isLikely: true } : {}),
  };
}
