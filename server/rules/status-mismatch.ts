import { isDistinctive } from "../../catalog/model/words.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { servicesNamedIn } from "./services.ts";

/** A code and an HTTP status that are tested together and never come together. */
export const statusMismatch: Rule = {
  id: "status-mismatch",
  severity: "warning",

  check(context) {
    const { text, syntax } = context.occurrence.literal;
    const [asked, ...others] = syntax?.statuses ?? [];
    // Where a code comes with success, it does so inside a body that says more.
    if (asked === undefined || asked < 400 || others.length > 0 || syntax?.isNegated) return undefined;
    if (syntax?.test !== "equal") return undefined;
    const stated = statusesOf(context);
    if (stated.length === 0 || stated.includes(asked)) return undefined;
    return {
      message: {
        en: `'${text}' comes with HTTP status ${stated.join(" or ")}, not ${asked}, so this is never true. Ask for the one or the other.`,
        "zh-CN": `“${text}”对应的 HTTP 状态码是 ${stated.join(" 或 ")}，而不是 ${asked}，此条件永远不成立，请改正其中一个。`,
      },
    };
  },
};

/**
 * The statuses that a code comes with; none where some service does not say, or where the document is about none of
 * those that do: the services of a provider do not agree on the statuses of what they all call the same.
 */
function statusesOf({ occurrence, document }: RuleContext): number[] {
  const { literal, providers } = occurrence;
  const entries = occurrence.entries.filter((entry) =>
    providers.some((one) => one.provider === entry.provider),
  );
  const services = entries.map(({ service }) => service).filter((service) => service !== "common");
  if (!isDistinctive(literal.text) || servicesNamedIn(document, services).length === 0) return [];
  if (entries.some(({ httpStatus }) => httpStatus.length === 0)) return [];
  return [...new Set(entries.flatMap(({ httpStatus }) => httpStatus))].sort((a, b) => a - b);
}
