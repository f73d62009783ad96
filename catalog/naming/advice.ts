import type { Concept } from "../schema/schema.ts";
import type { Retry } from "../schema/terms.ts";
import type { Language } from "../text/localized-text.ts";
import { type Phrase, spaced, withArticle } from "./phrase.ts";
import type { PredicateId } from "./predicates.ts";

type Sentence = Record<Language, string>;

/** Why something happens and what to do about it. */
interface Advice {
  cause: Concept["cause"];
  fix: Concept["fix"];
}

/** The advice of concepts with the thing named: `{}` stands for the thing, in English with its article. */
const advice: Readonly<Record<string, { cause?: Sentence; fix: Sentence }>> = {
  "parameter-format": {
    cause: {
      en: "The value given for {} does not have the required form.",
      "zh-CN": "为{}传入的值不符合规定的格式。",
    },
    fix: {
      en: "Compare the value of {} with the pattern and the example in the reference. Look for stray spaces and characters that are not allowed.",
      "zh-CN": "对照参考文档中的格式规则和示例检查{}的值，留意多余的空格和不允许的字符。",
    },
  },
  "parameter-invalid": {
    cause: {
      en: "The value given for {} is not one the operation accepts.",
      "zh-CN": "操作不接受为{}传入的值。",
    },
    fix: {
      en: "Compare {} with the reference of this operation and version: type, format and allowed values.",
      "zh-CN": "对照该操作和版本的参考文档，核对{}的类型、格式和取值。",
    },
  },
  "parameter-value-invalid": {
    cause: { en: "The value given for {} is not one of those allowed.", "zh-CN": "{}的取值不在允许之列。" },
    fix: {
      en: "Compare the value of {} with what the reference allows, letter case included. That may depend on the region, the zone or another parameter.",
      "zh-CN": "将{}的取值与参考文档允许的取值对照，注意大小写；允许的取值可能因地域、可用区或其他参数而异。",
    },
  },
  "parameter-missing": {
    cause: {
      en: "The operation needs {}, which is absent or empty.",
      "zh-CN": "操作需要{}，但请求没有传入，或者值为空。",
    },
    fix: {
      en: "Pass {}, and check spelling, letter case and nesting. Many clients silently leave out empty values.",
      "zh-CN": "传入{}，并检查拼写、大小写和层级；不少客户端会自动略去空值。",
    },
  },
  "parameter-out-of-range": {
    fix: {
      en: "Look up the smallest and largest value allowed for {}, and check the unit.",
      "zh-CN": "查明{}允许的最小值和最大值，并核对单位。",
    },
  },
  "parameter-too-large": {
    fix: {
      en: "Keep {} within the limit that the message or the reference states, and check the unit.",
      "zh-CN": "将{}控制在错误信息或参考文档给出的上限以内，并核对单位。",
    },
  },
  "parameter-too-small": {
    fix: {
      en: "Raise {} to the documented minimum, and check for zero, negative numbers and a wrong unit.",
      "zh-CN": "将{}提高到文档规定的下限，并检查是否误传了 0、负数或用错了单位。",
    },
  },
  "parameter-too-long": {
    fix: {
      en: "Shorten {} to the documented maximum, and check whether that counts characters or bytes.",
      "zh-CN": "将{}缩短到文档规定的上限以内，并核对上限是按字符还是按字节计算。",
    },
  },
  "parameter-duplicate": {
    fix: {
      en: "Give each value of {} once, and choose one that is not yet taken.",
      "zh-CN": "确保{}的每个取值只出现一次，并且尚未被占用。",
    },
  },
  "resource-not-found": {
    cause: {
      en: "What the request gives for {} was not found. It has been deleted, was not created yet, or lives in another region or account.",
      "zh-CN": "找不到请求中为{}指定的对象：可能已被删除、尚未创建，或者位于其他地域或账号。",
    },
    fix: {
      en: "Check {} in the request, the region and the account. Right after something was created, wait until a query shows it; when deleting, this usually counts as done.",
      "zh-CN":
        "核对请求中的{}、地域和账号。刚创建的要等到能够查询到之后再使用；如果是在删除，通常可以视为已经完成。",
    },
  },
  "resource-exists": {
    cause: { en: "The request would create {} a second time.", "zh-CN": "请求会重复创建{}。" },
    fix: {
      en: "Look up {} that is there already and use it, or choose another name. After a retry, it may be the one that your first attempt created.",
      "zh-CN": "先查询已有的{}，可以直接使用，或者换一个名称；如果发生过重试，它可能正是首次请求创建的。",
    },
  },
  "resource-in-use": {
    cause: { en: "Something else still uses {}.", "zh-CN": "仍有其他资源在使用{}。" },
    fix: {
      en: "Find out what still uses {}, release or delete that first, then try again.",
      "zh-CN": "查明是什么在使用{}，先解除或删除，再重新操作。",
    },
  },
  "state-conflict": {
    cause: {
      en: "The operation is not allowed in the present state of {}.",
      "zh-CN": "{}当前的状态不允许执行该操作。",
    },
    fix: {
      en: "Query the state of {}. If it is a passing one, poll until it has changed and try again; otherwise bring it into the required state first.",
      "zh-CN": "查询{}的状态：若为过渡状态，轮询至状态改变后再试；否则先将其切换到要求的状态。",
    },
  },
  "quota-exceeded": {
    cause: { en: "The limit for {} has been reached.", "zh-CN": "{}已达到上限。" },
    fix: {
      en: "Remove {s} that are no longer needed, or ask the provider for a higher limit.",
      "zh-CN": "清理不再需要的{}，或者向厂商申请提高上限。",
    },
  },
  "resource-disabled": {
    fix: {
      en: "Look up the state of {} and the notices in the console and find out the reason. Then enable or renew it, settle the bill or contact support.",
      "zh-CN": "在控制台查看{}的状态和相关通知，弄清原因后再启用、续费、结清账单或联系客服。",
    },
  },
};

