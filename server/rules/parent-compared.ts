import type { Entry } from "../../catalog/model/entry.ts";
import { explainedServicesOf, isExplained } from "../../catalog/model/explained.ts";
import { certainSigns } from "../inference/inferred-provider.ts";
import { DocumentLiterals } from "./document-literals.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { serviceOf } from "./services.ts";
import { isTestDocument } from "./test-documents.ts";

/** How many of the children the message names. */
const maximumNamed = 3;

/** Reports a comparison with a code that has more specific codes below it, none of which the comparison matches. */
export const parentCompared: Rule = {
  id: "parent-compared",
  severity: "hint",

  check(context) {
    const { occurrence, catalog } = context;
    const { literal, evidence, providers, entries } = occurrence;
    const { text, syntax } = literal;
    if (evidence?.kind !== "compared" && evidence?.kind !== "case") return undefined;
    if (syntax?.test !== "equal" || syntax.isNegated || syntax.isAsserted || isTestDocument(context))
      return undefined;
    // A condition that also tests the message is about one failure, not a family.
    if (syntax.otherConditions?.some((one) => /message|msg|contains|includes/i.test(one))) return undefined;
    const [provider] = providers;
    const entry = entries.find(
      (one) => one.code === text && one.provider === provider?.provider && !one.basis,
    );
    // A provider inferred only from codes may have been inferred from this very code.
    if (!entry || !provider || !(certainSigns.has(provider.sign) || provider.sign === "folder"))
      return undefined;
    const all = catalog.children(entry).filter((code) => isExplained(code, catalog));
    if (all.length === 0 || testsFamily(context, all)) return undefined;
    const children = childrenInServices(context, entry, all);
    // A code with a family of its own names one failure, of which a single other code is no variant.
    if (children.length < (text.includes(".") ? 2 : 1)) return undefined;
    const shown = children.slice(0, maximumNamed);
    const more = children.length > shown.length;
    return {
      message: {
        en: `This matches only '${text}', not ${shown.map((code) => `'${code}'`).join(", ")}${more ? " or other codes below it" : ""}. Match by prefix to include them.`,
        "zh-CN": `此处只匹配“${text}”本身，不匹配${shown.map((code) => `“${code}”`).join("、")}${more ? "等下级错误码" : ""}。如需一并处理，请按前缀判断。`,
      },
    };
  },
};

/** Whether the file tests for a child of the code or for the whole family, so that its author knows about them. */
function testsFamily({ occurrence, analysis }: RuleContext, children: readonly string[]): boolean {
  const { text } = occurrence.literal;
  const separator = children[0]?.charAt(text.length) ?? ".";
  const all = DocumentLiterals.of(analysis);
  return all.hasPrefix(text + separator) || all.isContained(text);
}

/** Returns the children possible in the file: those of the service that it works with, then those shared by all. */
function childrenInServices(
  { catalog, document }: RuleContext,
  { provider }: Entry,
  children: readonly string[],
): string[] {
  const all = explainedServicesOf(provider, catalog).filter(
    (service) => service !== "common" && service !== "sdk",
  );
  const own = serviceOf(document, catalog.provider(provider)?.imports ?? [], all);
  const ranked = children.flatMap((code) => {
    const services = catalog
      .entriesOf(code)
      .flatMap((one) => (one.provider === provider && !one.basis ? [one.service] : []));
    if (own !== undefined && services.includes(own)) return [{ code, rank: 0 }];
    return services.includes("common") ? [{ code, rank: 1 }] : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ code }) => code);
}
