import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import { listConstructors } from "../syntax/context/condition.ts";
import { sameBefore, sameTestBefore } from "./earlier-tests.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { isTestDocument } from "./test-documents.ts";

/** The constructs in which a code is redundant the second time. */
type Container = "list" | "map" | "arguments" | "switch" | "condition";

/** Reports the second of two equal codes in one list, map, call, switch or condition. */
export const duplicateCode: Rule = {
  id: "duplicate-code",
  severity: "warning",

  check(context) {
    const { occurrence, group, chain } = context;
    const { text, syntax } = occurrence.literal;
    let container: Container | undefined =
      syntax?.group && isAlternative(context) ? containerOf(syntax.group.kind) : undefined;
    let first = container && sameBefore(occurrence, group);
    if (!first && syntax?.branch) {
      container = "condition";
      first = sameTestBefore(occurrence, chain);
    }
    if (!first || !container) return undefined;
    const { start, end } = first.literal;
    return {
      message: messages[container](text),
      related: [{ start, end, message: { en: "It first appears here.", "zh-CN": "首次出现在此处。" } }],
      // Of two equal keys of a map, the later value is the one that is kept.
      ...(container === "map" ? {} : { tag: "unnecessary" }),
    };
  },
};

function containerOf(kind: Container | "row"): Container | undefined {
  return kind === "row" ? undefined : kind;
}

/** Names of sequences, in which equal members may recur. */
const sequences =
  /sequence|response|result|mock|fake|stub|actual|side_?effect|history|queue|event|calls|attempt|log|sample|fixture|example|series|stack|row|cell|output|column/i;
/** Names of functions that match any of their arguments. */
const anyOf =
  /(?:^|_|\b)(?:is|has|in|any|one|match|catch|retry|ignore|except|handle|contains?)(?=[A-Z_]|\b)|codes$/i;

/** Whether a literal is one of several alternatives, of which none is needed twice. */
function isAlternative(context: RuleContext): boolean {
  const { occurrence, group } = context;
  const { evidence, literal } = occurrence;
  const { syntax } = literal;
  const { kind, callee = "" } = syntax?.group ?? {};
  if (kind === "switch" || kind === "map") return true;
  if (syntax?.isAsserted) return false;
  if (kind === "list" && syntax?.test === "equal") return true;
  if (isTestDocument(context) || sequences.test(evidence?.subject ?? "")) return false;
  // A list of two may be a name and its code.
  if (kind === "list") return group.length > 2;
  if (kind !== "arguments" || sequences.test(callee)) return false;
  if (listConstructors.test(callee))
    return !/[Mm]ap\b|\bMap\W/.test(callee) && (syntax?.test === "equal" || group.length > 2);
  return anyOf.test(callee.split(/\W+/).at(-1) ?? "");
}

const messages: Record<Container, (code: string) => LocalizedText> = {
  list: (code) => ({
    en: `'${code}' is already in this list. Remove one of the two.`,
    "zh-CN": `“${code}”在此列表中重复，请删除其中一个。`,
  }),
  map: (code) => ({
    en: `'${code}' is already a key here, and only one of the two values is kept. Remove one of them.`,
    "zh-CN": `此处已有键“${code}”，两个值只会保留一个，请删除其中一项。`,
  }),
  arguments: (code) => ({
    en: `'${code}' is already an argument of this call. Remove one of the two.`,
    "zh-CN": `“${code}”已是此调用的参数，请删除其中一个。`,
  }),
  switch: (code) => ({
    en: `'${code}' already has a case here, so this one is never reached. Remove one of the two.`,
    "zh-CN": `前面已有“${code}”的分支，此分支永远不会执行，请删除其中一个。`,
  }),
  condition: (code) => ({
    en: `'${code}' is already tested in this condition. Remove one of the two.`,
    "zh-CN": `此条件已判断过“${code}”，请删除其中一个。`,
  }),
};
