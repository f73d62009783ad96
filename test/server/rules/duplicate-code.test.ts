import { describeRule, type Spoken, type Unspoken } from "./describe-rule.ts";

const [a, b, c] = ["InvalidParameter.NotFound", "AuthFailure.SignatureExpire", "RequestLimitExceeded"];

const reported: Spoken[] = [
  {
    languageId: "typescript",
    text: `switch (e.code) { case "‹${a}›": x(); break; case "${b}": break; case "«${a}»": y(); }`,
    says: /'InvalidParameter\.NotFound' already has a case here/,
  },
  {
    languageId: "typescript",
    text: `const 错误码 = "😀"; if (["‹${a}›", "${b}", "«${a}»"].includes(e.code)) {}`,
    says: /already in this list/,
  },
  { languageId: "typescript", text: `const errorCodes = new Set(["‹${c}›", "${b}", "«${c}»", "«${c}»"]);` },
  {
    languageId: "typescript",
    text: `const errorCodes = { "‹${a}›": 1, "${b}": 2, "«${a}»": 3 };`,
    says: /only one of the two values is kept/,
  },
  {
    languageId: "javascript",
    text: `if (e.code === "‹${a}›" || e.code === "${b}" || (e.code === "«${a}»")) {}`,
    says: /already tested in this condition/,
  },
  {
    languageId: "go",
    text: `package a\nfunc f() {\n\tswitch err.Code {\n\tcase "‹${a}›", "${b}":\n\t\treturn\n\tcase "«${a}»":\n\t\tx()\n\t}\n}`,
  },
  {
    languageId: "go",
    text: `package a\nfunc f() { if IsExpectedErrors(err, []string{"‹${a}›", "${b}", "«${a}»"}) { return } }`,
  },
  {
    languageId: "go",
    text: `package a\nfunc f() { if IsExpectedErrors(err, "‹${a}›", "«${a}»") { return } }`,
    says: /already an argument of this call/,
  },
  { languageId: "go", text: `package a\nvar retryErrors = map[string]bool{"‹${a}›": true, "«${a}»": true}` },
  { languageId: "python", text: `if e.code in ("‹${a}›", "${b}", "«${a}»"):\n    pass` },
  {
    languageId: "python",
    text: `match e.code:\n    case "‹${a}›":\n        x()\n    case "${b}" | "«${a}»":\n        y()`,
  },
  { languageId: "python", text: `RETRYABLE_ERRORS = {"‹${a}›", "${b}", "«${a}»"}` },
  {
    languageId: "java",
    text: `class A { void f() { List<String> errorCodes = Arrays.asList("‹${a}›", "${b}", "«${a}»"); } }`,
  },
  {
    languageId: "java",
    text: `class A { void f() { if ("‹${a}›".equals(e.getErrorCode()) || "«${a}»".equals(e.getErrorCode())) {} } }`,
  },
  {
    languageId: "csharp",
    text: `class A { int F() => e.ErrorCode switch { "‹${a}›" => 1, "${b}" => 2, "«${a}»" => 3 }; }`,
  },
  {
    languageId: "csharp",
    text: `class A { void F() { var errorCodes = new Dictionary<string, int> { { "‹${a}›", 1 }, { "${b}", 2 }, { "«${a}»", 3 } }; } }`,
    says: /only one of the two values/,
  },
  { languageId: "php", text: `<?php $errorCodes = ["‹${a}›" => 1, "${b}" => 2, "«${a}»" => 3];` },
  { languageId: "ruby", text: `case e.code\nwhen "‹${a}›", "${b}"\n  x\nwhen "«${a}»"\n  y\nend` },
  { languageId: "rust", text: `fn f() { let error_codes = vec!["‹${a}›", "${b}", "«${a}»"]; }` },
  {
    languageId: "kotlin",
    text: `fun f() {\n  when (e.code) {\n    "‹${a}›" -> x()\n    "${b}", "«${a}»" -> y()\n  }\n}`,
  },
  {
    languageId: "scala",
    text: `object A { e.code match { case "‹${a}›" => x()\n case "${b}" | "«${a}»" => y() } }`,
  },
  { languageId: "shellscript", text: `case $code in ‹${a}›|${b}) x;; «${a}») y;; esac` },
  { languageId: "powershell", text: `$errorCodes = @("‹${a}›", "${b}", "«${a}»")` },
  { languageId: "yaml", text: `error_codes:\n  - ‹${a}›\n  - ${b}\n  - «${a}»` },
  { languageId: "toml", text: `error_codes = ["‹${a}›", "${b}", "«${a}»"]` },
];

const notReported: Unspoken[] = [
  { why: "different codes", languageId: "typescript", text: `const errorCodes = ["${a}", "${b}", "${c}"];` },
  {
    why: "a sequence of responses",
    languageId: "typescript",
    text: `const errorResponses = ["${c}", "${c}", "${c}", "OK"];`,
  },
  {
    why: "a sequence in a test",
    languageId: "typescript",
    text: `const codes = ["${c}", "${c}", "${a}"];`,
    at: "file:///project/retry.test.ts",
  },
  { why: "an assertion", languageId: "go", text: `package a\nfunc f() { assert.Equal(t, "${a}", "${a}") }` },
  {
    why: "a name and its code",
    languageId: "typescript",
    text: `throw new ServiceError("${a}", "${a}", 400);`,
  },
  { why: "a list of two", languageId: "typescript", text: `const errorCodes = ["${a}", "${a}"];` },
  {
    why: "rows of a table",
    languageId: "go",
    text: `package a\nvar errorCodes = [][]string{{"${a}", "${a}", "x"}, {"${b}", "${b}", "y"}}`,
  },
  {
    why: "rows of a table",
    languageId: "python",
    text: `ERROR_CODES = [("${a}", "${a}", 1), ("${b}", "${b}", 2)]`,
  },
  {
    why: "objects in a list",
    languageId: "typescript",
    text: `const errors = [{ code: "${a}" }, { code: "${b}" }, { code: "${a}" }];`,
  },
  {
    why: "labels of different switches",
    languageId: "typescript",
    text: `switch (e.code) { case "${a}": switch (f.code) { case "${a}": break; } break; case "${b}": }`,
  },
  {
    why: "values of a map",
    languageId: "typescript",
    text: `const errorCodes = { one: "${a}", two: "${a}", three: "${a}" };`,
  },
  {
    why: "a guarded label",
    languageId: "rust",
    text: `fn f() { match e.code { "${a}" if x => 1, "${b}" => 2, "${a}" => 3 } }`,
  },
  {
    why: "labels of a switch that takes every match",
    languageId: "powershell",
    text: `switch ($e.Code) { "${a}" { x } "${b}" { y } "${a}" { z } }`,
  },
  {
    why: "tests of different expressions",
    languageId: "java",
    text: `class A { void f() { if ("${a}".equals(e.getErrorCode()) || "${a}".equals(g.getErrorCode())) {} } }`,
  },
  {
    why: "alternatives with further conditions",
    languageId: "go",
    text: `package a\nfunc f() { if err.Code == "${a}" && x || err.Code == "${a}" && y { return } }`,
  },
];

describeRule(
  { rule: "duplicate-code", severity: 2, zh: /前面已有“InvalidParameter\.NotFound”的分支/ },
  reported,
  notReported,
);
