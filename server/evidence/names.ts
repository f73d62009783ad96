import { words } from "../../catalog/model/words.ts";
import { Memo } from "./memo.ts";
import {
  codeWords,
  conversions,
  endings,
  errorWords,
  otherCodes,
  otherThings,
  plainWords,
  standardErrors,
  stateWords,
  textFunctions,
} from "./name-words.ts";

// What names say: the words of an expression, a key or a function tell whether error codes are meant.

/** The words of the last name in an expression, its arguments aside. */
function wordsOf(expression: string): string[] {
  return namesIn(expression.replace(/\([^()]*\)/g, "")).at(-1) ?? [];
}

/** The names in an expression, each as its words: `e.getErrorCode()` → [e], [get, error, code]. */
function namesIn(expression: string): string[][] {
  return (expression.match(/[\p{L}_$][\p{L}\p{N}_$-]*/gu) ?? []).map((name) => words(name));
}

/** Whether an expression or key names an error's code: `err.code`, `e.getErrorCode()`, `"Code"`, `error_code`. */
export function namesCode(expression: string): boolean {
  return codeNames.get(expression);
}

// At each key, all relations of a document are judged again, and most were judged before.
const codeNames = new Memo((expression) => {
  // So AWS calls the code in a response and in its header.
  if (/(?:^|\W)(?:__type|x-amzn-errortype)\W*$/i.test(expression)) return true;
  return candidatesIn(expression).some(({ name, before }) => {
    // Tools number their warnings.
    if (name.length === 1 && /^warn(?:ing)?$/.test(before?.at(-1) ?? "")) return false;
    return isCodeName(name);
  });
});

const maximumArguments = 4;

/** What an expression may be called by, each with the name before it: by its end, and where it is a call by what is called. */
function candidatesIn(expression: string): { name: string[]; before: string[] | undefined }[] {
  const isCall = /\)[\s;!?]*$/.test(expression);
  // What a call of few arguments ends with is what it looks at; of many, the last says nothing of what comes out.
  const isLong = isCall && expression.split(",").length > maximumArguments;
  const texts = [...(isLong ? [] : [expression]), ...(isCall ? [withoutArguments(expression)] : [])];
  return texts.map((text) => {
    const names = namesIn(text);
    while (names.length > 1 && conversions.has(names.at(-1)?.join(" ") ?? "")) names.pop();
    return { name: names.at(-1) ?? [], before: names.at(-2) };
  });
}

/** An expression without what is handed to its calls: `codeOf(err)` → `codeOf`. */
function withoutArguments(expression: string): string {
  let text = expression;
  for (let before = ""; before !== text; ) [before, text] = [text, text.replace(/\([^()]*\)/g, "")];
  return text;
}

function isCodeName(numbered: readonly string[]): boolean {
  // A second code may have a number.
  const name = numbered.map((word) => word.replace(/(?<=code)\d$/, ""));
  if (!name.some((word) => codeWords.has(word))) return false;
  if (name.some((word) => errorWords.has(word))) return true;
  return codeWords.has(name.at(-1) ?? "") && !name.some((word) => otherCodes.has(word));
}

/** Whether some name in a text is that of an error's code, taken for itself. */
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

/** Whether what names a code says that it is an error's, or no more than that it is a code: `subCode` may be anything. */
export function namesPlainCode(expression: string): boolean {
  return candidatesIn(expression).some(
    ({ name }) =>
      name.every((word) => codeWords.has(word) || plainWords.has(word)) ||
      name.some((word) => errorWords.has(word) || /^retr(?:y|i)|^ignor/.test(word)),
  );
}

/** Whether an expression is the name of an error, which some SDKs set to its code: `err.name`. */
export function namesErrorsName(expression: string): boolean {
  const names = namesIn(expression);
  // In Python, `__name__` is that of a class.
  return names.at(-1)?.join(" ") === "name" && isErrorName(names.at(-2)) && !expression.endsWith("__");
}

/** Whether a key or variable is an error itself, which may stand for its code: `error: X`, `wantErr`, `expected_error`. */
export function namesErrorItself(expression: string): boolean {
  return /^(?:(?:want|expect|expected) )?(?:err|error)$/.test(namesIn(expression).at(-1)?.join(" ") ?? "");
}

