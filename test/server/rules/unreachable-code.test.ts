import { describeRule, type Spoken, type Unspoken } from "./describe-rule.ts";

const [a, b] = ["AuthFailure.SignatureExpire", "InvalidParameter.NotFound"];

const reported: Spoken[] = [
  {
    languageId: "typescript",
    text: `if (e.code === "‹${a}›") { x(); } else if (e.code === "${b}") { y(); } else if (e.code === "«${a}»") { z(); }`,
    says: /'AuthFailure\.SignatureExpire' never reaches this branch: an earlier one already matches it\./,
  },
  {
    languageId: "typescript",
    text: `if (e.code.startsWith("‹AuthFailure.›")) { x(); } else if (e.code === "«${a}»") { y(); }`,
    says: /already matches it with 'AuthFailure\.'/,
  },
  {
    languageId: "typescript",
    text: `if (e.code.indexOf("‹AuthFailure›") === 0) { x(); } else if ("«${a}»" === e.code) {}`,
  },
  {
    languageId: "javascript",
    text: `function f(e) { if (e.code === "‹${a}›") return 1; // 过期\n if (e.code === "${b}") { throw e; }\n if (e.code === "«${a}»") return 2; }`,
  },
  {
    languageId: "go",
    text: `package a\nfunc f() {\n\tif strings.HasPrefix(err.Code, "‹AuthFailure›") {\n\t\treturn\n\t} else if err.Code == "«${a}»" {\n\t\tx()\n\t}\n}`,
  },
  {
    languageId: "go",
    text: `package a\nfunc f() {\n\tif err.Code == "‹${a}›" {\n\t\treturn\n\t}\n\tif err.Code == "${b}" || err.Code == "«${a}»" {\n\t\tx()\n\t}\n}`,
  },
  {
    languageId: "go",
    text: `package a\nfunc f() {\n\tswitch {\n\tcase err.Code == "‹${a}›":\n\t\tx()\n\tcase err.Code == "«${a}»":\n\t\ty()\n\t}\n}`,
  },
  {
    languageId: "python",
    text: `if e.code.startswith("‹AuthFailure›"):\n    x()\nelif e.code in ("${b}", "«${a}»"):\n    y()`,
  },
  { languageId: "python", text: `if "‹AuthFailure›" in str(e):\n    x()\nelif "«${a}»" in str(e):\n    y()` },
  {
    languageId: "java",
    text: `class A { void f() { if (e.getErrorCode().startsWith("‹AuthFailure›")) { x(); } else if ("«${a}»".equals(e.getErrorCode())) { y(); } } }`,
  },
  {
    languageId: "csharp",
    text: `class A { void F() { if (e.ErrorCode == "‹${a}›") { X(); } else if (e.ErrorCode == "«${a}»") { Y(); } } }`,
  },
  {
    languageId: "php",
    text: `<?php if (strpos($e->getErrorCode(), "‹AuthFailure›") === 0) { x(); } elseif ($e->getErrorCode() === "«${a}»") { y(); }`,
  },
  {
    languageId: "ruby",
    text: `if e.code.start_with?("‹AuthFailure›")\n  x\nelsif e.code == "«${a}»"\n  y\nend`,
  },
  { languageId: "ruby", text: `return 1 if e.code == "‹${a}›"\nreturn 2 if e.code == "«${a}»"` },
  { languageId: "rust", text: `fn f() { if e.code == "‹${a}›" { x() } else if e.code == "«${a}»" { y() } }` },
  {
    languageId: "kotlin",
    text: `fun f() {\n  if (e.code.startsWith("‹AuthFailure›")) {\n    x()\n  } else if (e.code == "«${a}»") {\n    y()\n  }\n}`,
  },
  {
    languageId: "kotlin",
    text: `fun f() {\n  when {\n    e.code == "‹${a}›" -> x()\n    e.code == "«${a}»" -> y()\n  }\n}`,
  },
  {
    languageId: "scala",
    text: `object A { if (e.code.startsWith("‹AuthFailure›")) x() else if (e.code == "«${a}»") y() }`,
  },
  {
    languageId: "shellscript",
    text: `if [[ "$code" == ‹AuthFailure›* ]]; then x; elif [ "$code" = "«${a}»" ]; then y; fi`,
  },
  { languageId: "shellscript", text: `case $code in ‹AuthFailure›*) x;; «${a}») y;; esac` },
  {
    languageId: "powershell",
    text: `if ($e.Code.StartsWith("‹AuthFailure›")) { x } elseif ($e.Code -eq "«${a}»") { y }`,
  },
  {
    languageId: "cpp",
    text: `void f() { if (e.Code() == "‹${a}›") { x(); } else if (e.Code() == "«${a}»") { y(); } }`,
  },
];

