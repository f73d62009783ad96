import { quotedCodes } from "./quoted-codes.ts";
import type { Rule } from "./rule.ts";

/** Reports a code that its provider has withdrawn. */
export const deprecatedCode: Rule = {
  id: "deprecated-code",
  severity: "hint",
  autoFix: "all",

  check({ occurrence }) {
    const { entries, providers, literal } = occurrence;
    const own = entries.filter((entry) => providers.some(({ provider }) => provider === entry.provider));
    const relevant = own.length > 0 ? own : entries;
    if (relevant.length === 0 || !relevant.every((entry) => entry.deprecated)) return undefined;
    const suggestions = [...new Set(relevant.flatMap((entry) => entry.deprecated?.use ?? []))];
    const { en, "zh-CN": zh } = quotedCodes(suggestions);
    return {
      message: {
        en: `'${literal.text}' has been withdrawn.${en ? ` Use ${en} instead.` : ""}`,
        "zh-CN": `“${literal.text}”已停用${zh ? `，请改用${zh}` : ""}。`,
      },
      suggestions,
      tag: "deprecated",
    };
  },
};
