import { textOfCode } from "./code-words.ts";
import { type Family, families } from "./families.ts";
import { verbOf } from "./lexicon/lexicon.ts";
import { groupedByPattern, type PatternGroup } from "./patterns.ts";
import { isOpen, type PredicateId } from "./predicates.ts";
import { rules } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";

/** What a code says, and of which thing. */
export interface Statement {
  says: PredicateId;
  /** The other words: those before the words that say it, and those behind them. */
  before: string;
  after: string;
  /** The words of the segment before. */
  previous: string;
  /** The words that say it. */
  said: string;
  /** Whether the words leave no doubt about the concept. */
  isSure: boolean;
}

/** Words before a code's own, which name the product or the program that reports it. */
const origin =
  /^(?:(?:aws|simple queue service|ots|waf|sdk|client|client error|kms|cce \. warning) \. )+|^(?:ots|waf|business error) (?=\w+ \w)/;

/** Texts and names whose form is usually what is wrong with them. */
const texts =
  /\b(?:(?<!\b(?:attribute|service|region|zone|type|class|parameter|product|metric) )name|password|domain|domain name|url|uri|hostname|username|phone number|phone|mobile|email|mail|cidr|cidr block|arn|public key)$/;

/** Values that are chosen from a list. */
const choices =
  /\b(?:type|method|mode|algorithm|category|value|status|level|period|code|class|protocol|offset|limit)$/;

/** Finds what a code says; undefined if its words say nothing of a failure. */
export function statementOf(code: string): Statement | undefined {
  const text = textOfCode(code)
    .replace(origin, "")
    .replace(/(?<=\w \w.*) (?:exceptions?|fault)$|(?<= \. .* \. .*) \. message$/, "");
  const { family, rest } = familyOf(text);
  const statement = ruledStatement(rest, family) ?? (family && statementOfFamily(rest, family));
  return sharpened(statement ?? failedAction(text, code), family);
}

/** Reads an exception that is called only after what was done, or what it was about: `DeleteUserIdentityException`. */
function failedAction(text: string, code: string): Statement | undefined {
  if (!/(?:Exception|Fault|Failure)$/.test(code) || !text.includes(" ")) return undefined;
  return { says: "failed", before: text, after: "", previous: "", said: "", isSure: false };
}

/** Returns the family of a code, also behind the names of products, and the words behind it. */
function familyOf(text: string): { family: Family | undefined; rest: string } {
  for (let start = 0; start >= 0; start = nextSegment(text, start)) {
    const words = text.slice(start);
    const family = families.find((one) => one.words.test(words));
    const rest = family ? words.replace(family.words, "").replace(/^[ .]+/, "") : "";
    if (family && (start === 0 || rest !== "")) return { family, rest };
  }
  return { family: undefined, rest: text };
}

function nextSegment(text: string, from: number): number {
  const dot = text.indexOf(" . ", from);
  return dot < 0 ? -1 : dot + " . ".length;
}

/** All rules in their order, for every family: patterns for each family apart would take some 10 MB. */
let groups: PatternGroup<Rule>[] | undefined;

function ruledStatement(rest: string, family: Family | undefined): Statement | undefined {
  if (rest === "") return undefined;
  groups ??= groupedByPattern(rules, ({ words }) => words);
  for (const { members, any } of groups) {
    if (!any.test(rest)) continue;
    for (const rule of members) {
      if (!holdsIn(rule, family)) continue;
      const found = rule.words.exec(rest);
      if (!found) continue;
      const around = wordsAround(rest, found.index, found.index + found[0].length);
      return { says: rule.says, ...around, said: found[0].trim(), isSure: isCertain(rule.says, around) };
    }
  }
  return undefined;
}

/** Returns the other words of the segment in which some stand; if there are none, those of the segment beside it. */
function wordsAround(
  text: string,
  start: number,
  end: number,
): Pick<Statement, "before" | "after" | "previous"> {
  const [left, right] = [`. ${text.slice(0, start)}`, `${text.slice(end)} .`];
  const dot = left.lastIndexOf(". ");
  const earlier = segmentsOf(left.slice(0, dot));
  const before = left.slice(dot + 2).trim();
  const after = right.slice(0, right.indexOf(" .")).trim();
  const previous = earlier.at(-1) ?? "";
  if (before === "" && after === "")
    return { before: previous, after: segmentsOf(right)[0] ?? "", previous: "" };
  // `Order.CreateFailed`: the segment before names what was created.
  const namesObject =
    after === "" && earlier.length === 1 && verbOf(before) && !/^(?:system|sys|service)$/.test(previous);
  return { before: namesObject ? `${previous} ${before}` : before, after, previous };
}

