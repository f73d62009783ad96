import { handledActionsAt } from "../analysis/handled-actions.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { isTestDocument } from "./test-documents.ts";

/** More calls than these are not named: what handles the failure of that many is meant for any of them. */
const maximumActions = 3;

/** Reports a code that is documented for none of the calls whose failure is certainly all that is handled there. */
export const codeNotOfCall: Rule = {
  id: "code-not-of-call",
  severity: "off",

  check(context) {
    const { occurrence, catalog, analysis } = context;
    const { literal, isKnown } = occurrence;
    const { test } = literal.syntax ?? {};
    const isTested = test === "equal" || occurrence.evidence.kind === "case";
    if (!isKnown || !isTested || isTestDocument(context) || isTransient(context)) return undefined;
    const handled = handledActionsAt(analysis, literal.start);
    if (!handled?.certain || handled.actions.length > maximumActions) return undefined;
    const { actions } = handled;
    const owners = catalog.providersOf(literal.text);
    // A code of another provider is the business of `wrong-provider`.
    if (!actions.every(({ provider }) => owners.includes(provider))) return undefined;
    if (actions.some(({ answers }) => answers.some(({ code }) => code === literal.text))) return undefined;
    const names = [...new Set(actions.map(({ action }) => action))];
    return {
      message: {
        en: `'${literal.text}' is not documented for ${names.join(" or ")}, whose failure is handled here.`,
        "zh-CN": `此处处理的是 ${names.join("、")} 的错误，其文档未列出“${literal.text}”。`,
      },
      // Documents are not complete.
      isLikely: true,
    };
  },
};

/** Whether a later retry can succeed: such codes can come from any action, and few documents list them. */
function isTransient({ occurrence, catalog }: RuleContext): boolean {
  return occurrence.entries.some((entry) => catalog.retry(entry) === "backoff");
}
