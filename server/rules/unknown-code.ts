import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import { localize, spacedChinese } from "../../catalog/text/localized-text.ts";
import { isNamedAfterCode } from "../evidence/code-form.ts";
import { governingProviders } from "./complete-catalog.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** How many of the nearest codes are suggested. */
const maximumSuggestions = 3;

/** Reports an occurrence that is not a code of its providers, if their catalogs are declared complete. */
export const unknownCode: Rule = {
  id: "unknown-code",
  severity: "error",
  autoFix: "failing",

  check(context) {
    const { occurrence, catalog, speller } = context;
    const { text } = occurrence.literal;
    // A code of another provider is left to `wrong-provider`, which reports it where the providers are certain.
    if (occurrence.isKnown) return undefined;
    const providers = governingProviders(context);
    if (providers.length === 0) return undefined;
    const isOwn = (code: string) => catalog.providersOf(code).some((id) => providers.includes(id));
    if (isPartOfCode(context, isOwn) || isNamedAfterCode(text, isOwn)) return undefined;
    const suggestions = speller
      .nearest(text)
      .map(({ code }) => code)
      .filter(isOwn)
      .slice(0, maximumSuggestions);
    return { message: message(text, providers, suggestions[0], catalog), suggestions };
  },
};

/** Whether a text is searched for a part of a code, which need not be a code itself. */
function isPartOfCode({ occurrence, catalog }: RuleContext, isOwn: (code: string) => boolean): boolean {
  const { evidence, literal } = occurrence;
  if (evidence.kind !== "contained") return false;
  return catalog.officialCodes.some((code) => code.includes(literal.text) && isOwn(code));
}

function message(
  text: string,
  providers: readonly string[],
  nearest: string | undefined,
  catalog: RuleContext["catalog"],
): LocalizedText {
  const names = (language: "en" | "zh-CN", or: string) =>
    providers.map((id) => localize(catalog.provider(id)?.name ?? { en: id }, language)).join(or);
  return {
    en: `'${text}' is not an error code of ${names("en", " or ")}.${nearest ? ` The nearest is '${nearest}'.` : ""}`,
    "zh-CN": `${spacedChinese(`${names("zh-CN", "或")}没有错误码`)}“${text}”${nearest ? `，最接近的是“${nearest}”` : ""}。`,
  };
}
