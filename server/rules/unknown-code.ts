import type { LocalizedText } from "../../catalog/model/localized-text.ts";
import { localize } from "../../catalog/model/localized-text.ts";
import { isNamedAfterCode } from "../evidence/code-form.ts";
import { hasCompleteCatalog, providersFromContext } from "./complete-catalog.ts";
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
    if (!hasCompleteCatalog(context) || isOwn(text, context) || isPartOfCode(context)) return undefined;
    // A code of another provider is left to `wrong-provider`, which reports it where the providers are certain.
    if (occurrence.isKnown && occurrence.providers.length > 0) return undefined;
    const suggestions = speller
      .nearest(text)
      .map(({ code }) => code)
      .filter((code) => isOwn(code, context))
      .slice(0, maximumSuggestions);
    return { message: message(text, possibleProviders(context), suggestions[0], catalog), suggestions };
  },
};

/** Returns the providers that an occurrence can belong to; if none is inferred, all with a complete catalog. */
function possibleProviders({ occurrence, catalog }: RuleContext): string[] {
  const inferred = providersFromContext(occurrence.providers).map(({ provider }) => provider);
  return inferred.length > 0
    ? inferred
    : catalog.providers.flatMap(({ id }) => (catalog.isComplete(id) ? id : []));
}

/** Whether a code is of one of the providers that the occurrence can belong to, or is the name of its error. */
function isOwn(code: string, context: RuleContext): boolean {
  if (isNamedAfterCode(code, (one) => isOwn(one, context))) return true;
  const { occurrence, catalog } = context;
  if (occurrence.providers.length === 0) return catalog.isOfficial(code);
  const owners = catalog.providersOf(code);
  return possibleProviders(context).some((provider) => owners.includes(provider));
}

/** Whether a text is searched for a part of a code, which need not be a code itself. */
function isPartOfCode(context: RuleContext): boolean {
  const { evidence, literal } = context.occurrence;
  if (evidence?.kind !== "contained") return false;
  return context.catalog.officialCodes.some((code) => code.includes(literal.text) && isOwn(code, context));
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
    "zh-CN": `${names("zh-CN", "或")}没有错误码“${text}”${nearest ? `，最接近的是“${nearest}”` : ""}。`,
  };
}
