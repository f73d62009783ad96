import type { Language } from "../text/localized-text.ts";
import { activityOf } from "./activity.ts";
import { chinese, english } from "./filling.ts";
import { stateOf, verbOf } from "./lexicon/lexicon.ts";
import { type Phrase, phraseOf, spaced, withArticle } from "./phrase.ts";
import type { PredicateId } from "./predicates.ts";
import { sentencesOf } from "./sentences.ts";
import type { Statement } from "./statement.ts";

/** The thing that a code speaks of, and the sentence about it. */
export interface Summary {
  thing: Phrase | undefined;
  summary: Record<Language, string>;
}

/**
 * Writes the sentence of a statement that relates two things, names a state, or speaks of something that is done;
 * undefined for all others.
 */
export function relationOf(statement: Statement, code: string): Summary | undefined {
  switch (statement.says) {
    case "resource-mismatch":
      return mismatch(statement, code);
    case "has-dependents":
      return dependents(statement, code);
    case "is-in-state":
    case "is-running":
      return inState(statement, code, false);
    case "not-in-state":
    case "not-stopped":
    case "not-done":
      return inState(statement, code, true);
    case "value-not-supported":
      return unsupportedBy(statement, code);
    case "unsupported":
      return unsupportedBy(statement, code) ?? activity(statement, code);
    case "not-in":
      return notIn(statement, code);
    case "already-in":
      return relate(statement, code, "The {} is|are already in [].", "{}已在[]中。");
    case "comparison":
      return comparison(statement, code);
    case "is-not":
      return isNot(statement, code);
    case "not-attached":
      return relate(statement, code, "The {} is|are not attached to [].", "{}未绑定[]。");
    case "value-conflict":
    case "conflict":
      if (statement.before === "" && statement.previous === "") return conflictOfRequest(statement, code);
      return relate(statement, code, "The {} conflicts|conflict with [].", "{}与[]冲突。");
    case "failed":
    case "cannot":
    case "not-allowed":
    case "internal":
    case "operation-unsupported":
    case "operation-denied":
    case "denied":
    case "denied-open":
    case "timeout":
      return activity(statement, code);
    default:
      return undefined;
  }
}

function mismatch(statement: Statement, code: string): Summary | undefined {
  const { before, after } = statement;
  // Of `vpc id subnet id mismatch`, the first thing ends with its ID.
  const [one, other] = after === "" ? before.split(/ (?:and|with) |(?<= id) /) : [before, after];
  if (one === undefined || other === undefined) return undefined;
  return relate(
    { ...statement, before: one, after: other },
    code,
    "The {} does|do not match [].",
    "{}与[]不匹配。",
  );
}

function notIn({ before, after, previous }: Statement, code: string): Summary | undefined {
  const [a, b] = [phraseOf(before || previous, code), phraseOf(after, code)];
  if (!b) return undefined;
  const zh = `${spaced("{}不在", b.zh)}${spaced(b.zh, "中。").slice(b.zh.length)}`;
  return {
    thing: a,
    summary: a
      ? { en: english(`The {} is|are not in ${withArticle(b)}.`, a), "zh-CN": chinese(zh, a) }
      : { en: `A value is not in ${withArticle(b)}.`, "zh-CN": zh.replace("{}", "参数值") },
  };
}

/** What something is not: its form, or one that is named; other words behind `not` may say anything. */
function isNot(statement: Statement, code: string): Summary | undefined {
  const form = /^(?:base64|boolean|dict|gateway|integer|json|list|number|png|string|utf8|xml|yaml)$/;
  const { said, after } = statement;
  if (/^(?:current|default) /.test(after))
    return relate(statement, code, "The {} is|are not [].", "{}不是[]。");
  const other = said.startsWith("is ") || form.test(after) ? phraseOf(after, code) : undefined;
  if (!other || (other.isVerbatim && !form.test(after))) return undefined;
  const article = /^[A-Z]/.test(other.en) || other.isPlural ? "" : /^[aeiou]/.test(other.en) ? "an " : "a ";
  return relate(statement, code, `The {} is|are not ${article}[en].`, "{}不是[]。");
}

/** Relates two things by words of the code: one conflicts with, is not, or does not compare to the other. */
function relate(statement: Statement, code: string, en: string, zh: string): Summary | undefined {
  const { before, after, previous } = statement;
  const other = after.replace(/^(?:with|to) /, "");
  const one = before === "" && (other !== after || statement.says === "comparison") ? previous : before;
  const [a, b] = [phraseOf(one, code), phraseOf(other, code)];
  if (!a || !b || after === "") return undefined;
  const [left = "", right = ""] = zh.split("[]");
  return {
    thing: a,
    summary: {
      en: english(en.replace("[]", withArticle(b)).replace("[en]", b.en), a),
      "zh-CN": chinese(`${spaced(left, b.zh)}${spaced(b.zh, right).slice(b.zh.length)}`, a),
    },
  };
}

function conflictOfRequest({ after }: Statement, code: string): Summary | undefined {
  const thing = after.startsWith("with ") ? phraseOf(after.slice("with ".length), code) : undefined;
  if (!thing) return undefined;
  const summary = {
    en: `The request conflicts with ${withArticle(thing)}.`,
    "zh-CN": chinese("请求与{}冲突。", thing),
  };
  return { thing, summary };
}

