import { describeFix, example } from "./describe-fix.ts";
import { tencent } from "./tencent-cloud.ts";

const code = "AuthFailure.SignatureExpire";
const temporary = "RequestLimitExceeded";

describeFix("remove from the retry", /^Remove '.*' from the (?:list|retry condition)$/, /^quickfix$/, [
  example(
    "the first of a list",
    "typescript",
    `${tencent.typescript}const retryCodes = ["AuthFailure.|SignatureFailure", "${temporary}", "InternalError"];\n`,
    `${tencent.typescript}const retryCodes = ["${temporary}", "InternalError"];\n`,
  ),
  example(
    "the first of a list on lines of its own",
    "python",
    `${tencent.python}RETRYABLE_CODES = [\n    "AuthFailure.|SignatureFailure",\n    "${temporary}",\n]\n`,
    `${tencent.python}RETRYABLE_CODES = [\n    "${temporary}",\n]\n`,
  ),
  example(
    "a comment behind the first",
    "go",
    `${tencent.go}var retryCodes = []string{\n\t"AuthFailure.|SignatureFailure", // never\n\t"${temporary}",\n}\n`,
    `${tencent.go}var retryCodes = []string{\n\t// never\n\t"${temporary}",\n}\n`,
  ),
  example(
    "the last of a list",
    "java",
    `${tencent.java}class A { List<String> retryCodes = Arrays.asList("${temporary}", "AuthFailure.|SignatureFailure"); }\n`,
    `${tencent.java}class A { List<String> retryCodes = Arrays.asList("${temporary}"); }\n`,
  ),
  example(
    "a list in YAML",
    "yaml",
    `host: cvm.tencentcloudapi.com\nretryableErrorCodes:\n  - AuthFailure.|SignatureFailure\n  - ${temporary}\n`,
    `host: cvm.tencentcloudapi.com\nretryableErrorCodes:\n  - ${temporary}\n`,
  ),
  example(
    "the only one",
    "typescript",
    `${tencent.typescript}const retryCodes = ["AuthFailure.|SignatureFailure"];\n`,
    undefined,
  ),
  example(
    "the first alternative of a condition",
    "typescript",
    `${tencent.typescript}if (e.code === "AuthFailure.|SignatureFailure" || e.code === "${temporary}") {\n  return retry();\n}\n`,
    `${tencent.typescript}if (e.code === "${temporary}") {\n  return retry();\n}\n`,
  ),
  example(
    "the last alternative of a condition",
    "python",
    `${tencent.python}def f(e):\n    if e.code == "${temporary}" or e.code == "AuthFailure.|SignatureFailure":\n        return retry()\n`,
    `${tencent.python}def f(e):\n    if e.code == "${temporary}":\n        return retry()\n`,
  ),
  example(
    "the first alternative of a condition in Java",
    "java",
    `${tencent.java}class A { Object f() { if ("AuthFailure.|SignatureFailure".equals(e.getErrorCode()) || "${temporary}".equals(e.getErrorCode())) { return retry(); } return null; } }\n`,
    `${tencent.java}class A { Object f() { if ("${temporary}".equals(e.getErrorCode())) { return retry(); } return null; } }\n`,
  ),
  example(
    "the only condition",
    "python",
    `${tencent.python}def f(e):\n    if e.code == "AuthFailure.|SignatureFailure":\n        return retry()\n`,
    undefined,
  ),
]);

