import type { LocalizedText } from "../../catalog/model/localized-text.ts";
import type { AnalyzedLiteral } from "../analysis/analysis.ts";
import { listMakers } from "../syntax/condition.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { earlier, isOfTests, testedBy } from "./tests.ts";

/** Where the same code twice is one too many. */
type Where = "list" | "map" | "arguments" | "switch" | "condition";

/** The same code twice in one list, map, call, switch or condition. */
export const duplicate: Rule = {
  id: "duplicate-code",
  severity: "warning",

  check(context) {
    const { occurrence, group, chain } = context;
    const { text, syntax } = occurrence.literal;
    const isSame = (one: AnalyzedLiteral) => one.literal.text === text;
    let where: Where | undefined =
      syntax?.group && isOfAlternatives(context) ? membersOf(syntax.group.kind) : undefined;
    let first = where && earlier(occurrence, group, isSame);
    if (!first && syntax?.branch) {
      where = "condition";
      first = earlier(occurrence, chain, (one) => isSame(one) && isSameTest(one, occurrence));
    }
    if (!first || !where) return undefined;
    const { start, end } = first.literal;
    return {
      message: messages[where](text),
      related: [{ start, end, message: { en: "First here.", "zh-CN": "首次出现在此处。" } }],
      // Of a map, the later value is the one that is kept.
      ...(where === "map" ? {} : { tag: "unnecessary" }),
    };
  },
};

function membersOf(kind: Where | "row"): Where | undefined {
  return kind === "row" ? undefined : kind;
}

/** Two tests of one condition, each of which is enough for its branch. */
function isSameTest({ literal: one }: AnalyzedLiteral, { literal: other }: AnalyzedLiteral): boolean {
  return (
    one.syntax?.branch?.self === other.syntax?.branch?.self &&
    [one, other].every(({ syntax }) => syntax?.branch?.isOnlyCondition && syntax.test === "equal") &&
    testedBy(one) === testedBy(other)
  );
}

/** Things that come one after another, in which the same may come again. */
const sequences =
  /sequence|response|result|mock|fake|stub|actual|side_?effect|history|queue|event|calls|attempt|log|sample|fixture|example|series|stack|row|cell|output|column/i;
/** Functions that look for any of their arguments. */
const anyOf =
  /(?:^|_|\b)(?:is|has|in|any|one|match|catch|retry|ignore|except|handle|contains?)(?=[A-Z_]|\b)|codes$/i;

/** Whether a literal is one of several of which each stands for itself, so that none is needed twice. */
function isOfAlternatives(context: RuleContext): boolean {
  const { occurrence, group } = context;
  const { evidence, literal } = occurrence;
  const { syntax } = literal;
  const { kind, callee = "" } = syntax?.group ?? {};
  if (kind === "switch" || kind === "map") return true;
  if (syntax?.isAsserted) return false;
  if (kind === "list" && syntax?.test === "equal") return true;
  if (isOfTests(context) || sequences.test(evidence?.subject ?? "")) return false;
  // Of two, one may be the name and the other the code.
  if (kind === "list") return group.length > 2;
  if (kind !== "arguments" || sequences.test(callee)) return false;
  if (listMakers.test(callee))
    return !/[Mm]ap\b|\bMap\W/.test(callee) && (syntax?.test === "equal" || group.length > 2);
  return anyOf.test(callee.split(/\W+/).at(-1) ?? "");
}

const messages: Record<Where, (code: string) => LocalizedText> = {
  list: (code) => ({
    en: `'${code}' is already in this list. Remove one of the two.`,
    "zh-CN": `“${code}”在此列表中重复，请删除其中一个。`,
  }),
  map: (code) => ({
    en: `'${code}' is already a key here, and only one of the two values is kept. Remove one of them.`,
    "zh-CN": `“${code}”在此处已是键，两个值只会保留一个，请删除其中一项。`,
  }),
  arguments: (code) => ({
    en: `'${code}' is already given to this call. Remove one of the two.`,
    "zh-CN": `“${code}”已传入此调用，请删除其中一个。`,
  }),
  switch: (code) => ({
    en: `'${code}' is already a case here, so this one is never taken. Remove one of the two.`,
    "zh-CN": `此处已有“${code}”的分支，这一个永远不会执行，请删除其中一个。`,
  }),
  condition: (code) => ({
    en: `'${code}' is already asked for in this condition. Remove one of the two.`,
    "zh-CN": `此条件已判断过“${code}”，请删除其中一个。`,
  }),
};
