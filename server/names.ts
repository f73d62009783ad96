import { words } from "../catalog/words.ts";

// What names say: the words of an expression, a key or a function tell whether error codes are meant.

/** Calls and casts around a value that do not change what it is: `tea.StringValue(e.Code)`, `e.code as string`. */
const conversions = new Set([
  ...[
    "as str",
    "as deref",
    "as ref",
    "unwrap or",
    "unwrap or default",
    "to owned",
    "clone",
    "to s",
    "to sym",
  ],
  ...[
    "c str",
    "downcase",
    "upcase",
    "to lower",
    "to upper",
    "to lower case",
    "to upper case",
    "should",
    "raw value",
  ],
  ...["as", "string", "str", "text", "value", "string value", "to string", "get", "trim", "strip", "unwrap"],
  ...[
    "get value",
    "must",
    "any",
    "const",
    "default",
    "or default",
    "ptr",
    "pointer",
    "unknown",
    "name",
    "safe",
  ],
]);

/** Words before "code" that make it another code: HTTP's, a country's, a process's … */
const otherCodes = new Set([
  ...[
    "status",
    "http",
    "exit",
    "return",
    "country",
    "city",
    "area",
    "zip",
    "postal",
    "post",
    "language",
    "lang",
  ],
  ...["locale", "currency", "region", "source", "byte", "op", "char", "key", "qr", "bar", "color", "colour"],
  ...[
    "verification",
    "verify",
    "verifying",
    "invite",
    "invitation",
    "promo",
    "coupon",
    "discount",
    "sms",
    "auth",
  ],
  ...["authorization", "captcha", "product", "item", "account", "business", "dept", "department", "signal"],
  ...[
    "unicode",
    "vs",
    "js",
    "py",
    "zone",
    "bank",
    "stock",
    "tax",
    "role",
    "menu",
    "dict",
    "type",
    "category",
  ],
  ...[
    "grant",
    "two",
    "mfa",
    "otp",
    "pass",
    "access",
    "hash",
    "machine",
    "native",
    "assembly",
    "shell",
    "inline",
  ],
  ...[
    "example",
    "sample",
    "template",
    "class",
    "module",
    "package",
    "event",
    "state",
    "resource",
    "vendor",
    "iso",
  ],
]);

const errorWords = new Set([
  ...[
    "error",
    "errors",
    "err",
    "errs",
    "errcode",
    "errorcode",
    "errcodes",
    "errorcodes",
    "exception",
    "exceptions",
  ],
  ...[
    "错误码",
    "错误代码",
    "fault",
    "faults",
    "failure",
    "failures",
    "fail",
    "failed",
    "throttling",
    "throttle",
  ],
]);
const codeWords = new Set([
  ...["code", "codes", "errcode", "errorcode", "errcodes", "errorcodes", "错误码", "错误代码"],
]);

/** The names in an expression, each as its words: `e.getErrorCode()` → [e], [get, error, code]. */
function namesIn(expression: string): string[][] {
  return (expression.match(/[\p{L}_$][\p{L}\p{N}_$-]*/gu) ?? []).map((name) => words(name));
}

/** Whether an expression or key names an error's code: `err.code`, `e.getErrorCode()`, `"Code"`, `error_code`. */
export function namesCode(expression: string): boolean {
  const names = namesIn(expression);
  while (names.length > 1 && conversions.has(names.at(-1)?.join(" ") ?? "")) names.pop();
  const last = names.at(-1) ?? [];
  // Tools number their warnings.
  if (last.length === 1 && /^warn(?:ing)?$/.test(names.at(-2)?.at(-1) ?? "")) return false;
  return isCodeName(last);
}

function isCodeName(name: readonly string[]): boolean {
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

/** Whether an expression is the name of an error, which some SDKs set to its code: `err.name`. */
export function namesErrorsName(expression: string): boolean {
  const names = namesIn(expression);
  return names.at(-1)?.join(" ") === "name" && isErrorName(names.at(-2));
}

/** Whether a key or variable names a list of error codes: `errorCodes`, `retryableErrors`, `retry_on`, `codes`. */
export function namesCodes(name: string): boolean {
  if (namesCode(name)) return true;
  const all = namesIn(name).flat();
  if (all.some((word) => errorWords.has(word))) return true;
  return all.some((word) => /^retr(?:y|i)|^ignor/.test(word));
}

/** Functions that make or print a text rather than look at a code. */
const textFunctions =
  /(?:^|\W)(?:console|logger|log|logging|logrus|klog|glog|slog|fmt|util|format|print\w*|errorf|warnf?|infof?|debugf?|fatalf?|sprintf)(?:\W|$)/i;

/** Errors of the languages themselves, whose argument is a message. */
const standardErrors =
  /^(?:(?:base|runtime|illegal(?:argument|state)|argument(?:null|outofrange)?|invalidoperation|notimplemented|unsupportedoperation|nullpointer|indexoutofbounds|io|system|assertion)exception|(?:value|type|runtime|key|index|attribute|assertion|range|syntax|reference|os|io|import|name|notimplemented|standard|argument)error)$/;

/** Whether a function's name says that it tests, lists or raises error codes: `IsExpectedErrors`, `RetryError`, `ServiceError`. */
export function takesCodes(fn: string): boolean {
  if (textFunctions.test(fn)) return false;
  const names = namesIn(fn.replace(/\([^()]*\)/g, ""));
  const last = names.at(-1) ?? [];
  if (standardErrors.test(last.join("")) || /^log(?: \w+)* (?:error|err|failure)s?$/.test(last.join(" ")))
    return false;
  if (
    last.length === 1 &&
    ["error", "errors", "err", "exception", "new", "wrap", "wrapf"].includes(last[0] ?? "")
  )
    return false;
  if (last.some((word) => codeWords.has(word)) && !last.some((word) => otherCodes.has(word))) return true;
  return last.some((word) => errorWords.has(word)) || last.some((word) => /^retr(?:y|i)/.test(word));
}

/** Whether an expression is an error, or what it says as text: `err.Error()`, `str(e)`, `e.getMessage()`. */
export function namesError(expression: string): boolean {
  const names = namesIn(expression);
  const all = names.flat();
  if (all.some((word) => errorWords.has(word))) return true;
  return names.some((name) => isErrorName(name)) || namesCode(expression);
}

/** Whether a constant, an enum or a type is named for errors. */
export function namesConstants(name: string): boolean {
  const all = namesIn(name).flat();
  return (
    all.some((word) => errorWords.has(word) || codeWords.has(word)) &&
    !all.some((word) => otherCodes.has(word))
  );
}

function isErrorName(name: string[] | undefined): boolean {
  const joined = name?.join(" ") ?? "";
  return (
    ["e", "ex", "err", "error", "exc", "exception", "cause"].includes(joined) ||
    errorWords.has(name?.at(-1) ?? "")
  );
}
