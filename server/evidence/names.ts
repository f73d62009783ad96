import { wordsOf } from "../../catalog/model/words.ts";
import { Memo } from "./memo.ts";
import {
  codeWords,
  conversions,
  endings,
  errorWords,
  forms,
  otherCodes,
  otherThings,
  plainWords,
  resultWords,
  stateWords,
  textWords,
} from "./name-words.ts";

// What names imply: the words of an expression, a key or a function indicate whether it refers to error codes.

/** Returns the words of the last name in an expression, its arguments aside. */
export function lastNameIn(expression: string): string[] {
  return namesIn(expression.replace(/\([^()]*\)/g, "")).at(-1) ?? [];
}

/** Returns the names in an expression, each as its words: `e.getErrorCode()` → [e], [get, error, code]. */
export function namesIn(expression: string): string[][] {
  return (expression.match(/[\p{L}_$][\p{L}\p{N}_$-]*/gu) ?? []).map((name) => wordsOf(name));
}

/** Returns whether an expression or key names an error code: `err.code`, `e.getErrorCode()`, `"Code"`, `error_code`. */
export function namesCode(expression: string): boolean {
  return codeNames.get(expression);
}

// All relations of a document are checked again at each keystroke, most of them unchanged.
const codeNames = new Memo((expression) => {
  // The names of the code in AWS responses and in their headers.
  if (/(?:^|\W)(?:__type|x-amzn-errortype)\W*$/i.test(expression)) return true;
  return identifyingNamesOf(expression).some(({ name, before }) => {
    // `warning.code`: tools number their warnings; `event.code`: that of a keyboard event is a key.
    if (name.length === 1 && /^(?:warn(?:ing)?|event|evt)$/.test(before?.at(-1) ?? "")) return false;
    return isCodeName(name);
  });
});

const maximumArguments = 4;

/**
 * Returns the names that can identify an expression, each with the name before it: its last name and, if it is a call,
 * the name of the called function.
 */
function identifyingNamesOf(expression: string): { name: string[]; before: string[] | undefined }[] {
  const isCall = /\)[\s;!?]*$/.test(expression);
  // A call with few arguments inspects its last one; with many, the last implies nothing about the result.
  const hasManyArguments = isCall && expression.split(",").length > maximumArguments;
  const texts = [
    ...(hasManyArguments ? [] : [expression]),
    ...(isCall ? [withoutArguments(expression)] : []),
  ];
  return texts.map((text) => {
    const names = namesIn(text);
    while (names.length > 1 && conversions.has(names.at(-1)?.join(" ") ?? "")) names.pop();
    return { name: names.at(-1) ?? [], before: names.at(-2) };
  });
}

/** Returns an expression without the arguments of its calls: `codeOf(err)` → `codeOf`. */
function withoutArguments(expression: string): string {
  let text = expression;
  for (let before = ""; before !== text; ) [before, text] = [text, text.replace(/\([^()]*\)/g, "")];
  return text;
}

/** Returns whether the words of a name refer to an error code, rather than to a code of another kind. */
function isCodeName(nameWords: readonly string[]): boolean {
  // Names of several codes can be numbered: `code2`.
  const name = withoutForms(nameWords.map((word) => word.replace(/(?<=code)\d$/, "")));
  if (!name.some((word) => codeWords.has(word))) return false;
  if (name.some((word) => errorWords.has(word))) return true;
  return codeWords.has(name.at(-1) ?? "") && !name.some((word) => otherCodes.has(word));
}

/** Returns the words of a name without those at its end that leave a code what it is: `code_string` → [code]. */
function withoutForms(name: readonly string[]): readonly string[] {
  const end = name.findLastIndex((word) => !forms.has(word));
  return end < 0 ? name : name.slice(0, end + 1);
}

/** Returns whether any name in a text, taken by itself, is that of an error's code. */
export function mentionsCode(text: string): boolean {
  let end = 0;
  for (const { index } of text.matchAll(/[Cc]ode|CODE|\u9519\u8bef/g)) {
    if (index < end) continue;
    const start = text.lastIndexOf("\n", index) + 1;
    end = text.indexOf("\n", index);
    if (end < 0) end = text.length;
    if (namesIn(text.slice(start, end)).some((name) => isCodeName(name))) return true;
  }
  return false;
}

/**
 * Returns whether a name of a code refers to errors or retrying, or has no words for another kind of code. Any other
 * word leaves it open whether the code is an error's.
 */
export function namesPlainCode(expression: string): boolean {
  return identifyingNamesOf(expression).some(
    ({ name, before }) =>
      (withoutForms(name).every((word) => codeWords.has(word) || plainWords.has(word)) &&
        !isOtherOwner(before ?? [])) ||
      name.some((word) => errorWords.has(word) || /^retr(?:y|i)|^ignor/.test(word)),
  );
}

/** Returns whether the code of a thing with this name, its type or key, is of another kind: `Product{Code: …}`. */
export function ownsOtherCodes(name: string): boolean {
  return isOtherOwner(lastNameIn(name));
}

function isOtherOwner(name: readonly string[]): boolean {
  return otherCodes.has((name.at(-1) ?? "").replace(/s$/, ""));
}

