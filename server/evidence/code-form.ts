import { soundsLikeFailure } from "../../catalog/model/failure-words.ts";
import type { LocalizedText } from "../../catalog/model/localized-text.ts";
import { isDistinctive, words } from "../../catalog/model/words.ts";

// How codes are written: what a text tells by itself, whatever it stands beside.

/** Whether a text is written as codes are, and is neither another system's nor says that nothing went wrong. */
export function mayBeCode(text: string): boolean {
  return isCodeLike(text) && !isSystemName(text) && !successes.test(text);
}

/** One word without blanks, as codes are written; sentences, formats, paths and numbers are none. */
export function isCodeLike(text: string): boolean {
  return text.length <= 120 && /^\p{L}[\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*$/u.test(text);
}

/** Whether a text is one word in capitals: so some write a code of several words. */
export function isInCapitals(text: string): boolean {
  return /^[A-Z]{6,}$/.test(text) && !outcomes.test(text);
}

/** Whether a text that nobody knows is a code by its words: headers and names of files have dashes, keys begin small. */
export function soundsLikeCode(text: string): boolean {
  return /^[A-Z]/.test(text) && !text.includes("-") && !outcomes.test(text) && soundsLikeFailure(text);
}

/** Words that say by themselves only that something ended badly. */
const outcomes =
  /^(?:err(?:or)?s?|exceptions?|fail(?:ed|ures?)?|faults?|aborted|stopped|disabled|unknown|undefined|internal|empty|not?|out)$/i;

/** Whether a text can be a code where one is looked for, though nothing in it tells of a failure. */
export function isPlausibleCode(text: string): boolean {
  return /^[A-Z]/.test(text) && text.length > 3 && words(text).length > 1 && !fieldNames.test(text);
}

/** What fields for codes are called, rather than what stands in them. */
const fieldNames = /^(?:err(?:or)?|status|exit|return|response|result)_?codes?$/i;

export function hasCapital(text: string): boolean {
  return /\p{Lu}/u.test(text);
}

/** Whether a text looks like a code on its own, or as one of a family whose members need no capital. */
export function isFamilyOrDistinctive(text: string): boolean {
  return isDistinctive(text) || /^(?:[A-Z][a-z]+){2,}\.[a-z]\w+$/.test(text);
}

/** Whether a text is a code by its form as well: a family and what failed in it. */
export function isOfFamily(text: string): boolean {
  return /^(?:[A-Z][a-z]+){2,}(?:\.[A-Z]\w+)+$/.test(text);
}

/** Two names of some words each, joined by a dot. */
export const pairOfNames = /^(?:[A-Z][a-z]+){2,}\.(?:[A-Z][a-z]+){2,}$/;

/** Names that runtimes and operating systems give to their own failures. */
const systemNames =
  /^(?:E(?:2BIG|ACCES|ADDR\w+|AGAIN|ALREADY|BADF|BUSY|CANCELED|CONN\w+|DESTADDRREQ|EXIST|FAULT|FBIG|HOST\w+|INTR|INVAL|IO|ISCONN|ISDIR|LOOP|MFILE|NAMETOOLONG|NET\w+|NFILE|NO\w+|OVERFLOW|PERM|PIPE|PROTO\w*|RANGE|ROFS|SPIPE|SRCH|TIMEDOUT|TXTBSY|XDEV)|ERR_\w+|\w+_ERR|MODULE_NOT_FOUND)$/;

/** Names that browsers give to keys, in the `code` of an event. */
const keys =
  /^(?:Key[A-Z]|Digit\d|Numpad\w+|Arrow(?:Up|Down|Left|Right)|(?:Shift|Control|Alt|Meta|OS|Bracket)(?:Left|Right)|Page(?:Up|Down)|(?:Caps|Num|Scroll)Lock|ContextMenu|PrintScreen|Intl(?:Backslash|Ro|Yen)|Media(?:PlayPause|Stop|Select|TrackNext|TrackPrevious))$/;

export function isSystemName(text: string): boolean {
  // `System.ArgumentException` is a class; `InvalidTemplateId.NotFoundException` says what is wrong in its family too.
  const family = /^([A-Z]\w*)\.\w*Exception$/.exec(text)?.[1];
  return systemNames.test(text) || keys.test(text) || (family !== undefined && !soundsLikeFailure(family));
}

/** What stands in the place of a code where nothing went wrong. */
export const successes = /^(?:ok|okay|success|successful|succeeded|done|none|nil|null|true|false)$/i;

/** What keeps a text from being an error code wherever it stands, in words; undefined where nothing does. */
export function objectionTo(text: string, isKnown: (code: string) => boolean): LocalizedText | undefined {
  if (!isCodeLike(text))
    return {
      en: "It is not written as codes are: one word of letters and digits, joined by dots, dashes or underscores.",
      "zh-CN": "写法不像错误码：错误码是由字母和数字组成的一个词，可用点、连字符或下划线连接。",
    };
  if (isSystemName(text))
    return {
      en: "It is a name of a runtime, an operating system or a key.",
      "zh-CN": "这是运行时、操作系统或按键的名称。",
    };
  if (!isKnown(text) && successes.test(text))
    return { en: "It says that nothing went wrong.", "zh-CN": "它表示没有出错。" };
  return undefined;
}
