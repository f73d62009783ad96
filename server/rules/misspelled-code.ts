import { wordsOf } from "../../catalog/model/words.ts";
import { withoutStray } from "../../catalog/search/spelling/edit.ts";
import { minimumCorrectionLength, type Suggestion } from "../../catalog/search/spelling/speller.ts";
import { localize, spacedChinese } from "../../catalog/text/localized-text.ts";
import { hasCompleteCatalog } from "./complete-catalog.ts";
import { type Confidence, certainProvidersOf, confidenceOf } from "./confidence.ts";
import { quotedCodes } from "./quoted-codes.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";
import { similarCodesTo } from "./similar.ts";

/** Reports an occurrence that is no code of its provider, but one slip away from an official code. */
export const misspelledCode: Rule = {
  id: "misspelled-code",
  severity: "warning",
  autoFix: "failing",

  check(context) {
    const { occurrence } = context;
    const { literal, isKnown } = occurrence;
    if (!isCodeLike(literal.text) || hasCompleteCatalog(context)) return undefined;
    if (isKnown && !isForeign(context)) return undefined;
    if (isPartOfCode(context)) return undefined;
    const near = nearCodesTo(context);
    if (near) return finding(context, near.codes, near.confidence);
    const similar = isKnown ? [] : similarCodesTo(context);
    return similar.length > 0 ? finding(context, similar, "likely") : undefined;
  },
};

/** Returns the codes of which the literal is most certainly a misspelling; undefined if there is none. */
function nearCodesTo(context: RuleContext): { codes: string[]; confidence: Confidence } | undefined {
  const candidates = context.speller
    .nearest(context.occurrence.literal.text, 2, (code) => isOwn(code, context))
    .filter(({ code }) => code.length >= minimumCorrectionLength && withoutStray(code) === undefined)
    .map((one) => ({ ...one, confidence: confidenceOf(one, context) }));
  const [best] = ["certain", "likely"].flatMap((wanted) =>
    candidates.filter(({ confidence }) => confidence === wanted),
  );
  if (!best) return undefined;
  const { confidence, distance } = best;
  // How many letters an ending has says nothing about which one is meant.
  const isEnding = (one: Suggestion) => one.edit === "inflection" && best.edit === "inflection";
  const equallyGood = candidates.filter(
    (one) => one.confidence === confidence && (one.distance === distance || isEnding(one)),
  );
  const codes = byFrequency(equallyGood, context);
  // An official misspelling is hardly ever meant where a correct code is as near.
  const correct = codes.filter((code) => !hasRareWord(code, context));
  return { codes: correct.length > 0 ? correct : codes, confidence };
}

/** Returns the codes in the same order, but those that programs handle most first. */
function byFrequency(near: readonly Suggestion[], { catalog }: RuleContext): string[] {
  // The shift turns -1, for a code in none of the groups, into the greatest number.
  const rank = (code: string) =>
    Math.min(
      ...catalog.providers.map(
        ({ frequentCodes = [] }) => frequentCodes.findIndex((group) => group.includes(code)) >>> 0,
      ),
    );
  return near.map(({ code }) => code).sort((a, b) => rank(a) - rank(b));
}

/** Whether a code has a word that its providers use in no other codes. */
function hasRareWord(code: string, { catalog, speller }: RuleContext): boolean {
  const owners = catalog.providersOf(code);
  return wordsOf(code).some((word) => word.length > 3 && !speller.vocabulary.has(word, owners));
}

function isCodeLike(text: string): boolean {
  return (
    text.length >= minimumCorrectionLength - 1 && /^[A-Za-z]\w*(\.\w+)*$/.test(withoutStray(text) ?? text)
  );
}

/** Whether a known code is of another provider than the one that the file works with. */
function isForeign(context: RuleContext): boolean {
  const { occurrence, catalog } = context;
  const owners = catalog.providersOf(occurrence.literal.text);
  const fromContext = occurrence.providers.filter(({ sign }) => sign !== "code" && sign !== "shared code");
  return (
    certainProvidersOf(context).length === 1 && !fromContext.some(({ provider }) => owners.includes(provider))
  );
}

/** Whether a text is searched for a part of an official code, which need not be a code itself. */
function isPartOfCode({ occurrence, catalog }: RuleContext): boolean {
  if (occurrence.evidence.kind !== "contained") return false;
  return catalog.officialCodes.some((code) => code.includes(occurrence.literal.text));
}

/** Whether a code is of one of the file's providers. */
function isOwn(code: string, { occurrence, catalog }: RuleContext): boolean {
  const owners = catalog.providersOf(code);
  return occurrence.providers.some(({ provider }) => owners.includes(provider));
}

function finding(
  { occurrence, catalog }: RuleContext,
  suggestions: string[],
  confidence: Confidence,
): Finding {
  const written = occurrence.literal.text;
  const owners = new Set(suggestions.flatMap((code) => catalog.providersOf(code)));
  const owner = owners.size === 1 ? catalog.provider([...owners][0] ?? "")?.name : undefined;
  const { en, "zh-CN": zh } = quotedCodes(suggestions);
  return {
    message: {
      en: `'${written}' is not ${owner ? `an error code of ${localize(owner, "en")}` : "a known error code"}. Did you mean ${en}?`,
      "zh-CN": `${owner ? spacedChinese(`${localize(owner, "zh-CN")}没有错误码`) : "未知的错误码"}“${written}”，是否应为${zh}？`,
    },
    suggestions,
    ...(confidence === "likely" ? { isLikely: true } : {}),
  };
}