/** Advice that depends on what exactly a code says, or on the number of the thing. */
const sharper = {
  length: {
    en: "Compare the length of {} with the documented minimum and maximum, which count characters or bytes.",
    "zh-CN": "将{}的长度与文档规定的上下限对照，并留意是按字符还是按字节计算。",
  },
  several: {
    en: "Pass fewer of {} at once, or split them into several requests.",
    "zh-CN": "减少单次传入的{}，或者拆分到多个请求中。",
  },
} satisfies Record<string, Sentence>;

/** The advice on a state that does not pass by itself. */
const lastingState: Record<"bare" | "named", Sentence> = {
  bare: {
    en: "Query the state and bring the resource into the one that the operation requires. If it is already as you want it, this counts as done.",
    "zh-CN": "查询资源状态，先将其切换到操作要求的状态；如果已经符合预期，可视为已经完成。",
  },
  named: {
    en: "Query the state of {} and bring it into the one that the operation requires. If it is already as you want it, this counts as done.",
    "zh-CN": "查询{}的状态，先将其切换到操作要求的状态；如果已经符合预期，可视为已经完成。",
  },
};

/**
 * Returns the advice of a concept, with the thing named where that makes it clearer. `retry` is the advice on retrying
 * of the reading, which may differ from the concept's; `says` is what the code says.
 */
export function adviceOf(
  concept: Concept,
  thing: Phrase | undefined,
  retry: Retry,
  says: PredicateId,
): Advice {
  const named = advice[concept.id];
  const isLasting = concept.id === "state-conflict" && retry === "no";
  if (!named || !thing || thing.isActivity)
    return { cause: concept.cause, fix: isLasting ? lastingState.bare : concept.fix };
  const fix = isLasting ? lastingState.named : fixOf(named.fix, thing, says);
  return {
    cause: named.cause ? filled(named.cause, thing) : concept.cause,
    // Of what has no number, there are none to remove.
    fix: fix.en.includes("{s}") && thing.isUncountable ? concept.fix : filled(fix, thing),
  };
}

function fixOf(fix: Sentence, thing: Phrase, says: PredicateId): Sentence {
  if (says === "length-invalid") return sharper.length;
  return thing.isPlural && (says === "too-large" || says === "too-long") ? sharper.several : fix;
}

function filled(sentence: Sentence, thing: Phrase): Sentence {
  const [before = "", after = ""] = sentence["zh-CN"].split("{}");
  return {
    en: sentence.en.replace("{}", withArticle(thing)).replace("{s}", thing.plural),
    "zh-CN": spaced(spaced(before, thing.zh), after),
  };
}
