import { localize } from "../../catalog/model/localized-text.ts";
import { minimumCorrectionLength, type Suggestion } from "../../catalog/search/speller.ts";
import { hasCompleteCatalog } from "./complete-catalog.ts";
import { type Confidence, confidenceOf } from "./confidence.ts";
import { quotedCodes } from "./quoted-codes.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";

/** Reports an occurrence that is no provider's code, but one edit away from an official code. */
export const misspelledCode: Rule = {
  id: "misspelled-code",
  severity: "warning",
  autoFix: "failing",

  check(context) {
    const { occurrence, speller } = context;
    const { literal, isKnown } = occurrence;
    if (isKnown || !isCodeLike(literal.text) || hasCompleteCatalog(context)) return undefined;
    if (isPartOfCode(context)) return undefined;
    const near = speller.nearest(literal.text, 2, (code) => isOwn(code, context));
    const candidates = near
      .filter(({ code }) => code.length >= minimumCorrectionLength)
      .map((one) => ({ ...one, confidence: confidenceOf(one, context) }));
    const [best] = candidates.filter(({ confidence }) => confidence !== "none");
    if (!best) return undefined;
    const equallyGood = candidates.filter(
      ({ confidence, distance }) => confidence === best.confidence && distance === best.distance,
    );
    return finding(context, equallyGood, best.confidence);
  },
};

function isCodeLike(text: string): boolean {
  return text.length >= minimumCorrectionLength - 1 && /^[A-Za-z]\w*(\.\w+)*$/.test(text);
}

/** Whether a text is searched for a part of an official code, which need not be a code itself. */
function isPartOfCode({ occurrence, catalog }: RuleContext): boolean {
  if (occurrence.evidence?.kind !== "contained") return false;
  return catalog.officialCodes.some((code) => code.includes(occurrence.literal.text));
}

/** Whether a code is of one of the file's providers. */
function isOwn(code: string, { occurrence, catalog }: Pick<RuleContext, "occurrence" | "catalog">): boolean {
  const owners = catalog.providersOf(code);
  return occurrence.providers.some(({ provider }) => owners.includes(provider));
}

function finding({ occurrence, catalog }: RuleContext, near: Suggestion[], confidence: Confidence): Finding {
  const written = occurrence.literal.text;
  const suggestions = near.map(({ code }) => code);
  const owners = new Set(suggestions.flatMap((code) => catalog.providersOf(code)));
  const owner = owners.size === 1 ? catalog.provider([...owners][0] ?? "")?.name : undefined;
  const { en, "zh-CN": zh } = quotedCodes(suggestions);
  return {
    message: {
      en: `'${written}' is not ${owner ? `an error code of ${localize(owner, "en")}` : "a known error code"}. Did you mean ${en}?`,
      "zh-CN": `${owner ? `${localize(owner, "zh-CN")}没有错误码` : "未知的错误码"}“${written}”，是否应为${zh}？`,
    },
    suggestions,
    ...(confidence === "likely" ? { isLikely: true } : {}),
  };
}
