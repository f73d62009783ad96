import { type LocalizedText, localize, spacedChinese } from "../../catalog/text/localized-text.ts";
import { certainSigns } from "../inference/inferred-provider.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** Reports an official code that is of none of the providers that the surrounding code certainly talks to. */
export const wrongProvider: Rule = {
  id: "wrong-provider",
  severity: "off",
  severityWhereComplete: "warning",

  check(context) {
    const { occurrence, catalog } = context;
    const { providers, literal } = occurrence;
    const owners = catalog.providersOf(literal.text);
    if (owners.length === 0) return undefined;
    const possible = providers.filter(({ sign }) => sign !== "code" && sign !== "shared code");
    if (possible.some(({ provider }) => owners.includes(provider))) return undefined;
    const usedProviders = possible.flatMap(({ provider, sign }) => (certainSigns.has(sign) ? provider : []));
    if (usedProviders.length === 0) return undefined;
    const suggestions = equivalentsOf(context, usedProviders);
    return { message: message(context, owners, usedProviders, suggestions), suggestions };
  },
};

/** Returns the equivalent codes of some providers, without duplicates. */
function equivalentsOf({ occurrence, catalog }: RuleContext, providers: readonly string[]): string[] {
  const explained = occurrence.entries.filter(({ basis }) => !basis);
  const equivalents = explained.flatMap((entry) => catalog.equivalents(entry));
  return [
    ...new Set(equivalents.filter(({ provider }) => providers.includes(provider)).map(({ code }) => code)),
  ];
}

function message(
  { occurrence, catalog }: RuleContext,
  owners: readonly string[],
  usedProviders: readonly string[],
  [equivalent]: readonly string[],
): LocalizedText {
  const { text } = occurrence.literal;
  const names = (ids: readonly string[], language: "en" | "zh-CN", or: string) =>
    ids.map((id) => localize(catalog.provider(id)?.name ?? { en: id }, language)).join(or);
  return {
    en:
      `'${text}' is an error code of ${names(owners, "en", " and ")}, but the code here talks to ${names(usedProviders, "en", " and ")}.` +
      (equivalent ? ` The equivalent there is '${equivalent}'.` : ""),
    "zh-CN":
      `“${text}”${spacedChinese(`是${names(owners, "zh-CN", "、")}的错误码，而此处调用的是${names(usedProviders, "zh-CN", "、")}`)}` +
      (equivalent ? `，对应的错误码是“${equivalent}”。` : "。"),
  };
}
