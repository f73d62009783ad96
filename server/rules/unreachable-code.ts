import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import type { BranchChain, Literal } from "../syntax/literal.ts";
import { findEarlier, testedExpressionOf } from "./earlier-tests.ts";
import type { Rule } from "./rule.ts";

/** Reports a code that is tested after a branch that already matches it. */
export const unreachableCode: Rule = {
  id: "unreachable-code",
  severity: "warning",

  check({ occurrence, analysis }) {
    const { literal } = occurrence;
    const { branch, test, isNegated } = literal.syntax ?? {};
    if (!branch || !test || isNegated) return undefined;
    const shadowing = findEarlier(occurrence, chainOf(analysis, branch.chain), (one) =>
      shadows(one.literal, literal),
    );
    if (!shadowing) return undefined;
    const { text, start, end } = shadowing.literal;
    const isSame = text === literal.text;
    return {
      message: {
        en: `'${literal.text}' never reaches this branch: an earlier one already matches ${isSame ? "it" : `it with '${text}'`}. Remove this test or move it up.`,
        "zh-CN": `“${literal.text}”不会进入此分支：前面的分支已${isSame ? "匹配它" : `通过“${text}”匹配它`}。请删除此判断，或将其移到前面。`,
      },
      related: [
        { start, end, message: { en: "This branch matches it first.", "zh-CN": "此分支先匹配到它。" } },
      ],
    };
  },
};

const chains = new WeakMap<Analysis, Map<BranchChain | undefined, AnalyzedLiteral[]>>();

/** Returns all literals of a chain of branches, with or without evidence: prefixes (`"AuthFailure."`) have none. */
function chainOf(analysis: Analysis, chain: BranchChain): readonly AnalyzedLiteral[] {
  let all = chains.get(analysis);
  if (!all) {
    all = Map.groupBy(analysis.literals, ({ literal }) => literal.syntax?.branch?.chain);
    chains.set(analysis, all);
  }
  return all.get(chain) ?? [];
}

/** Whether the branch of one literal is always taken where a later literal would match. */
function shadows(earlier: Literal, later: Literal): boolean {
  const { branch, test, isNegated, group } = earlier.syntax ?? {};
  if (!branch?.isOnlyCondition || !test || isNegated) return false;
  if (branch.self === later.syntax?.branch?.self) return false;
  // Two equal labels of one switch are left to `duplicate-code`.
  if (group && group === later.syntax?.group && earlier.text === later.text) return false;
  const subject = testedExpressionOf(earlier);
  return subject !== undefined && subject === testedExpressionOf(later) && covers(earlier, later);
}

/** Whether every text that satisfies the later test also satisfies the earlier one. */
function covers({ text, syntax }: Literal, { text: later, syntax: laterSyntax }: Literal): boolean {
  const test = laterSyntax?.test;
  switch (syntax?.test) {
    case "equal":
      return test === "equal" && later === text;
    case "prefix":
      return (test === "equal" || test === "prefix") && later.startsWith(text);
    case "suffix":
      return (test === "equal" || test === "suffix") && later.endsWith(text);
    case "part":
      return later.includes(text);
    default:
      return false;
  }
}
