import { chinese, english, onOperation } from "./filling.ts";
import { nounAt, verbOf } from "./lexicon/lexicon.ts";
import { type Phrase, phraseOf } from "./phrase.ts";
import type { PredicateId } from "./predicates.ts";
import { relationOf, type Summary } from "./relations.ts";
import { sentencesOf } from "./sentences.ts";
import type { Statement } from "./statement.ts";

/** Writes the sentence of a statement, in both languages. */
export function summaryOf(statement: Statement, code: string): Summary {
  const relation = relationOf(statement, code);
  if (relation) return relation;
  const { bare, ofThing } = sentencesOf(statement.says);
  const thing = thingOf(statement, code);
  const isUseful = thing && ((thing.isPlain && !thing.isGeneral) || !ofThing?.en.includes("{the}"));
  const isSaid =
    (statement.says === "name-taken" && thing?.en === "name") ||
    (statement.says === "state" && /^operations?$/.test(thing?.en ?? ""));
  const isUncounted = thing?.isVerbatim === true && isOddInNumber(thing.en, ofThing?.en ?? "");
  if (!isUseful || !ofThing || isSaid || isUncounted)
    return { thing, summary: { en: bare.en, "zh-CN": bare.zh } };
  const [en, zh] = [onOperation(ofThing.en, thing), onOperation(ofThing.zh, thing)];
  return { thing, summary: { en: english(en, thing), "zh-CN": chinese(zh, thing) } };
}

/** Whether a word of the code itself, of which the number is not known, reads oddly in a sentence: `too many Depth`. */
function isOddInNumber(word: string, sentence: string): boolean {
  return sentence.includes("enough {s}") || (sentence.includes("many {s}") && !word.endsWith("s"));
}

/** What is said of the thing behind it: `no such bucket`. */
const namesThingBehind: readonly PredicateId[] = ["not-found", "exists", "configuration-missing", "missing"];

/** What is mostly said of the thing behind it, as an adjective: `repeated order`. */
const qualifiesThingBehind: readonly PredicateId[] = [
  "duplicate",
  "repeated",
  "absent",
  "illegal",
  "only",
  "value-invalid",
  "text-invalid",
];

/** Predicates of amounts; what has one may stand with it: `instance count`. */
const ofAmount: readonly PredicateId[] = ["quota", "insufficient", "sold-out", "too-many"];

/** Predicates of one value that has bounds; the code may name the bound: `maximum document size`. */
const ofBounds: readonly PredicateId[] = ["too-large", "too-small", "too-long", "too-short", "beyond-limit"];

/** Predicates that speak of the state of a thing, which the code may name: `instance status`. */
const ofState: readonly PredicateId[] = ["state", "disabled", "resource-deleting", "locked"];

function thingOf({ says, before, after }: Statement, code: string): Phrase | undefined {
  const [first, second] = [before, after].map((words) => phraseOf(ownerIn(words, says), code));
  if (first && after !== "" && namesThingBehind.includes(says)) return second ? undefined : first;
  // What stands before it does not lack itself: `plugin no use`.
  if (says === "absent" && after !== "") return second;
  return qualifiesThingBehind.includes(says) ? (second ?? first) : (first ?? second);
}

/** Returns words without those that the sentence of a predicate has itself. */
function ownerIn(words: string, says: PredicateId): string {
  if (ofState.includes(says))
    return words.replace(/(?:^| )(?:life cycle )?(?:status|state)$|^(?:set|modify|update|query) /g, "");
  if (says === "name-taken") return words.replace(/(?:^| )name$/, "");
  if (ofBounds.includes(says)) return words.replace(/^(?:the )?(?:maximum|minimum) (?=\w)/, "");
  if (!ofAmount.includes(says)) return words;
  if (/(?:status|state|type)$|^limit |^(?:client|caller)$/.test(words)) return "";
  // What is said of a thing behind its name is no thing: `unused jobs` is one, `order closed` none.
  const [first = ""] = words.split(" ");
  if (
    (verbOf(first) && !nounAt([first])) ||
    /\w (?:closed|ended|released|failed|finished|expired|not \w+)$/.test(words)
  )
    return "";
  const amount = words
    .replace(/ (?:per|for) .*$/, "")
    .replace(/(?:^| )available$/, "")
    .replace(
      /^.*\btoo many |^over (?=\w)|^(?:the )?maximum (?:(?:number|count) of )?|^(?:number|count) of /,
      "",
    )
    .replace(/(?:^| )(?:(?:count|number|quantity|amount|quota|limit)s? ?)+$/, "");
  // What runs out is a stock; elsewhere, an inventory is a list.
  return says === "insufficient" || says === "sold-out" ? amount.replace(/\binventory$/, "stock") : amount;
}