const notReported: Unspoken[] = [
  {
    why: "the more specific test first",
    languageId: "typescript",
    text: `if (e.code === "${a}") { x(); } else if (e.code.startsWith("AuthFailure")) { y(); }`,
  },
  {
    why: "an earlier branch with a further condition",
    languageId: "typescript",
    text: `if (e.code === "${a}" && x) { x(); } else if (e.code === "${a}") { y(); }`,
  },
  {
    why: "a negated earlier branch",
    languageId: "typescript",
    text: `if (e.code !== "${a}") { x(); } else if (e.code === "${a}") { y(); }`,
  },
  {
    why: "an index test that excludes the prefix",
    languageId: "typescript",
    text: `if (e.code.indexOf("AuthFailure") === -1) { x(); } else if (e.code === "${a}") { y(); }`,
  },
  {
    why: "tests of different expressions",
    languageId: "go",
    text: `package a\nfunc f() { if err.Code == "${a}" { x() } else if other.Code == "${a}" { y() } }`,
  },
  {
    why: "an if after which execution continues",
    languageId: "go",
    text: `package a\nfunc f() {\n\tif err.Code == "${a}" {\n\t\tx()\n\t}\n\tif err.Code == "${a}" {\n\t\ty()\n\t}\n}`,
  },
  {
    why: "a statement between two ifs",
    languageId: "go",
    text: `package a\nfunc f() {\n\tif err.Code == "${a}" {\n\t\treturn\n\t}\n\terr = retry()\n\tif err.Code == "${a}" {\n\t\ty()\n\t}\n}`,
  },
  {
    why: "different errors with the same name",
    languageId: "go",
    text: `package a\nfunc f() {\n\tif err := g(); err.Code == "${a}" {\n\t\treturn\n\t}\n\tif err := h(); err.Code == "${a}" {\n\t\ty()\n\t} else if err := i(); err.Code == "${a}" {\n\t\tz()\n\t}\n}`,
  },
  {
    why: "a nested branch",
    languageId: "python",
    text: `if e.code.startswith("AuthFailure"):\n    if e.code == "${a}":\n        x()`,
  },
  {
    why: "alternatives of one branch in an indented code block",
    languageId: "markdown",
    text: `- A list:\n\n  \`\`\`ts\n  if (\n    e.code.startsWith("AuthFailure") ||\n    e.code === "${a}"\n  ) {}\n  \`\`\`\n`,
  },
  {
    why: "a suffix that the code does not have",
    languageId: "python",
    text: `if e.code.endswith("AuthFailure"):\n    x()\nelif e.code == "${a}":\n    y()`,
  },
  {
    why: "a comparison passed to a function",
    languageId: "java",
    text: `class A { void f() { if (isOdd("${a}".equals(e.getErrorCode()))) { x(); } else if ("${a}".equals(e.getErrorCode())) { y(); } } }`,
  },
  {
    why: "a test by a custom function",
    languageId: "go",
    text: `package a\nfunc f() { if isThrottling(err, "${a}") { x() } else if err.Code == "${a}" { y() } }`,
  },
  {
    why: "clauses that are all evaluated",
    languageId: "powershell",
    text: `switch ($e.Code) { "${a}" { x } "${b}" { y } "${a}" { z } }`,
  },
  {
    why: "a case-insensitive comparison",
    languageId: "java",
    text: `class A { void f() { if ("${a}".equals(e.getErrorCode())) { x(); } else if ("${a}".equalsIgnoreCase(e.getErrorCode())) { y(); } } }`,
  },
];

describeRule(
  {
    rule: "unreachable-code",
    severity: 2,
    zh: /“AuthFailure\.SignatureExpire”不会进入此分支：前面的分支已匹配它/,
  },
  reported,
  notReported,
);
