import type { Text } from "../../catalog/model/localized-text.ts";
import type { Belief } from "../analysis/analysis.ts";
import { listMakers } from "../syntax/condition.ts";
import type { Rule, Subject } from "./rule.ts";
import { before, isOfTests, testedBy } from "./tested.ts";

/** Where the same code twice is one too many. */
type Where = "list" | "map" | "arguments" | "switch" | "condition";

/** The same code twice in one list, map, call, switch or condition. */
export const duplicate: Rule = {
  id: "duplicate-code",
  severity: "warning",

  check(subject) {
    const { belief, group, chain } = subject;
    const { text, place } = belief.literal;
    const isSame = (one: Belief) => one.literal.text === text;
    let where: Where | undefined =
      place?.group && isOfAlternatives(subject) ? membersOf(place.group.kind) : undefined;
    let first = where && before(belief, group, isSame);
    if (!first && place?.branch) {
      where = "condition";
      first = before(belief, chain, (one) => isSame(one) && isSameTest(one, belief));
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
function isSameTest({ literal: one }: Belief, { literal: other }: Belief): boolean {
  return (
    one.place?.branch?.self === other.place?.branch?.self &&
    [one, other].every(({ place }) => place?.branch?.alone && place.test === "equal") &&
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
function isOfAlternatives(subject: Subject): boolean {
  const { belief, group } = subject;
  const { evidence, literal } = belief;
  const { place } = literal;
  const { kind, called = "" } = place?.group ?? {};
  if (kind === "switch" || kind === "map") return true;
  if (place?.asserted) return false;
  if (kind === "list" && place?.test === "equal") return true;
  if (isOfTests(subject) || sequences.test(evidence?.subject ?? "")) return false;
  // Of two, one may be the name and the other the code.
  if (kind === "list") return group.length > 2;
  if (kind !== "arguments" || sequences.test(called)) return false;
  if (listMakers.test(called))
    return !/[Mm]ap\b|\bMap\W/.test(called) && (place?.test === "equal" || group.length > 2);
  return anyOf.test(called.split(/\W+/).at(-1) ?? "");
}

const messages: Record<Where, (code: string) => Text> = {
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
