import type { Language } from "../model/localized-text.ts";
import { stateOf } from "./lexicon/lexicon.ts";
import { activityOf, type Phrase, phraseOf, spaced, withArticle } from "./phrase.ts";
import { type PredicateId, predicateOf } from "./predicates.ts";
import type { Statement } from "./statement.ts";

type Sentence = Record<Language, string>;

/** A statement's thing, and the sentence about it. */
export interface Summary {
  thing: Phrase | undefined;
  summary: Sentence;
}

/** Writes the sentence of a statement, in both languages. */
export function summaryOf(statement: Statement, code: string): Summary {
  const { en, zh, bareEn, bareZh } = predicateOf(statement.says);
  const special = specialSummaryOf(statement, code);
  if (special) return special;
  const thing = thingOf(statement, code);
  const isUseful = thing !== undefined && ((thing.isPlain && !thing.isGeneral) || !/\{the\}/.test(en ?? ""));
  if (!isUseful || !en || !zh) return { thing, summary: { en: bareEn, "zh-CN": bareZh } };
  return { thing, summary: { en: english(en, thing), "zh-CN": chinese(zh, thing) } };
}

/** What is said of the thing behind it: `no such bucket`. */
const namesThingBehind: readonly PredicateId[] = ["not-found", "exists", "configuration-missing", "missing"];

/** Predicates of amounts; what has one may stand with it: `instance count`. */
const ofAmount: readonly PredicateId[] = ["quota", "insufficient", "sold-out", "too-many"];

/** Predicates that speak of the state of a thing, which the code may name: `instance status`. */
const ofState: readonly PredicateId[] = ["state", "disabled", "resource-deleting", "locked"];

function thingOf({ says, before, after }: Statement, code: string): Phrase | undefined {
  const owner = (text: string) => {
    if (ofState.includes(says)) return text.replace(/(?:^| )(?:life cycle )?(?:status|state)$/, "");
    if (says === "name-taken") return text.replace(/(?:^| )name$/, "");
    if (!ofAmount.includes(says)) return text;
    return /(?:status|state|type)$/.test(text) ? "" : text.replace(/ (?:count|number|quantity|amount|quota|limit)s?$/, "");
  };
  const [first, second] = [phraseOf(owner(before), code), phraseOf(owner(after), code)];
  if (first && after !== "" && namesThingBehind.includes(says)) return second ? undefined : first;
  return first ?? second;
}

function specialSummaryOf(statement: Statement, code: string): Summary | undefined {
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
      return inState(statement, code, true);
    case "unsupported":
    case "value-not-supported":
      return unsupportedBy(statement, code) ?? activity(statement, code);
    case "not-in":
      return notIn(statement, code);
    case "failed":
    case "not-allowed":
    case "internal":
    case "operation-unsupported":
    case "operation-denied":
    case "timeout":
      return activity(statement, code);
    default:
      return undefined;
  }
}

function mismatch({ before, after }: Statement, code: string): Summary | undefined {
  const [, one = before, other = after] = (after === "" && /^(.+) (?:and|with) (.+)$|^(.+? id) (.+)$/.exec(before)?.filter((part) => part !== undefined)) || [];
  const [a, b] = [phraseOf(one, code), phraseOf(other, code)];
  if (!a || !b) return undefined;
  return {
    thing: a,
    summary: {
      en: english(`The {} does|do not match ${withArticle(b)}.`, a),
      "zh-CN": `${spaced(spaced(a.zh, "与"), b.zh)}`.concat(spaced(b.zh, "不匹配。").slice(b.zh.length)),
    },
  };
}

function notIn({ before, after }: Statement, code: string): Summary | undefined {
  const [a, b] = [phraseOf(before, code), phraseOf(after, code)];
  if (!a || !b) return undefined;
  return {
    thing: a,
    summary: {
      en: english(`The {} is|are not in ${withArticle(b)}.`, a),
      "zh-CN": chinese(`${spaced("{}不在", b.zh)}中。`.replace(/(?<=[!-z])中/, " 中"), a),
    },
  };
}

