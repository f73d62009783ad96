import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import type { BranchChain } from "../syntax/literal.ts";
import { shadowing } from "./earlier-tests.ts";
import type { Rule } from "./rule.ts";

/** Reports a code that is tested after a branch that already matches it. */
export const unreachableCode: Rule = {
  id: "unreachable-code",
  severity: "warning",

  check({ occurrence, analysis }) {
    const { literal } = occurrence;
    const { branch, test, isNegated } = literal.syntax ?? {};
    if (!branch || !test || isNegated) return undefined;
    const earlier = shadowing(occurrence, chainOf(analysis, branch.chain));
    if (!earlier) return undefined;
    const { text, start, end } = earlier.literal;
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

const chains = new WeakMap<Analysis, Map<BranchChain, AnalyzedLiteral[]>>();

/** Returns all literals of a chain of branches, with or without evidence: prefixes (`"AuthFailure."`) have none. */
function chainOf(analysis: Analysis, chain: BranchChain): readonly AnalyzedLiteral[] {
  let all = chains.get(analysis);
  if (!all) {
    all = new Map();
    for (const one of analysis.literals) {
      const of = one.literal.syntax?.branch?.chain;
      const others = of && all.get(of);
      if (others) others.push(one);
      else if (of) all.set(of, [one]);
    }
    chains.set(analysis, all);
  }
  return all.get(chain) ?? [];
}