/** The comparisons of codes: the word, the English one, and the Chinese one. */
const comparisons: readonly [RegExp, string, string][] = [
  [/\bbefore\b|\bearlier\b/, "earlier than", "早于"],
  [/\bafter\b|\blater\b/, "later than", "晚于"],
  [/\b(?:less|lower|smaller)\b/, "less than", "小于"],
  [/\b(?:greater|larger|bigger|higher|more)\b/, "greater than", "大于"],
];

function comparison(statement: Statement, code: string): Summary | undefined {
  const [, en, zh] = comparisons.find(([word]) => word.test(statement.said)) ?? [];
  return en && zh ? relate(statement, code, `The {} is|are ${en} [].`, `{}${zh}[]。`) : undefined;
}

/** Of two things, the first does not support the second. */
function unsupportedBy({ before, after, said }: Statement, code: string): Summary | undefined {
  if (before === "" || (after === "" && !said.endsWith("able"))) return undefined;
  const a = phraseOf(before, code);
  if (
    a &&
    (said.endsWith("able") || /^(?:this |the )?(?:operate|operations?|actions?)(?: error)?$/.test(after))
  ) {
    return {
      thing: a,
      summary: {
        en: english("The {} does|do not support this operation.", a),
        "zh-CN": chinese("{}不支持该操作。", a),
      },
    };
  }
  const b = activityOf(after, code) ?? phraseOf(after, code);
  if (!a && b && before.length <= 3) {
    return {
      thing: b,
      summary: { en: english("The {} is|are not supported.", b), "zh-CN": chinese("不支持该{}。", b) },
    };
  }
  if (!a || !b) {
    const { bare } = sentencesOf("unsupported");
    return { thing: undefined, summary: { en: bare.en, "zh-CN": bare.zh } };
  }
  return {
    thing: a,
    summary: {
      en: english(`The {} does|do not support ${withArticle(b)}.`, a),
      "zh-CN": chinese(`{}${spaced("不支持", b.zh)}。`, a),
    },
  };
}

function dependents({ before, after }: Statement, code: string): Summary | undefined {
  const things = phraseOf(after, code);
  // What a thing has, such as its type, does not depend on it.
  const isAttribute = /\b(?:id|mode|name|state|status|type)s?$/i.test(things?.en ?? "");
  if (!things || things.isVerbatim || things.isActivity || isAttribute) return undefined;
  return {
    thing: phraseOf(before, code),
    summary: {
      en: `There are still ${things.plural} that depend on it.`,
      "zh-CN": chinese("仍有{}依赖该资源。", things),
    },
  };
}

function inState({ before, said }: Statement, code: string, isNegated: boolean): Summary | undefined {
  const thing = phraseOf(before.replace(/ (?:status|state)$/, ""), code);
  const word = said
    .replace(/^.*?\b(?=\w+$|rolling back$|being recycled?$)/, "")
    .replace(/^(?:status|state|being) /, "");
  const state = stateOf(word.replace(/ (?:status|state)$/, ""));
  if (!thing || !state || thing.isActivity || (thing.isVerbatim && !thing.isPlain)) return undefined;
  const en = isNegated
    ? `The {} is|are not ${state.en}.`
    : `The {} is|are ${state.en}, which does not allow this operation.`;
  const zh = isNegated ? `{}${negated(state.zh)}。` : `{}${state.zh}，不允许该操作。`;
  return { thing, summary: { en: english(en, thing), "zh-CN": chinese(zh, thing) } };
}

function negated(zh: string): string {
  return /^(?:在|可用)/.test(zh) ? `不${zh}` : `未${zh.replace(/^(?:已|正在)/, "")}`;
}

/** Returns words with a participle at their end as a verb: `branch deleted` → `branch delete`. */
function baseForm(words: string): string {
  const [, start = "", last = ""] = /^(.* )?(\w+)$/.exec(words) ?? [];
  if (!last.endsWith("ed") || verbOf(last)) return words;
  const verb = [last.slice(0, -1), last.slice(0, -2), last.slice(0, -3)].find((one) => verbOf(one));
  return verb ? `${start}${verb}` : words;
}

/** What fails or is not allowed is mostly something that is done. */
const ofActivity: Partial<Record<PredicateId, [en: string, zh: string]>> = {
  failed: ["The {} failed.", "{}失败。"],
  cannot: ["The {} is not possible.", "无法{}。"],
  "not-allowed": ["The {} is not allowed.", "不允许{}。"],
  internal: ["The {} failed because of an internal error.", "{}失败，原因是服务内部错误。"],
  timeout: ["The {} timed out.", "{}超时。"],
  unsupported: ["The {} is not supported.", "不支持{}。"],
  "operation-unsupported": ["The {} is not supported.", "不支持{}。"],
  "operation-denied": ["The {} was refused.", "{}被拒绝。"],
  denied: ["The {} is not allowed for the caller.", "调用方无权{}。"],
  "denied-open": ["The {} is forbidden.", "禁止{}。"],
};

function activity({ says, before, after }: Statement, code: string): Summary | undefined {
  const all = `${before} ${after}`.trim().replace(/ error$/, "");
  const words = says === "cannot" || says === "not-allowed" ? baseForm(all) : all;
  // `Interface not allowed change subnet`: what is not allowed stands behind.
  if (/\b(?:status|state) \w+$/.test(words)) return undefined;
  const thing = (after.includes(" ") ? activityOf(after, code) : undefined) ?? activityOf(words, code);
  const [en, zh] = ofActivity[says] ?? [];
  if (!thing?.isPlain || !en || !zh) return undefined;
  return { thing, summary: { en: english(en, thing), "zh-CN": chinese(zh, thing) } };
}
