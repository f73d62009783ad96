import { describeFix, example } from "./describe-fix.ts";

describeFix("remove duplicate", /^Remove the duplicate '/, /^quickfix$/, [
  example(
    "a multi-line list with a trailing comma",
    "typescript",
    `const retryCodes = [\n  "InternalError",\n  "LimitExceeded",\n  "Inter|nalError",\n];\n`,
    `const retryCodes = [\n  "InternalError",\n  "LimitExceeded",\n];\n`,
  ),
  example(
    "a multi-line list without a trailing comma, CRLF",
    "json",
    `{"errorCodes": [\r\n  "InternalError",\r\n  "LimitExceeded",\r\n  "Inter|nalError"\r\n]}`,
    `{"errorCodes": [\r\n  "InternalError",\r\n  "LimitExceeded"\r\n]}`,
  ),
  example(
    "the middle of a line",
    "python",
    `retry_codes = ["InternalError", "Inter|nalError", "LimitExceeded"]\n`,
    `retry_codes = ["InternalError", "LimitExceeded"]\n`,
  ),
  example(
    "comments, which are kept",
    "go",
    `package a\n\nvar retryCodes = []string{\n\t"InternalError", // once\n\t// both\n\t"LimitExceeded",\n\t"Inter|nalError", // twice\n}\n`,
    `package a\n\nvar retryCodes = []string{\n\t"InternalError", // once\n\t// both\n\t"LimitExceeded",\n\t// twice\n}\n`,
  ),
  example(
    "a comment before the comma",
    "javascript",
    `const retryCodes = ["InternalError", "Inter|nalError" /* twice */, "LimitExceeded"];\n`,
    `const retryCodes = ["InternalError",  /* twice */ "LimitExceeded"];\n`,
  ),
  example(
    "leading commas",
    "javascript",
    `const retryCodes = [\n    "InternalError"\n  , "LimitExceeded"\n  , "Inter|nalError"\n];\n`,
    `const retryCodes = [\n    "InternalError"\n  , "LimitExceeded"\n];\n`,
  ),
  example(
    "the last element after a comment, without a trailing comma",
    "python",
    `retry_codes = [\n    "InternalError",\n    "LimitExceeded",  # 限流\n    "Inter|nalError"\n]\n`,
    `retry_codes = [\n    "InternalError",\n    "LimitExceeded"  # 限流\n]\n`,
  ),
  example(
    "words without commas",
    "ruby",
    `retry_codes = %w[InternalError LimitExceeded Inter|nalError]\n`,
    `retry_codes = %w[InternalError LimitExceeded]\n`,
  ),
  example(
    "a key with an equal value",
    "python",
    `error_codes = {"InternalError": True, "LimitExceeded": True, "Inter|nalError": True}\n`,
    `error_codes = {"InternalError": True, "LimitExceeded": True}\n`,
  ),
  example(
    "a YAML item",
    "yaml",
    `retryErrorCodes:\n  - InternalError # one\n  - LimitExceeded\n  - Intern|alError\nother: 1\n`,
    `retryErrorCodes:\n  - InternalError # one\n  - LimitExceeded\nother: 1\n`,
  ),
  example(
    "TOML",
    "toml",
    `error_codes = ["InternalError", "LimitExceeded", "Intern|alError"]\n`,
    `error_codes = ["InternalError", "LimitExceeded"]\n`,
  ),
  example(
    "a label among others",
    "go",
    `package a\nfunc f() {\n\tswitch e.Code {\n\tcase "InternalError", "LimitExceeded", "Inter|nalError":\n\t\tg()\n\t}\n}\n`,
    `package a\nfunc f() {\n\tswitch e.Code {\n\tcase "InternalError", "LimitExceeded":\n\t\tg()\n\t}\n}\n`,
  ),
  example(
    "a label without statements",
    "typescript",
    `switch (e.code) {\n  case "InternalError":\n  case "Inter|nalError":\n  case "LimitExceeded":\n    f();\n}\n`,
    `switch (e.code) {\n  case "InternalError":\n  case "LimitExceeded":\n    f();\n}\n`,
  ),
  example(
    "a label with statements",
    "typescript",
    `switch (e.code) {\n  case "InternalError":\n    g();\n    break;\n  case "Inter|nalError":\n    f();\n}\n`,
    undefined,
  ),
  example(
    "a Java switch rule",
    "java",
    `class A { void f() { switch (e.getErrorCode()) { case "InternalError", "LimitExceeded", "Inter|nalError" -> g(); default -> h(); } } }`,
    `class A { void f() { switch (e.getErrorCode()) { case "InternalError", "LimitExceeded" -> g(); default -> h(); } } }`,
  ),
  example(
    "a condition",
    "python",
    `if e.code == "InternalError" or e.code == "Inter|nalError":\n    pass\n`,
    `if e.code == "InternalError":\n    pass\n`,
  ),
  example(
    "a key with another value",
    "python",
    `error_codes = {"InternalError": 1, "LimitExceeded": 3, "Inter|nalError": 2}\n`,
    undefined,
  ),
]);
