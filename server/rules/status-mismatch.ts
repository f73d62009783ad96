import { isDistinctive } from "../../catalog/model/words.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { servicesNamedIn } from "./services.ts";

/** Reports a code that one condition tests together with an HTTP status with which it is never returned. */
export const statusMismatch: Rule = {
  id: "status-mismatch",
  severity: "warning",

  check(context) {
    const { text, syntax } = context.occurrence.literal;
    const [tested, ...others] = syntax?.statuses ?? [];
    // With a success status, the code is in a response body that has further content.
    if (tested === undefined || tested < 400 || others.length > 0 || syntax?.isNegated) return undefined;
    if (syntax?.test !== "equal") return undefined;
    const documented = statusesOf(context);
    if (documented.length === 0 || documented.includes(tested)) return undefined;
    return {
      message: {
        en: `'${text}' is returned with HTTP status ${documented.join(" or ")}, not ${tested}, so this condition is never true. Correct one of the two.`,
        "zh-CN": `“${text}”对应的 HTTP 状态码是 ${documented.join(" 或 ")}，而不是 ${tested}，此条件永远不成立，请改正其中一个。`,
      },
    };
  },
};

/**
 * Returns the HTTP statuses with which a code is returned. Empty if any service states none, or if the document names
 * none of the code's services: services of one provider return the same code with different statuses.
 */
function statusesOf({ occurrence, document }: RuleContext): number[] {
  const { literal, providers } = occurrence;
  const entries = occurrence.entries.filter((entry) =>
    providers.some((one) => one.provider === entry.provider),
  );
  // Lists of codes state some statuses that services do not answer with.
  if (entries.every(({ basis }) => basis)) return [];
  const services = entries.map(({ service }) => service).filter((service) => service !== "common");
  if (!isDistinctive(literal.text) || servicesNamedIn(document, services).length === 0) return [];
  if (entries.some(({ httpStatus }) => httpStatus.length === 0)) return [];
  return [...new Set(entries.flatMap(({ httpStatus }) => httpStatus))].sort((a, b) => a - b);
}