function segmentsOf(text: string): string[] {
  return text
    .split(/(?:^| )\.(?: |$)/)
    .map((one) => one.trim())
    .filter(Boolean);
}

function holdsIn(rule: Rule, family: Family | undefined): boolean {
  if (!family) return !rule.in;
  if (rule.isAlone || rule.notIn?.includes(family.says)) return false;
  if (rule.in) return rule.in.includes(family.says);
  if (family.onlyInstead) return family.onlyInstead.includes(rule.says);
  return !rule.isWeak || family.isWeak === true;
}

/** What clouds say in different senses if they name no thing: a quota or a rate, a use or a change. */
const vagueAlone: readonly PredicateId[] = ["quota", "in-use", "insufficient", "conflict"];

function isCertain(says: PredicateId, { before, after }: Pick<Statement, "before" | "after">): boolean {
  const isAlone = /^(?:resource|service|client|caller|request)?$/.test(before) && after === "";
  return !isOpen(says) && !(isAlone && vagueAlone.includes(says));
}

function statementOfFamily(rest: string, { says, isOpenBefore }: Family): Statement {
  const isIncomplete = isOpenBefore && rest !== "" && !isOpenBefore.test(rest);
  const [thing = "", ...others] = segmentsOf(rest);
  const named = others.length > 0 ? "" : withoutRepetition(thing, says);
  if (says === "has-dependents")
    return { says, before: "", after: named, previous: "", said: "", isSure: true };
  return {
    says,
    before: named,
    after: "",
    previous: "",
    said: "",
    isSure: !isIncomplete && isCertain(says, { before: rest, after: "" }),
  };
}

/** Removes the words of a family that come once more behind it: `ResourceNotFound.NoInstance`. */
function withoutRepetition(thing: string, says: PredicateId): string {
  // What failed is not what is unsupported or refused.
  if (!["failed", "internal", "missing", "not-found"].includes(says) && /\bfail\b/.test(thing)) return "";
  if (says === "operation-unsupported" && /\berror$/.test(thing)) return "";
  const repeated = repetitions[says];
  return repeated ? thing.replace(repeated, "").replace(repeated, "") : thing;
}

const repetitions: Partial<Record<PredicateId, RegExp>> = {
  "not-found":
    /^.*\b(?:has|have) no |^(?:(?:error|notfound|nosuch|no|not|invalid|illegal) )+|(?: (?:notfound|error|empty|null))+$/,
  missing: /^(?:(?:missing|no|empty) )+|(?: (?:missing|empty|required|null|error))+$/,
  exists: /(?: (?:exists|error))+$/,
  quota: /(?: (?:exceed|limit|overlimit|quota|full|reached|out of limit|error))+$/,
  insufficient: /^(?:(?:no|insufficient) )+|(?: (?:insufficient|error))+$/,
  "sold-out": /^resources? sold out ?|(?: (?:sold|out|error))+$/,
  failed: /^(?:fail (?:to )?)+|(?: (?:error|fail))+$/,
  internal: /^(?:fail (?:to )?)+|(?: (?:error|fail))+$/,
};

/** Says more of a value that is not valid, if the value itself tells what can be wrong with it. */
function sharpened(statement: Statement | undefined, family: Family | undefined): Statement | undefined {
  if (!statement || !["illegal", "parameter-invalid", "value-invalid"].includes(statement.says))
    return statement;
  if (family && !["parameter-invalid", "value-invalid"].includes(family.says)) return statement;
  const thing = `${statement.before} ${statement.after}`.replace(/ (?:error|parameter)s?$/, "").trim();
  if (/\w format$/.test(thing))
    return {
      ...statement,
      says: "malformed",
      before: thing.replace(/ format$/, ""),
      after: "",
      isSure: true,
    };
  if (texts.test(thing)) return { ...statement, says: "text-invalid", isSure: true };
  return choices.test(thing) ? { ...statement, says: "value-invalid" } : statement;
}
