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
      /f\(\);\n {4}break;\n(?: {2}case "AuthFailure\.\w+":\n)+ {4}break;\n {2}\/\/ else\n {2}default:\n {4}g/,
    ],
    [
      "typescript",
      `${tencent.typescript}switch (e.code) {\r\n  case "AuthFailure.|SignatureExpire":\r\n  default:\r\n    g();\r\n}\r\n`,
      /Expire":\r\n(?: {2}case "AuthFailure\.\w+":\r\n)+ {2}default:\r\n {4}g/,
    ],
    [
      "go",
      `${tencent.go}func f() {\n\tswitch e.Code {\n\tcase "AuthFailure.|SignatureExpire":\n\t\tg()\n\tdefault:\n\t\th()\n\t}\n}\n`,
      /g\(\)\n\tcase "AuthFailure\.\w+",\n(?:\t\t"AuthFailure\.\w+",\n)+\t\t"AuthFailure\.\w+":\n\tdefault:/,
    ],
    [
      "java",
      `${tencent.java}class A {\n    void f() {\n        switch (e.getErrorCode()) {\n            case "AuthFailure.|SignatureExpire" -> g();\n            default -> h();\n        }\n    }\n}\n`,
      / {12}case "AuthFailure\.\w+",\n(?: {20}"AuthFailure\.\w+",\n)+ {20}"AuthFailure\.\w+" -> \{\n {12}\}\n {12}default/,
    ],
    [
      "csharp",
      `${tencent.csharp}class A {\n    void F() {\n        switch (e.ErrorCode) {\n            case "AuthFailure.|SignatureExpire":\n                G();\n                break;\n        }\n    }\n}\n`,
      /break;\n(?: {12}case "AuthFailure\.\w+":\n)+ {16}break;\n {8}\}/,
    ],
    [
      "php",
      `${tencent.php}switch ($e->getErrorCode()) {\n  case "AuthFailure.|SignatureExpire":\n    g();\n    break;\n  default:\n    h();\n}\n`,
      /break;\n(?: {2}case "AuthFailure\.\w+":\n)+ {4}break;\n {2}default/,
    ],
    [
      "python",
      `${tencent.python}match e.code:\n    case "AuthFailure.|SignatureExpire":\n        g()\n    case _:\n        h()\n`,
      /g\(\)\n {4}case \(\n {12}"AuthFailure\.\w+"\n(?: {12}\| "AuthFailure\.\w+"\n)+ {8}\):\n {8}pass\n {4}case _:/,
    ],
    [
      "ruby",
      `${tencent.ruby}case e.code\nwhen "AuthFailure.|SignatureExpire"\n  g\nelse\n  h\nend\n`,
      / {2}g\nwhen "AuthFailure\.\w+",\n(?: {5}"AuthFailure\.\w+",\n)+ {5}"AuthFailure\.\w+"\nelse/,
    ],
    [
      "rust",
      `// https://cvm.tencentcloudapi.com\nfn f() {\n    match error.code {\n        "AuthFailure.|SignatureExpire" => g(),\n        _ => h(),\n    }\n}\n`,
      /g\(\),\n {8}"AuthFailure\.\w+"\n(?: {8}\| "AuthFailure\.\w+"\n)* {8}\| "AuthFailure\.\w+" => todo!\(\),\n {8}_ => h/,
    ],
    [
      "kotlin",
      `import com.tencentcloudapi.cvm.v20170312.CvmClient\nfun f() {\n  when (e.errorCode) {\n    "AuthFailure.|SignatureExpire" -> g()\n    else -> h()\n  }\n}\n`,
      /g\(\)\n {4}"AuthFailure\.\w+",\n(?: {4}"AuthFailure\.\w+",\n)* {4}"AuthFailure\.\w+" -> TODO\(\)\n {4}else/,
    ],
  ];
  for (const [languageId, text, expected] of switches) {
    it(`are added in ${languageId}, before the default`, async () => {
      const open = await opened(languageId, text);
      const after = await textAfterAction(
        open,
        /missing cases? for 'AuthFailure\.\*'$/,
        /^refactor\.rewrite$|^quickfix$/,
      );
      assert.match(after ?? "(not offered)", expected);
      const labels = after?.match(known) ?? [];
      assert.equal(labels.length, new Set(labels).size);
      assert.ok(labels.length > 2 && labels.length <= 21);
    });
  }
});
