import assert from "node:assert/strict";
import { describeFix, example, opening, textAfterAction } from "./describe-fix.ts";
import { tencent } from "./tencent-cloud.ts";

describeFix("missing cases", /missing case.* for 'AuthFailure\.\*'$/, /^(?:quickfix|refactor\.rewrite)$/, [
  example("a language without a grammar", "plaintext", `case "AuthFailure|"`, undefined),
]);

describe("missing cases of a family", () => {
  const opened = opening();
  const known = /"AuthFailure\.\w+"/g;
  const switches: [languageId: string, before: string, expected: RegExp][] = [
    [
      "typescript",
      `${tencent.typescript}switch (e.code) {\n  case "AuthFailure.|SignatureExpire":\n    f();\n    break;\n  // else\n  default:\n    g();\n}\n`,
      /SignatureExpire":\n(?: {2}case "AuthFailure\.\w+":\n){3,} {4}f\(\);\n {4}break;\n {2}\/\/ else\n {2}default:\n {4}g/,
    ],
    [
      "javascript",
      `${tencent.typescript}function f(e) {\n  switch (e.code) {\n    case "Auth|Failure": return 1;\n    default: return 2;\n  }\n}\n`,
      /\{\n(?: {4}case "AuthFailure\.\w+":\n){3,} {4}case "AuthFailure": return 1;\n {4}default/,
    ],
    [
      "typescript",
      `${tencent.typescript}switch (e.code) {\r\n  case "AuthFailure.|SignatureExpire":\r\n  default:\r\n    g();\r\n}\r\n`,
      /Expire":\r\n(?: {2}case "AuthFailure\.\w+":\r\n){3,} {2}default:\r\n {4}g/,
    ],
    [
      "go",
      `${tencent.go}func f() {\n\tswitch e.Code {\n\tcase "AuthFailure.|SignatureExpire":\n\t\tg()\n\tdefault:\n\t\th()\n\t}\n}\n`,
      /\tcase "AuthFailure\.SignatureExpire",\n(?:\t\t"AuthFailure\.\w+",\n)+\t\t"AuthFailure\.\w+":\n\t\tg\(\)\n\tdefault:/,
    ],
    [
      "java",
      `${tencent.java}class A {\n    void f() {\n        switch (e.getErrorCode()) {\n            case "AuthFailure.|SignatureExpire" -> g();\n            default -> h();\n        }\n    }\n}\n`,
      / {12}case "AuthFailure\.SignatureExpire",\n(?: {20}"AuthFailure\.\w+",\n)+ {20}"AuthFailure\.\w+" -> g\(\);\n {12}default/,
    ],
    [
      "csharp",
      `${tencent.csharp}class A {\n    void F() {\n        switch (e.ErrorCode) {\n            case "AuthFailure.|SignatureExpire":\n                G();\n                break;\n        }\n    }\n}\n`,
      /Expire":\n(?: {12}case "AuthFailure\.\w+":\n){3,} {16}G\(\);\n {16}break;\n {8}\}/,
    ],
    [
      "php",
      `${tencent.php}switch ($e->getErrorCode()) {\n  case "AuthFailure.|SignatureExpire":\n    g();\n    break;\n  default:\n    h();\n}\n`,
      /Expire":\n(?: {2}case "AuthFailure\.\w+":\n){3,} {4}g\(\);\n {4}break;\n {2}default/,
    ],
    [
      "python",
      `${tencent.python}match e.code:\n    case "AuthFailure.|SignatureExpire":\n        g()\n    case _:\n        h()\n`,
      / {4}case \(\n {12}"AuthFailure\.SignatureExpire"\n(?: {12}\| "AuthFailure\.\w+"\n){3,} {8}\):\n {8}g\(\)\n {4}case _:/,
    ],
    [
      "ruby",
      `${tencent.ruby}case e.code\nwhen "AuthFailure.|SignatureExpire"\n  g\nelse\n  h\nend\n`,
      /^when "AuthFailure\.SignatureExpire",\n(?: {5}"AuthFailure\.\w+",\n)+ {5}"AuthFailure\.\w+"\n {2}g\nelse/m,
    ],
    [
      "rust",
      `// https://cvm.tencentcloudapi.com\nfn f() {\n    match error.code {\n        "AuthFailure.|SignatureExpire" => g(),\n        _ => h(),\n    }\n}\n`,
      / {8}"AuthFailure\.SignatureExpire"\n(?: {8}\| "AuthFailure\.\w+"\n)+ {8}\| "AuthFailure\.\w+" => g\(\),\n {8}_ => h/,
    ],
    [
      "kotlin",
      `import com.tencentcloudapi.cvm.v20170312.CvmClient\nfun f() {\n  when (e.errorCode) {\n    "AuthFailure.|SignatureExpire" -> g()\n    else -> h()\n  }\n}\n`,
      / {4}"AuthFailure\.SignatureExpire",\n(?: {4}"AuthFailure\.\w+",\n)+ {4}"AuthFailure\.\w+" -> g\(\)\n {4}else/,
    ],
  ];
  for (const [languageId, text, expected] of switches) {
    it(`join the arm of the family in ${languageId}: ${JSON.stringify(text.slice(-30))}`, async () => {
      const open = await opened(languageId, text);
      const after = await textAfterAction(
        open,
        /missing cases? for 'AuthFailure\.\*'$/,
        /^refactor\.rewrite$|^quickfix$/,
      );
      assert.match(after ?? "(not offered)", expected);
      const labels = after?.match(known) ?? [];
      assert.equal(labels.length, new Set(labels).size);
      assert.ok(labels.length > 2 && labels.length <= 10);
    });
  }
});
