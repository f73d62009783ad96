import { type LocalizedText, localize } from "../../catalog/model/localized-text.ts";
import { certainSigns } from "../inference/inference.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** A code that is official, but of none of the providers that the code path surely talks to. */
export const wrongProvider: Rule = {
  id: "wrong-provider",
  severity: "off",
  severityWhereComplete: "warning",

  check(context) {
    const { occurrence, catalog } = context;
    const { providers, literal } = occurrence;
    const owners = catalog.owners(literal.text);
    if (owners.length === 0) return undefined;
    const possible = providers.filter(({ sign }) => sign !== "code" && sign !== "shared code");
    if (possible.some(({ provider }) => owners.includes(provider))) return undefined;
    const talkedTo = possible.flatMap(({ provider, sign }) => (certainSigns.has(sign) ? provider : []));
    if (talkedTo.length === 0) return undefined;
    const suggestions = equivalentsOf(context, talkedTo);
    return { message: message(context, owners, talkedTo, suggestions), suggestions };
  },
};

/** The codes that mean the same on the providers that the code path talks to. */
function equivalentsOf({ occurrence, catalog }: RuleContext, providers: readonly string[]): string[] {
  const equivalents = occurrence.entries.flatMap((entry) => catalog.equivalents(entry));
  return [
    ...new Set(equivalents.filter(({ provider }) => providers.includes(provider)).map(({ code }) => code)),
  ];
}

function message(
  { occurrence, catalog }: RuleContext,
  owners: readonly string[],
  talkedTo: readonly string[],
  [equivalent]: readonly string[],
): LocalizedText {
  const { text } = occurrence.literal;
  const names = (ids: readonly string[], language: "en" | "zh-CN", or: string) =>
    ids.map((id) => localize(catalog.provider(id)?.name ?? { en: id }, language)).join(or);
  return {
    en:
      `'${text}' is an error code of ${names(owners, "en", " and ")}, but the code here talks to ${names(talkedTo, "en", " and ")}.` +
      (equivalent ? ` The equivalent there is '${equivalent}'.` : ""),
    "zh-CN":
      `“${text}”是${names(owners, "zh-CN", "、")}的错误码，而此处调用的是${names(talkedTo, "zh-CN", "、")}` +
      (equivalent ? `，对应的错误码是“${equivalent}”。` : "。"),
  };
}