/** Returns whether a name is that of a warning: tools name their warnings like errors. */
export function namesWarning(name: string): boolean {
  return /^warn(?:ing)?s?$/.test(lastNameIn(name).at(-1) ?? "");
}

/** Returns whether an expression is the name or type of an error, which some SDKs set to its code: `err.name`. */
export function namesErrorName(expression: string): boolean {
  const names = namesIn(expression);
  const last = names.at(-1) ?? [];
  if (/^(?:err|error|exception) (?:name|type)$/.test(last.slice(-2).join(" "))) return true;
  // In Python, `__name__` is the name of a class.
  return last.join(" ") === "name" && isErrorName(names.at(-2)) && !expression.endsWith("__");
}

/** Returns whether a key or variable names an error itself, and so may hold its code: `error: X`, `lookup_error`. */
export function namesErrorItself(expression: string): boolean {
  return /^err(?:or)?$/.test(namesIn(expression).at(-1)?.at(-1) ?? "");
}

/** Returns whether an expression is the body of a response, which contains the code of an error: `response.text`. */
export function namesResponseBody(expression: string): boolean {
  return responseBodies.test(namesIn(expression).flat().join(" "));
}

const responseBodies =
  /\b(?:response|resp|res|rsp|r|reply|result) (?:\w+ )?(?:body|text|content|data|payload)\b/;

/** Returns whether a key or variable names a list of error codes: `errorCodes`, `retryableErrors`, `retry_on`. */
export function namesCodes(name: string): boolean {
  return listNames.get(name);
}

const listNames = new Memo((name) => {
  if (namesCode(name)) return true;
  const all = namesIn(name).flat();
  // States in which tasks fail are no error codes; names that mention errors too can list codes.
  const isOfErrors = all.some((word) => errorWords.has(word) && !endings.has(word));
  if (!isOfErrors && all.some((word) => stateWords.has(word))) return false;
  return all.some((word) => errorWords.has(word) || /^retr(?:y|i)|^ignor/.test(word));
});

/** Returns whether a name of a list speaks only of ignoring, be it errors or tests: `ignore`. */
export function namesOnlyIgnored(name: string): boolean {
  const all = namesIn(name).flat();
  const isOfErrors = (word: string) =>
    errorWords.has(word) || codeWords.has(word) || /^retr(?:y|i)/.test(word);
  return all.some((word) => word.startsWith("ignor")) && !all.some(isOfErrors);
}

/** Returns whether any word of an expression is one for states. */
export function namesState(expression: string): boolean {
  return namesIn(expression)
    .flat()
    .some((word) => stateWords.has(word));
}

/** Returns whether a key or name explicitly refers to error codes: `errorCodes`, `RETRY_CODES`, `ErrCode`. */
export function namesErrorCodes(name: string): boolean {
  const last = lastNameIn(name);
  if (isOfAnotherThing(last)) return false;
  return last.some((word, at) => {
    if (/^err(?:or)?codes?$|^错误代?码$/.test(word)) return true;
    const before = last[at - 1] ?? "";
    return codeWords.has(word) && (errorWords.has(before) || /^retr(?:y|i)|^ignor/.test(before));
  });
}

/** Returns whether a name says that it holds something other than errors: states, types, names, but no texts of codes. */
export function namesAnotherThing(name: string): boolean {
  const last = lastNameIn(name);
  return (isOfAnotherThing(last) && !namesText(name)) || last.some((word) => stateWords.has(word));
}

/** Returns whether a name is that of a message or another text. */
export function namesText(name: string): boolean {
  return textWords.has((lastNameIn(name).at(-1) ?? "").replace(/s$/, ""));
}

/** Returns whether a name is that of what something leads to: a map of handlers, of links … can have codes as its keys. */
export function namesResults(name: string): boolean {
  return resultWords.has((lastNameIn(name).at(-1) ?? "").replace(/s$/, ""));
}

/** Returns whether an expression is an error or the text of one: `err.Error()`, `str(e)`, `e.getMessage()`. */
export function namesError(expression: string): boolean {
  return errorNames.get(expression);
}

const errorNames = new Memo((expression) => {
  const names = namesIn(expression);
  const all = names.flat();
  // What a test expects to be thrown is an error, whatever its name.
  if (all.some((word) => errorWords.has(word) || /^(?:throws?|raises|rejected|stderr)$/.test(word)))
    return true;
  return names.some((name) => isErrorName(name)) || namesCode(expression);
});

/** Returns whether a name ends with a message, a key, an event … of errors rather than an error or its code. */
export function isOfAnotherThing(name: readonly string[]): boolean {
  const last = name.at(-1) ?? "";
  // An error's reason is its code.
  if (last === "reason" && errorWords.has(name.at(-2) ?? "")) return false;
  return otherThings.has(last) || otherThings.has(last.replace(/s$/, ""));
}

/** Returns whether the words of a name are those of an error. */
function isErrorName(name: string[] | undefined): boolean {
  const joined = name?.join(" ") ?? "";
  return (
    ["e", "ex", "ce", "err", "error", "exc", "exception", "cause", "catch"].includes(joined) ||
    errorWords.has(name?.at(-1) ?? "")
  );
}
