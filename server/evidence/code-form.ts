import { hasFailureWord } from "../../catalog/model/failure-words.ts";
import { isDistinctive, wordsOf } from "../../catalog/model/words.ts";
import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import { Memo } from "./memo.ts";
import { standardErrors } from "./name-words.ts";

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
  return beginsLikeCode.test(text) && !text.includes("-") && !outcomes.test(text) && hasFailureWord(text);
}

/** Matches the beginning of a code: a capital, or a family in lower case before a member in capitals: `isv.OUT_OF_SERVICE`. */
const beginsLikeCode = /^(?:[a-z]{2,8}\.(?=[A-Z][A-Z\d_]+$))?[A-Z]/;

/** Texts that mean only that something failed, not what: not specific enough for a code. */
const outcomes =
  /^(?:err(?:or)?s?|exceptions?|fail(?:ed|ures?)?|faults?|aborted|stopped|disabled|unknown|undefined|internal|empty|not?|out)$/i;

/** Returns whether a text can be a code where one is expected, although no word in it implies a failure. */
export function isPlausibleCode(text: string): boolean {
  return (
    beginsLikeCode.test(text) &&
    text.length > 3 &&
    wordsOf(text).length > 1 &&
    !fieldNames.test(text) &&
    !isState(text)
  );
}

/** Returns whether a text names how far something has come, rather than what failed: `IN_PROGRESS`, `InProgress`. */
export function isState(text: string): boolean {
  if (!/^(?:[A-Z]+(?:_[A-Z]+)+|[A-Z][a-z]+[A-Z][a-z]+)$/.test(text)) return false;
  return states.has(wordsOf(text).at(-1) ?? "");
}

const states = new Set(
  [
    "progress pending running ready active inactive started finished created deleted updated",
    "success succeeded successful successfully complete completed failed processing queued paused",
  ].flatMap((line) => line.split(" ")),
);

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
  hasFailureWord,
  (text) => pairOfNamesPattern.test(text),
  (text) => successValues.test(text),
  (text) => /^[A-Z]/.test(text),
  (text) => text.includes("."),
  (text) => /Exception$/.test(text),
  (text) => wordsOf(text).length > 1,
  (text) => wordsOf(text).length > 2,
];

/**
 * Returns a text that is equal for all codes that no rule of evidence tells apart by their form. A rule that asks
 * something new about the form of a text must add it to `forms`.
 */
export function formOf(code: string): string {
  return forms.map((has) => (has(code) ? "1" : "0")).join("");
}

/** Matches two names of at least two words each, joined by a dot. */
export const pairOfNames = /(?:[A-Z][a-z]+){2,}\.(?:[A-Z][a-z]+){2,}/;
export const pairOfNamesPattern = new RegExp(`^${pairOfNames.source}$`);

/** Matches the names that runtimes and operating systems give to their own errors. */
const systemNames =
  /^(?:E(?:2BIG|ACCES|ADDR\w+|AGAIN|ALREADY|BADF|BUSY|CANCELED|CONN\w+|DESTADDRREQ|EXIST|FAULT|FBIG|HOST\w+|INTR|INVAL|IO|ISCONN|ISDIR|LOOP|MFILE|NAMETOOLONG|NET\w+|NFILE|NO\w+|OVERFLOW|PERM|PIPE|PROTO\w*|RANGE|ROFS|SPIPE|SRCH|TIMEDOUT|TXTBSY|XDEV)|ERR_\w+|\w+_ERR|MODULE_NOT_FOUND)$/;

/** Matches the names that browsers give to keys, in the `code` of a keyboard event. */
const keys =
  /^(?:Key[A-Z]|Digit\d|Numpad\w+|Arrow(?:Up|Down|Left|Right)|(?:Shift|Control|Alt|Meta|OS|Bracket)(?:Left|Right)|Page(?:Up|Down)|(?:Caps|Num|Scroll)Lock|ContextMenu|PrintScreen|Intl(?:Backslash|Ro|Yen)|Media(?:PlayPause|Stop|Select|TrackNext|TrackPrevious))$/;

/** Matches exception classes with their namespace: `System.ArgumentException`. Other families are those of codes. */
const qualifiedClasses =
  /^(?:System|Microsoft|Windows|Java|Javax|Kotlin|Scala|Google|Grpc|Newtonsoft|Amazon|Azure|Zend|Symfony|Guzzle\w*)\.(?:\w+\.)*\w*Exception$/;

/** Matches the names of files by their endings; `Pdf` can end a code, `PDF` beside other capitals does not. */
const fileNames =
  /^(?:[^.]*\.)+(?:jpe?g|png|gif|bmp|svg|webp|mp[34]|json|ya?ml|txt|xml|csv|log|py|[jt]sx?|java|html?|md|sh|zip|gz|exe|dll|pdf|docx?|xlsx?)$/;

/**
 * Matches the error classes of Python, Ruby, Java and JavaScript. Some clouds name errors like the other exceptions of Java and C#:
 * `UnsupportedOperationException`.
 */
const languageErrors =
  /^(?:(?:Runtime|NullPointer|IndexOutOfBounds|NumberFormat|ClassCast|ClassNotFound|Arithmetic|IO|UnsupportedEncoding)Exception|(?:File(?:NotFound|Exists)|ModuleNotFound|ZeroDivision|Unicode(?:De|En)code|Recursion|Memory|Permission|Indentation|NoMethod|Frozen|Load|Thread|RegExp|Abort|Connection(?:Refused|Reset|Aborted)?)Error|StopIteration|KeyboardInterrupt)$/;

/** Returns whether a text is the name of a key, as keyboard events have it as their code. */
export function isKey(text: string): boolean {
  return keys.test(text);
}

/** Returns whether a text names an error of a runtime or operating system, a key, an exception class, or a file. */
export function isSystemName(text: string): boolean {
  return systemNameMemo.get(text);
}

const systemNameMemo = new Memo(
  (text) =>
    systemNames.test(text) ||
    keys.test(text) ||
    qualifiedClasses.test(text) ||
    (text.endsWith("Error") && standardErrors.test(text.toLowerCase())) ||
    languageErrors.test(text) ||
    fileNames.test(/\.[A-Z\d]+$/.test(text) ? text.toLowerCase() : text),
);

/** Matches the names that browsers give to their own errors, some of which are a code with `Error` behind it. */
const browserErrors =
  /^(?:Not(?:Found|Supported|Allowed|Readable)|Invalid(?:State|Access|Character|Modification|NodeType)|InUseAttribute|QuotaExceeded|Unknown|Constraint|Version|ReadOnly|Operation|Data|Timeout|Network|Security|Abort)Error$/;

/** Returns whether a text is the name that an SDK forms from an official code for its error: `NoSuchKeyError`. */
export function isNamedAfterCode(text: string, isOfficial: (code: string) => boolean): boolean {
  return /[a-z]Error$/.test(text) && !browserErrors.test(text) && isOfficial(text.slice(0, -"Error".length));
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
  if (isKnown(text)) return undefined;
  if (isSystemName(text))
    return {
      en: "It is the name of a runtime error, an operating system error, a key or a file.",
      "zh-CN": "这是运行时或操作系统的错误名称、按键名称或文件名。",
    };
  if (successValues.test(text))
    return { en: "It means success, not an error.", "zh-CN": "它表示成功，而不是错误。" };
  return undefined;
}
