import { Memo } from "./memo.ts";
import { codeWords, errorWords, otherCodes, standardErrors, testWords, textFunctions } from "./name-words.ts";
import { isOfAnotherThing, lastNameIn } from "./names.ts";

// What the names of functions imply: whether error codes are passed to them.

/**
 * Returns whether a function's name implies that it tests, lists or raises error codes: `IsExpectedErrors`,
 * `RetryError`, `ServiceError`.
 */
export function takesCodes(fn: string): boolean {
  return functionNames.get(fn);
}

const functionNames = new Memo((fn) => {
  if (textFunctions.test(fn)) return false;
  const last = lastNameIn(fn);
  if (isOfAnotherThing(last)) return false;
  if (fn === "raise") return true;
  if (failing.test(last.join(" "))) return false;
  if (standardErrors.test(last.join("")) || /^log(?: \w+)* (?:error|err|failure)s?$/.test(last.join(" ")))
    return false;
  if (
    last.length === 1 &&
    ["error", "errors", "err", "exception", "new", "wrap", "wrapf", "fail"].includes(last[0] ?? "")
  )
    return false;
  if (last.some((word) => codeWords.has(word)) && !last.some((word) => otherCodes.has(word))) return true;
  return last.some((word) => errorWords.has(word) || /^retr(?:y|i)|^catch|\werr(?:or)?s?$/.test(word));
});

/** Matches the names of functions that fail or stop with a message, as tests and assertions do. */
const failing =
  /^(?:(?:xct |assert )?fails?(?: now)?|fatal error|(?:precondition|assertion) failure|add (?:model )?error)$/;

/** Returns whether a function's name implies that it tests errors, rather than that it creates or reports them. */
export function testsErrors(fn: string): boolean {
  return lastNameIn(fn).some(
    (word) => codeWords.has(word) || testWords.has(word) || /^retr(?:y|i)|^ignor|^catch/.test(word),
  );
}