/** Of two things, the first does not support the second. */
function unsupportedBy({ before, after }: Statement, code: string): Summary | undefined {
  if (before === "" || after === "") return undefined;
  const a = phraseOf(before, code);
  const b = activityOf(after, code) ?? phraseOf(after, code);
  if (!a || !b) return { thing: undefined, summary: bareSummaryOf("unsupported") };
  return {
    thing: a,
    summary: {
      en: english(`The {} does|do not support ${withArticle(b)}.`, a),
      "zh-CN": chinese(`{}${spaced("不支持", b.zh)}。`, a),
    },
  };
}

function bareSummaryOf(id: PredicateId): Sentence {
  const { bareEn, bareZh } = predicateOf(id);
  return { en: bareEn, "zh-CN": bareZh };
}

function dependents({ before, after }: Statement, code: string): Summary | undefined {
  const things = phraseOf(after, code);
  if (!things || things.isVerbatim || things.isActivity) return undefined;
  return {
    thing: phraseOf(before, code),
    summary: {
      en: `There are still ${things.plural} that depend on it.`,
      "zh-CN": chinese("仍有{}依赖该资源。", things),
    },
  };
}

function inState({ before, said }: Statement, code: string, isNegated: boolean): Summary | undefined {
  const thing = phraseOf(before, code);
  const word = said.replace(/^.*?\b(?=\w+$|rolling back$|being recycled?$)/, "").replace(/^(?:status|state|being) /, "");
  const state = stateOf(word.replace(/ (?:status|state)$/, ""));
  if (!thing || !state || thing.isActivity) return undefined;
  const en = isNegated ? `The {} is|are not ${state.en}.` : `The {} is|are ${state.en}, which does not allow this operation.`;
  const zh = isNegated ? `{}${negated(state.zh)}。` : `{}${state.zh}，不允许该操作。`;
  return { thing, summary: { en: english(en, thing), "zh-CN": chinese(zh, thing) } };
}

function negated(zh: string): string {
  return /^(?:在|可用)/.test(zh) ? `不${zh}` : `未${zh.replace(/^(?:已|正在)/, "")}`;
}

/** What fails or is not allowed is mostly something that is done. */
const ofActivity: Partial<Record<PredicateId, [en: string, zh: string]>> = {
  failed: ["The {} failed.", "{}失败。"],
  "not-allowed": ["The {} is not allowed.", "不允许{}。"],
  internal: ["The {} failed because of an internal error.", "{}失败，原因是服务内部错误。"],
  timeout: ["The {} timed out.", "{}超时。"],
  unsupported: ["The {} is not supported.", "不支持{}。"],
  "value-not-supported": ["The {} is not supported.", "不支持{}。"],
  "operation-unsupported": ["The {} is not supported.", "不支持{}。"],
  "operation-denied": ["The {} was refused.", "{}被拒绝。"],
};

function activity({ says, before, after }: Statement, code: string): Summary | undefined {
  const thing = activityOf(`${before} ${after}`.trim(), code);
  const [en, zh] = ofActivity[says] ?? [];
  if (!thing?.isPlain || !en || !zh) return undefined;
  return { thing, summary: { en: english(en, thing), "zh-CN": chinese(zh, thing) } };
}

/** Fills in an English sentence that begins with `The {}` or has `{s}` for several of the thing. */
function english(sentence: string, thing: Phrase): string {
  const isSingular = !thing.isPlural;
  const several = /\{s\}/.test(sentence);
  const agreed = sentence.replace(/(\w+)\|(\w+)/g, (_, one, other) =>
    (several ? thing.isUncountable : isSingular) ? one : other,
  );
  const filled = thing.isActivity || thing.isVerbatim ? agreed.replace(/^The \{\}/, "{}") : agreed;
  const text = filled.replace("{}", thing.en).replace("{the}", withArticle(thing)).replace("{s}", thing.plural);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Fills in a Chinese sentence; `{n}` is the number of the thing, or the thing itself if it is an amount. */
function chinese(sentence: string, { zh, isUncountable, isVerbatim }: Phrase): string {
  const name = sentence.includes("{n}") && !isUncountable && !/(?:数量|数|上限|配额|大小|长度)$/.test(zh) ? spaced(zh, "数量") : zh;
  const [before = "", after = ""] = (isVerbatim ? sentence.replace("该{}", "{}") : sentence).split(/\{n?\}/);
  return spaced(spaced(before, name), after);
}
