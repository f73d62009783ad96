import { isDistinctive, withoutSeparators, wordsOf } from "../../catalog/model/words.ts";
import { isDottedLowerCase } from "../../catalog/search/spelling/edit.ts";
import type { Relation } from "../syntax/literal.ts";
import {
  hasCapital,
  hasFamilyForm,
  isFamilyOrDistinctive,
  isInCapitals,
  isNamedAfterCode,
  isPlausibleCode,
  isState,
  pairOfNamesPattern,
  soundsLikeCode,
} from "./code-form.ts";
import { isNamedAlike, isNamedAsEnd, namesErrorConstant, namesOtherConstant } from "./constant-names.ts";
import { takesCodes } from "./function-names.ts";
import {
  namesCode,
  namesCodes,
  namesError,
  namesErrorCodes,
  namesErrorItself,
  namesErrorName,
  namesOnlyIgnored,
  namesPlainCode,
  namesResponseBody,
  namesState,
} from "./names.ts";

/** A text by itself, without its relations. */
export interface Word {
  text: string;
  /** Whether it is an official code. */
  isKnown: boolean;
  /** Whether it can be a name, as codes are: it is an official code, has a capital letter, or is still empty. */
  canBeName: boolean;
  /** Whether it is likely a code: it is an official code, sounds like one, or is still empty. */
  isLikely: boolean;
  /** Whether it can be a code where one is expected, although perhaps no word in it implies a failure. */
  isPlausible: boolean;
  /** Whether it is the name of an error that its SDK forms from a code: `LimitExceededException`, `NoSuchKeyError`. */
  isErrorName: boolean;
}

/** Returns what a text is by itself; `isOfficial` returns whether a text is an official code. */
export function wordOf(text: string, isOfficial: (code: string) => boolean): Word {
  const isKnown = text !== "" && isOfficial(text);
  const canBeName = text === "" || isKnown || hasCapital(text);
  const isLikely = text === "" || isKnown || soundsLikeCode(text);
  const isErrorName =
    isKnown || (isLikely && /[a-z]Exception$/.test(text)) || isNamedAfterCode(text, isOfficial);
  const isPlausible = isLikely || isPlausibleCode(text);
  return { text, isKnown, canBeName, isLikely, isPlausible, isErrorName };
}

/** Returns whether a relation implies that a word is a code: some do for any word, others only for likely codes. */
export function impliesCode({ kind, subject }: Relation, word: Word): boolean {
  const { text, isKnown, canBeName, isLikely, isPlausible } = word;
  // An unknown word without a capital letter is no code in any relation.
  if (!canBeName) return false;
  switch (kind) {
    case "compared":
    case "case":
    case "element":
    case "value":
      return (
        (isPlausible && namesCode(subject) && (isLikely || namesPlainCode(subject))) ||
        (kind !== "value" && isInCapitals(text) && namesErrorCodes(subject)) ||
        (isLikely && (isKnown ? isDistinctive(text) : hasFamilyForm(text)) && namesErrorItself(subject)) ||
        (word.isErrorName && namesErrorName(subject))
      );
    case "listed":
      return (
        (isLikely || isImpliedByName(text, subject)) &&
        namesCodes(subject) &&
        (isKnown || !isState(text) || !namesState(subject)) &&
        (isKnown || hasFamilyForm(text) || !namesOnlyIgnored(subject))
      );
    case "argument":
      return (
        (isKnown ||
          (text !== "" && wordsOf(text).length > 1 && (isLikely || isImpliedByName(text, subject)))) &&
        takesCodes(subject)
      );
    case "contained":
      return (
        ((isKnown || (text !== "" && isLikely && isFamilyOrDistinctive(text))) && namesError(subject)) ||
        (isLikely &&
          (isKnown ? isDistinctive(text) || wordsOf(text).length > 2 : hasFamilyForm(text)) &&
          namesResponseBody(subject))
      );
    case "constant":
      return namesErrorConstant(subject, text)
        ? isLikely || isImpliedByName(text, subject)
        : (isNamedAlike(subject, text) || isNamedAsEnd(subject, text)) &&
            (text.includes(".") ? isLikely : isKnown && !namesOtherConstant(subject, text));
    case "returned":
      return isLikely && namesCode(subject);
  }
}

/** Returns whether a text of any words is a code because a name explicitly refers to error codes, or to retrying. */
function isImpliedByName(text: string, subject: string): boolean {
  // Only error codes are names in two parts where something is retried.
  return (
    (isDistinctive(text) && namesErrorCodes(subject)) ||
    (pairOfNamesPattern.test(text) && /retr[iy]/i.test(subject))
  );
}

/** Returns whether a relation would imply a code if the word were a code of which it can be a misspelling. */
export function impliesMisspelling(
  relation: Relation,
  word: Word,
  correctionsFor: (text: string) => readonly string[],
): boolean {
  if (word.isKnown || !mayImplyMisspelling(relation, word)) return false;
  return correctionsFor(word.text).some((code) =>
    impliesCode(
      relation,
      wordOf(code, () => true),
    ),
  );
}

/** Returns false if no correction can have evidence, to save the search for one: most relations are not to codes. */
function mayImplyMisspelling(relation: Relation, { text, canBeName }: Word): boolean {
  if (!canBeName && !isDottedLowerCase(text)) return false;
  const { kind, subject } = relation;
  if (kind !== "constant")
    return impliesCode(
      relation,
      wordOf(text, () => true),
    );
  // Most constants are not named like their value.
  const name = withoutSeparators(subject);
  const letters = withoutSeparators(text);
  return (
    namesErrorConstant(subject, text) ||
    name.includes(letters.slice(0, 4)) ||
    name.endsWith(letters.slice(-4))
  );
}
