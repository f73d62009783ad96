import { groupBy } from "../../catalog/model/group-by.ts";
import type { Analysis, AnalyzedLiteral } from "../analysis/analysis.ts";
import type { BranchChain, Literal } from "../syntax/literal.ts";
import type { Rule } from "./rule.ts";
import { earlier, testedBy } from "./tests.ts";

/** A code that is asked for after a branch that already takes it. */
export const unreachable: Rule = {
  id: "unreachable-code",
  severity: "warning",

  check({ occurrence, analysis }) {
    const { literal } = occurrence;
    const { branch, test, isNegated } = literal.syntax ?? {};
    if (!branch || !test || isNegated) return undefined;
    const taking = earlier(occurrence, chainOf(analysis, branch.chain), (one) => takes(one.literal, literal));
    if (!taking) return undefined;
    const { text, start, end } = taking.literal;
    const isSame = text === literal.text;
    return {
      message: {
        en: `'${literal.text}' never gets here: an earlier branch already takes ${isSame ? "it" : `it by '${text}'`}. Remove this test, or put it first.`,
        "zh-CN": `“${literal.text}”不会执行到这里：前面的分支已${isSame ? "处理它" : `通过“${text}”匹配它`}。请删除此判断，或将其移到前面。`,
      },
      related: [{ start, end, message: { en: "This branch takes it.", "zh-CN": "它由此分支处理。" } }],
    };
  },
};

const chains = new WeakMap<Analysis, Map<BranchChain | undefined, AnalyzedLiteral[]>>();

/** All that is asked for in a chain of branches: of families (`"AuthFailure."`) there is no evidence. */
function chainOf(analysis: Analysis, chain: BranchChain): readonly AnalyzedLiteral[] {
  let all = chains.get(analysis);
  if (!all) {
    all = groupBy(analysis.literals, ({ literal }) => literal.syntax?.branch?.chain);
    chains.set(analysis, all);
  }
  return all.get(chain) ?? [];
}

/** Whether the branch of one literal takes all that another, later one asks for. */
function takes(earlier: Literal, later: Literal): boolean {
  const { branch, test, isNegated, group } = earlier.syntax ?? {};
  if (!branch?.isOnlyCondition || !test || isNegated) return false;
  if (branch.self === later.syntax?.branch?.self) return false;
  // The same label twice is a duplicate.
  if (group && group === later.syntax?.group && earlier.text === later.text) return false;
  const subject = testedBy(earlier);
  return subject !== undefined && subject === testedBy(later) && covers(earlier, later);
}

/** Whether every text that passes the later test passes the earlier one. */
function covers({ text, syntax }: Literal, { text: later, syntax: laterPlace }: Literal): boolean {
  const test = laterPlace?.test;
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
