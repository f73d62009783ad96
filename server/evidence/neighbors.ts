import { wordsOf } from "../../catalog/model/words.ts";
import type { Literal } from "../syntax/literal.ts";
import { isKey, soundsLikeCode } from "./code-form.ts";
import { errorWords, textWords } from "./name-words.ts";

// What the literals around a literal that is still to be written say against a code there.

/**
 * Returns whether the literals nearby show that a literal is no code: it is the text or another argument beside the code
 * of a call, or it is compared with something that is compared with keys as well. `text` is the document up to the
 * literal, at least.
 */
export function isSomethingElse(
  literal: Literal,
  nearby: readonly Literal[],
  text: string,
  isKnown: (code: string) => boolean,
): boolean {
  return isComparedWithKeys(literal, nearby) || isBesideCode(literal, nearby, text, isKnown);
}

function isComparedWithKeys({ relations }: Literal, nearby: readonly Literal[]): boolean {
  // The first relation is that to the text beside the literal; others are to what a variable there stands for.
  const own = relations.find(({ kind }) => kind === "compared" || kind === "case");
  return nearby.some(
    (one) => isKey(one.text) && one.relations.some(({ subject }) => subject === own?.subject),
  );
}

/** Between a code and a later argument of the same call, with numbers and names in between: `", 404, "`. */
const betweenArguments = /^["'`]+\s*,\s*(?:[\w.]+\s*,\s*)*\w{0,3}["'`]+$/;
/** Between the last code of a list and the next argument of the same call: `"], "`. */
const behindList = /^["'`]+[\s,]*[\])}]\s*,\s*(?:[\w.]+\s*,\s*)*\w{0,3}["'`]+$/;

function isBesideCode(
  literal: Literal,
  nearby: readonly Literal[],
  text: string,
  isKnown: (code: string) => boolean,
): boolean {
  const callees = argumentSubjects(literal);
  const previous = nearby.findLast(({ end }) => end <= literal.start);
  if (callees.length === 0 || !previous) return false;
  if (!isKnown(previous.text) && !soundsLikeCode(previous.text)) return false;
  if (!argumentSubjects(previous).some((subject) => callees.includes(subject))) return false;
  const between = text.slice(previous.end, literal.start);
  return (
    behindList.test(between) ||
    (betweenArguments.test(between) && callees.some((callee) => createsError(callee) || testsText(callee)))
  );
}

/** Returns whether a function tests an error for its code and its text: `ErrMessageContains(err, "X", "gone")`. */
function testsText(callee: string): boolean {
  return wordsOf(callee).some((word) => textWords.has(word));
}

function argumentSubjects({ relations }: Literal): string[] {
  return relations.flatMap(({ kind, subject }) => (kind === "argument" ? subject : []));
}

/** Returns whether a function creates an error, rather than testing one for several codes. */
function createsError(callee: string): boolean {
  const words = wordsOf(/[\w$]+(?=\W*$)/.exec(callee)?.[0] ?? "");
  return errorWords.has(words.at(-1) ?? "") && !words.some((word) => testing.test(word));
}

/** Words in the names of functions that take the codes for which they test, retry or ignore. */
const testing =
  /^(?:is|has|in|on|one|any|all|match\w*|contains?|retr(?:y|i).*|ignor.*|expect\w*|catch\w*|handle\w*|skip|except|should|when|check|test|assert\w*|allow\w*|errors|codes)$/;
