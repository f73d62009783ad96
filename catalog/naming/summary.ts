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
  const thing = thingOf(statement, code);
  const { bare, ofThing } = sentencesOf(ofSeveral(statement.says, thing));
  const isUseful =
    thing &&
    isNamed(thing, statement.says) &&
    ((thing.isPlain && !thing.isGeneral) || !ofThing?.en.includes("{the}"));
  const isSaid =
    (statement.says === "name-taken" && thing?.en === "name") ||
    (statement.says === "state" && /^(?:operations?|states?|status)$/.test(thing?.en ?? ""));
  const isUncounted = thing?.isVerbatim === true && isOddInNumber(thing.en, ofThing?.en ?? "");
  if (!isUseful || !ofThing || isSaid || isUncounted)
    return { thing, summary: { en: bare.en, "zh-CN": bare.zh } };
  const [en, zh] = [onOperation(ofThing.en, thing), onOperation(ofThing.zh, thing)];
  return { thing, summary: { en: english(en, thing), "zh-CN": chinese(zh, thing) } };
}

/** Whether words of the code itself are a name, and no more: `BackupUploadFailed` is none. */
function isNamed({ isVerbatim, isPlain, isNameLike, isPlural }: Phrase, says: PredicateId): boolean {
  if (isPlural && (says === "too-short" || says === "too-small")) return false;
  return !isVerbatim || isPlain || ofParameters.includes(says) || (isNameLike && ofThings.includes(says));
}

/** Several things are not long or large; their number is. */
function ofSeveral(says: PredicateId, thing: Phrase | undefined): PredicateId {
  return thing?.isPlural && ["too-large", "too-long"].includes(says) ? "beyond-limit" : says;
}

/** Whether a word of the code itself, of which the number is not known, reads oddly in a sentence: `too many Depth`. */
function isOddInNumber(word: string, sentence: string): boolean {
  return sentence.includes("enough {s}") || (sentence.includes("many {s}") && !word.endsWith("s"));
}

/** What is said of parameters, which codes name as they are called, whatever words that are. */
const ofParameters: readonly PredicateId[] = [
  "beyond-limit",
  "duplicate",
  "illegal",
  "length-invalid",
  "malformed",
  "missing",
  "not-needed",
  "out-of-range",
  "parameter-invalid",
  "text-invalid",
  "too-large",
  "too-long",
  "too-short",
  "too-small",
  "type-wrong",
  "value-invalid",
  "value-not-supported",
];

/** What is said of things, the names of which may have verbs in them: `ImageUploadTask` does not exist. */
const ofThings: readonly PredicateId[] = [
  "configuration-missing",
  "exists",
  "expired",
  "in-use",
  "locked",
  "not-found",
  "not-ready",
  "resource-mismatch",
  "unsupported",
  "value-conflict",
];

/** What is said of the thing behind it: `no such bucket`. */
const namesThingBehind: readonly PredicateId[] = ["not-found", "exists", "configuration-missing", "missing"];

/** What is mostly said of the thing behind it, as an adjective: `repeated order`. */
const qualifiesThingBehind: readonly PredicateId[] = [
  "insufficient",
  "too-many",
  "too-many-in-batch",
  "too-short",
  "too-small",
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
const ofState: readonly PredicateId[] = ["state", "disabled", "resource-deleting", "locked", "protected"];

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
    return words.replace(
      /(?:^| )(?:life cycle )?(?:status|state)$|^(?:create|delete|enable|modify|open|query|set|update)(?: |$)/g,
      "",
    );
  if (says === "absent") return words.replace(/ (?:available|defined|detected|left|matched)$/, "");
  if (says === "name-taken") return words.replace(/(?:^| )name$/, "");
  if (ofBounds.includes(says)) return words.replace(/^(?:the )?(?:maximum|minimum) (?=\w)/, "");
  if (!ofAmount.includes(says)) return words;
  if (/(?:status|state|type)$|^limit |^(?:client|caller)$/.test(words)) return "";
  // What is said of a thing behind its name is no thing: `unused jobs` is one, `order closed` none.
  const [first = ""] = words.split(" ");
  if (
    (verbOf(first) && (words === first ? says !== "quota" && says !== "too-many" : !nounAt([first]))) ||
    /\w (?:closed|ended|released|failed|finished|expired|not \w+)$/.test(words)
  )
    return "";
  const amount = words
    .replace(/ (?:per|for) .*$/, "")
    .replace(/(?:^| )available$|^the$/, "")
    .replace(
      /^.*\btoo many |^over (?=\w)|^out of (?=\w)|^(?:the )?maximum (?:(?:number|count) of )?|^(?:number|count) of /,
      "",
    )
    .replace(
      /(?:^| )(?:(?:(?:count|number|quantity|amount|quota|limit)s?|(?:max|min)imum|over|upper|out of|reach(?:ed)?) ?)+$|^the number of .*/,
      "",
    );
  // What runs out is a stock; elsewhere, an inventory is a list.
  return says === "insufficient" || says === "sold-out" ? amount.replace(/\binventory$/, "stock") : amount;
}
