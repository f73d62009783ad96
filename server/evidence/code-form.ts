import { hasFailureWord } from "../../catalog/model/failure-words.ts";
import type { LocalizedText } from "../../catalog/model/localized-text.ts";
import { isDistinctive, wordsOf } from "../../catalog/model/words.ts";

// The form of codes: what a text alone indicates, regardless of its context.

/** Returns whether a text has the form of a code, and is neither a system name nor a value for success. */
export function mayBeCode(text: string): boolean {
  return isCodeLike(text) && !isSystemName(text) && !successValues.test(text);
}

/** Returns whether a text has the form of a code: one word without spaces, no sentence, format, path or number. */
export function isCodeLike(text: string): boolean {
  return text.length <= 120 && /^\p{L}[\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*$/u.test(text);
}

/** Returns whether a text is one word in capitals, as some codes of several words are written. */
export function isInCapitals(text: string): boolean {
  return /^[A-Z]{6,}$/.test(text) && !outcomes.test(text);
}

/**
 * Returns whether the words of an unknown text imply an error code. Texts with dashes (headers, file names) and those
 * that begin with a lower-case letter (keys) are excluded.
 */
export function soundsLikeCode(text: string): boolean {
  return /^[A-Z]/.test(text) && !text.includes("-") && !outcomes.test(text) && hasFailureWord(text);
}

/** Texts that mean only that something failed, not what: not specific enough for a code. */
const outcomes =
  /^(?:err(?:or)?s?|exceptions?|fail(?:ed|ures?)?|faults?|aborted|stopped|disabled|unknown|undefined|internal|empty|not?|out)$/i;

/** Returns whether a text can be a code where one is expected, although no word in it implies a failure. */
export function isPlausibleCode(text: string): boolean {
  return /^[A-Z]/.test(text) && text.length > 3 && wordsOf(text).length > 1 && !fieldNames.test(text);
}

/** Names of fields that hold codes, rather than codes. */
const fieldNames = /^(?:err(?:or)?|status|exit|return|response|result)_?codes?$/i;

/** Returns whether a text contains a capital letter of any script. */
export function hasCapital(text: string): boolean {
  return /\p{Lu}/u.test(text);
}

/** Returns whether a text is distinctive, or has the form of a family with a member in lower case. */
export function isFamilyOrDistinctive(text: string): boolean {
  return isDistinctive(text) || /^(?:[A-Z][a-z]+){2,}\.[a-z]\w+$/.test(text);
}

/** Returns whether a text has the form of a family with members that begin with a capital: `InvalidImage.NotFound`. */
export function hasFamilyForm(text: string): boolean {
  return /^(?:[A-Z][a-z]+){2,}(?:\.[A-Z]\w+)+$/.test(text);
}

/** What the rules of evidence ask about a text alone. */
const forms: readonly ((text: string) => boolean)[] = [
  isCodeLike,
  isSystemName,
  isInCapitals,
  soundsLikeCode,
  isPlausibleCode,
  hasCapital,
  isDistinctive,
  isFamilyOrDistinctive,
  hasFamilyForm,
  (text) => pairOfNamesPattern.test(text),
  (text) => successValues.test(text),
  (text) => /^[A-Z]/.test(text),
  (text) => text.includes("."),
  (text) => /Exception$/.test(text),
  (text) => wordsOf(text).length > 1,
];

/**
 * Returns a text that is equal for all codes that no rule of evidence tells apart by their form. A rule that asks
 * something new about the form of a text must add it to `forms`.
 */
export function formOf(code: string): string {
  return forms.map((has) => (has(code) ? "1" : "0")).join("");
}

/** Matches two names of at least two words each, joined by a dot. */
export const pairOfNamesPattern = /^(?:[A-Z][a-z]+){2,}\.(?:[A-Z][a-z]+){2,}$/;

/** Matches the names that runtimes and operating systems give to their own errors. */
const systemNames =
  /^(?:E(?:2BIG|ACCES|ADDR\w+|AGAIN|ALREADY|BADF|BUSY|CANCELED|CONN\w+|DESTADDRREQ|EXIST|FAULT|FBIG|HOST\w+|INTR|INVAL|IO|ISCONN|ISDIR|LOOP|MFILE|NAMETOOLONG|NET\w+|NFILE|NO\w+|OVERFLOW|PERM|PIPE|PROTO\w*|RANGE|ROFS|SPIPE|SRCH|TIMEDOUT|TXTBSY|XDEV)|ERR_\w+|\w+_ERR|MODULE_NOT_FOUND)$/;

/** Matches the names that browsers give to keys, in the `code` of a keyboard event. */
const keys =
  /^(?:Key[A-Z]|Digit\d|Numpad\w+|Arrow(?:Up|Down|Left|Right)|(?:Shift|Control|Alt|Meta|OS|Bracket)(?:Left|Right)|Page(?:Up|Down)|(?:Caps|Num|Scroll)Lock|ContextMenu|PrintScreen|Intl(?:Backslash|Ro|Yen)|Media(?:PlayPause|Stop|Select|TrackNext|TrackPrevious))$/;

/** Returns whether a text is the name of a key, as keyboard events have it as their code. */
export function isKey(text: string): boolean {
  return keys.test(text);
}

/** Returns whether a text names an error of a runtime or operating system, a key, or an exception class. */
export function isSystemName(text: string): boolean {
  // `System.ArgumentException` is a class; in `InvalidTemplateId.NotFoundException`, the family implies a failure too.
  const family = /^([A-Z]\w*)\.\w*Exception$/.exec(text)?.[1];
  return systemNames.test(text) || keys.test(text) || (family !== undefined && !hasFailureWord(family));
}

/** Matches the values that are used in place of a code if nothing went wrong. */
export const successValues = /^(?:ok|okay|success|successful|succeeded|done|none|nil|null|true|false)$/i;

/** Returns the reason why a text cannot be an error code in any context, or undefined if there is none. */
export function objectionTo(text: string, isKnown: (code: string) => boolean): LocalizedText | undefined {
  if (!isCodeLike(text))
    return {
      en: "It does not have the form of an error code: letters and digits without spaces, optionally joined by dots, dashes or underscores.",
      "zh-CN": "写法不像错误码：错误码是由字母和数字组成的一个词，可用点、连字符或下划线连接。",
    };
  if (isSystemName(text))
    return {
      en: "It is the name of a runtime error, an operating system error or a key.",
      "zh-CN": "这是运行时或操作系统的错误名称，或者按键名称。",
    };
  if (!isKnown(text) && successValues.test(text))
    return { en: "It means success, not an error.", "zh-CN": "它表示成功，而不是错误。" };
  return undefined;
}