const title = /^Remove (?:the unreachable branch of|the test for) |^Remove '.*' from the list$/;
describeFix("remove what is unreachable", title, /^quickfix$/, [
  example(
    "an else if between others",
    "typescript",
    `if (e.code === "${code}") {\n  x();\n} else if (e.code === "AuthFailure.|SignatureExpire") {\n  y();\n} else {\n  z();\n}\n`,
    `if (e.code === "${code}") {\n  x();\n} else {\n  z();\n}\n`,
  ),
  example(
    "the last else if",
    "csharp",
    `class A { void F() {\n  if (e.ErrorCode == "${code}") { X(); }\n  else if (e.ErrorCode == "AuthFailure.|SignatureExpire") { Y(); }\n} }\n`,
    `class A { void F() {\n  if (e.ErrorCode == "${code}") { X(); }\n} }\n`,
  ),
  example(
    "an else if in Go",
    "go",
    `package a\nfunc f() {\n\tif err.Code == "${code}" {\n\t\tx()\n\t} else if err.Code == "AuthFailure.|SignatureExpire" {\n\t\ty()\n\t} else {\n\t\tz()\n\t}\n}\n`,
    `package a\nfunc f() {\n\tif err.Code == "${code}" {\n\t\tx()\n\t} else {\n\t\tz()\n\t}\n}\n`,
  ),
  example(
    "a clause of a switch without a subject",
    "go",
    `package a\nfunc f() {\n\tswitch {\n\tcase err.Code == "${code}":\n\t\tx()\n\tcase err.Code == "AuthFailure.|SignatureExpire":\n\t\ty()\n\tdefault:\n\t\tz()\n\t}\n}\n`,
    `package a\nfunc f() {\n\tswitch {\n\tcase err.Code == "${code}":\n\t\tx()\n\tdefault:\n\t\tz()\n\t}\n}\n`,
  ),
  example(
    "a second if behind one that returns",
    "javascript",
    `function f(e) {\n  if (e.code === "${code}") return 1;\n  if (e.code === "AuthFailure.|SignatureExpire") return 2;\n  return 3;\n}\n`,
    `function f(e) {\n  if (e.code === "${code}") return 1;\n  return 3;\n}\n`,
  ),
  example(
    "an elif",
    "python",
    `if e.code == "${code}":\n    x()\nelif e.code == "AuthFailure.|SignatureExpire":\n    y()\nelse:\n    z()\n`,
    `if e.code == "${code}":\n    x()\nelse:\n    z()\n`,
  ),
  example(
    "an elsif",
    "ruby",
    `if e.code == "${code}"\n  x\nelsif e.code == "AuthFailure.|SignatureExpire"\n  y\nelse\n  z\nend\n`,
    `if e.code == "${code}"\n  x\nelse\n  z\nend\n`,
  ),
  example(
    "an elseif",
    "php",
    `<?php\nif ($e->getErrorCode() === "${code}") {\n  x();\n} elseif ($e->getErrorCode() === "AuthFailure.|SignatureExpire") {\n  y();\n}\n`,
    `<?php\nif ($e->getErrorCode() === "${code}") {\n  x();\n}\n`,
  ),
  example(
    "an else if that is an expression",
    "rust",
    `fn f() {\n    if e.code == "${code}" {\n        x()\n    } else if e.code == "AuthFailure.|SignatureExpire" {\n        y()\n    }\n}\n`,
    `fn f() {\n    if e.code == "${code}" {\n        x()\n    }\n}\n`,
  ),
  example(
    "an entry of a when",
    "kotlin",
    `fun f() {\n  when {\n    e.code == "${code}" -> x()\n    e.code == "AuthFailure.|SignatureExpire" -> y()\n  }\n}\n`,
    `fun f() {\n  when {\n    e.code == "${code}" -> x()\n  }\n}\n`,
  ),
  example(
    "one alternative of a condition",
    "python",
    `if e.code == "${code}":\n    x()\nelif e.code == "InternalError" or e.code == "AuthFailure.|SignatureExpire":\n    y()\n`,
    `if e.code == "${code}":\n    x()\nelif e.code == "InternalError":\n    y()\n`,
  ),
  example(
    "one member of a list",
    "python",
    `if e.code.startswith("AuthFailure"):\n    x()\nelif e.code in ("InternalError", "LimitExceeded", "AuthFailure.|SignatureExpire"):\n    y()\n`,
    `if e.code.startswith("AuthFailure"):\n    x()\nelif e.code in ("InternalError", "LimitExceeded"):\n    y()\n`,
  ),
  example(
    "one of two in a tuple, since the other alone would be none",
    "python",
    `if e.code.startswith("AuthFailure"):\n    x()\nelif e.code in ("InternalError", "AuthFailure.|SignatureExpire"):\n    y()\n`,
    undefined,
  ),
]);