/** Whether a key or variable names a list of error codes: `errorCodes`, `retryableErrors`, `retry_on`, `codes`. */
export function namesCodes(name: string): boolean {
  return listNames.get(name);
}

const listNames = new Memo((name) => {
  if (namesCode(name)) return true;
  const all = namesIn(name).flat();
  // States in which tasks fail are none; those of errors are beside their codes.
  const isOfErrors = all.some((word) => errorWords.has(word) && !endings.has(word));
  if (!isOfErrors && all.some((word) => stateWords.has(word))) return false;
  return all.some((word) => errorWords.has(word) || /^retr(?:y|i)|^ignor/.test(word));
});

/** Whether a key or name tells of errors' codes in so many words: `errorCodes`, `RETRY_CODES`, `ErrCode`. */
export function namesErrorCodes(name: string): boolean {
  const last = wordsOf(name);
  if (isOfAnotherThing(last)) return false;
  return last.some((word, at) => {
    if (/^err(?:or)?codes?$|^错误代?码$/.test(word)) return true;
    const before = last[at - 1] ?? "";
    return codeWords.has(word) && (errorWords.has(before) || /^retr(?:y|i)|^ignor/.test(before));
  });
}

/** Whether a function's name says that it tests, lists or raises error codes: `IsExpectedErrors`, `RetryError`, `ServiceError`. */
export function takesCodes(fn: string): boolean {
  return functionNames.get(fn);
}

const functionNames = new Memo((fn) => {
  if (textFunctions.test(fn)) return false;
  const last = wordsOf(fn);
  if (fn === "raise") return true;
  if (isOfAnotherThing(last)) return false;
  if (standardErrors.test(last.join("")) || /^log(?: \w+)* (?:error|err|failure)s?$/.test(last.join(" ")))
    return false;
  if (
    last.length === 1 &&
    ["error", "errors", "err", "exception", "new", "wrap", "wrapf"].includes(last[0] ?? "")
  )
    return false;
  if (last.some((word) => codeWords.has(word)) && !last.some((word) => otherCodes.has(word))) return true;
  return last.some((word) => errorWords.has(word) || /^retr(?:y|i)|\werr(?:or)?s?$/.test(word));
});

/** Whether an expression is an error, or what it says as text: `err.Error()`, `str(e)`, `e.getMessage()`. */
export function namesError(expression: string): boolean {
  return errorNames.get(expression);
}

const errorNames = new Memo((expression) => {
  const names = namesIn(expression);
  const all = names.flat();
  // What a test expects to be thrown is an error, by whatever name.
  if (all.some((word) => errorWords.has(word) || /^(?:throws?|raises|rejected|stderr)$/.test(word)))
    return true;
  return names.some((name) => isErrorName(name)) || namesCode(expression);
});

/** Whether a constant that stands for a text, an enum or a type is named for errors. */
export function namesConstants(name: string, text: string): boolean {
  if (namesErrorCodes(name)) return true;
  const all = namesIn(name).flat();
  if (!all.some((word) => (errorWords.has(word) && !endings.has(word)) || codeWords.has(word))) return false;
  const rest = besides(all, text);
  return !rest.some((word) => otherCodes.has(word)) && !isOfAnotherThing(rest);
}

/** Whether a constant that stands for a text, or the type around it, is named for something else than errors: `TaskState`. */
export function namesOtherConstants(name: string, text: string): boolean {
  const rest = besides(namesIn(name).flat(), text);
  return isOfAnotherThing(rest) && !rest.some((word) => errorWords.has(word) && !endings.has(word));
}

/** The words of a name that its text does not say as well: these alone tell what it is. */
function besides(name: readonly string[], text: string): string[] {
  const own = new Set(words(text));
  return name.filter((word) => !own.has(word));
}

/** Whether what is named last is a text, a key, an event … of errors rather than an error or its code. */
function isOfAnotherThing(name: readonly string[]): boolean {
  const last = name.at(-1) ?? "";
  // An error's reason is its code.
  if (last === "reason" && errorWords.has(name.at(-2) ?? "")) return false;
  return otherThings.has(last) || otherThings.has(last.replace(/s$/, ""));
}

function isErrorName(name: string[] | undefined): boolean {
  const joined = name?.join(" ") ?? "";
  return (
    ["e", "ex", "err", "error", "exc", "exception", "cause"].includes(joined) ||
    errorWords.has(name?.at(-1) ?? "")
  );
}
