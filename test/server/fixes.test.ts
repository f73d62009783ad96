import assert from "node:assert/strict";
import type { ClientCapabilities, CodeAction, TextDocumentEdit, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import { addToList } from "../../server/fixes/listing.ts";
import { removeFromMapping, setInMapping } from "../../server/fixes/mapping.ts";
import { languages } from "../../server/languages/index.ts";
import { Client, type Open } from "./client.ts";
import { Project } from "./project.ts";

const wrong = "AuthFailure.SignatureExpired";
const right = "AuthFailure.SignatureExpire";

/** A client as VS Code is: it asks for edits when an action is chosen, makes files, and lets its user confirm. */
const capabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: {},
    },
  },
};

/** What a fix makes of a text: the cursor is a `|`; undefined where it is not offered. */
interface Example {
  what: string;
  languageId: string;
  before: string;
  after: string | undefined;
}

let client: Client;

/** The text after the action of this title, whose kind is one of those; undefined where it is not offered. */
async function outcome(open: Open, title: RegExp, kind: RegExp): Promise<string | undefined> {
  const action = (await open.actions()).find((one) => title.test(one.title));
  if (!action) return undefined;
  assert.match(action.kind ?? "", kind);
  assert.equal(action.edit, undefined, "The edit is left for later.");
  return open.done(action);
}

function prove(fix: string, title: RegExp, kind: RegExp, examples: readonly Example[]): void {
  describe(fix, () => {
    for (const { what, languageId, before, after } of examples) {
      it(`${after === undefined ? "is not offered for" : "works for"} ${what}`, async () => {
        const open = await client.open(languageId, before);
        const actual = await outcome(open, title, kind);
        assert.equal(actual, after);
      });
    }
  });
}

const example = (what: string, languageId: string, before: string, after: string | undefined): Example => ({
  what,
  languageId,
  before,
  after,
});

describe("fixes", () => {
  before(async () => {
    client = await Client.start({ capabilities });
  });
  after(() => client.stop());

  prove("replace", /^Change to '/, /^quickfix$/, [
    example("the start of a file", "json", `{"Error":{"Code":"|${wrong}"}}`, `{"Error":{"Code":"${right}"}}`),
    example(
      "text behind emoji in a file with CRLF",
      "typescript",
      `// 签名😀\r\nconst 名 = "😀"; if (err.code === "${wrong}|") {}\r\n`,
      `// 签名😀\r\nconst 名 = "😀"; if (err.code === "${right}") {}\r\n`,
    ),
    example("the end of a file", "yaml", `codes:\n  - |${wrong}`, `codes:\n  - ${right}`),
  ]);

  prove("replace in file", /^Replace all 3 '.*' in this file with '/, /^quickfix$/, [
    example(
      "all that are alike",
      "go",
      `package a\r\nfunc f() {\r\n\tswitch e.Code { case "${wrong}|": }\r\n\tif e.Code == "${wrong}" || x.Code == "${wrong}" {}\r\n}`,
      `package a\r\nfunc f() {\r\n\tswitch e.Code { case "${right}": }\r\n\tif e.Code == "${right}" || x.Code == "${right}" {}\r\n}`,
    ),
  ]);

  prove("remove duplicate", /^Remove the second '/, /^quickfix$/, [
    example(
      "a list over lines with a trailing comma",
      "typescript",
      `const retryCodes = [\n  "InternalError",\n  "LimitExceeded",\n  "Inter|nalError",\n];\n`,
      `const retryCodes = [\n  "InternalError",\n  "LimitExceeded",\n];\n`,
    ),
    example(
      "a list over lines without one, CRLF",
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
      "comments, which stay",
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
      "commas that lead",
      "javascript",
      `const retryCodes = [\n    "InternalError"\n  , "LimitExceeded"\n  , "Inter|nalError"\n];\n`,
      `const retryCodes = [\n    "InternalError"\n  , "LimitExceeded"\n];\n`,
    ),
    example(
      "the last behind a comment, without a trailing comma",
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
      "an item of YAML",
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
      "a label without statements of its own",
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
      "an arm of Java",
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

  const tencent = {
    go: `package a\n\nimport (\n\t"fmt"\n\n\tcvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"\n)\n\n`,
    typescript: `import { cvm } from "tencentcloud-sdk-nodejs";\n`,
    python: `from tencentcloud.cvm.v20170312 import cvm_client\n`,
    java: `import com.tencentcloudapi.cvm.v20170312.CvmClient;\n`,
    csharp: `using TencentCloud.Cvm.V20170312;\n`,
    php: `<?php\nuse TencentCloud\\Cvm\\V20170312\\CvmClient;\n`,
    ruby: `require 'tencentcloud-sdk-cvm'\n`,
  };

  prove("family test", /^Match 'InvalidParameter\.\*' too$/, /^(?:quickfix|refactor\.rewrite)$/, [
    example(
      "TypeScript",
      "typescript",
      `${tencent.typescript}if (err.code === "Invalid|Parameter") {}\n`,
      `${tencent.typescript}if (err.code === "InvalidParameter" || err.code.startsWith("InvalidParameter.")) {}\n`,
    ),
    example(
      "what binds more tightly, and may be absent",
      "typescript",
      `${tencent.typescript}if (a && err?.code === 'Invalid|Parameter') {}\n`,
      `${tencent.typescript}if (a && (err?.code === 'InvalidParameter' || err?.code?.startsWith('InvalidParameter.'))) {}\n`,
    ),
    example(
      "a negation",
      "javascript",
      `const { cvm } = require("tencentcloud-sdk-nodejs");\r\nif (err.code !== "Invalid|Parameter" && b) {}\r\n`,
      `const { cvm } = require("tencentcloud-sdk-nodejs");\r\nif (err.code !== "InvalidParameter" && !err.code.startsWith("InvalidParameter.") && b) {}\r\n`,
    ),
    example(
      "Go, with the import that it needs",
      "go",
      `${tencent.go}func f() bool { return e.Code == "Invalid|Parameter" }\n`,
      `${tencent.go.replace(`"fmt"\n`, `"fmt"\n\t"strings"\n`)}func f() bool { return e.Code == "InvalidParameter" || strings.HasPrefix(e.Code, "InvalidParameter.") }\n`,
    ),
    example(
      "Go, where a variable has the name of the package",
      "go",
      `${tencent.go}func f(strings []string) bool { return e.Code == "Invalid|Parameter" }\n`,
      undefined,
    ),
    example(
      "Python",
      "python",
      `${tencent.python}if not e.code == "Invalid|Parameter":\n    pass\n`,
      `${tencent.python}if not (e.code == "InvalidParameter" or e.code.startswith("InvalidParameter.")):\n    pass\n`,
    ),
    example(
      "Java, where what is compared may be null",
      "java",
      `${tencent.java}class A { boolean f() { return "Invalid|Parameter".equals(e.getErrorCode()); } }\n`,
      `${tencent.java}class A { boolean f() { return "InvalidParameter".equals(e.getErrorCode()) || (e.getErrorCode() != null && e.getErrorCode().startsWith("InvalidParameter.")); } }\n`,
    ),
    example(
      "C#",
      "csharp",
      `${tencent.csharp}class A { bool F() { return e.ErrorCode == "Invalid|Parameter"; } }\n`,
      `${tencent.csharp}class A { bool F() { return e.ErrorCode == "InvalidParameter" || e.ErrorCode.StartsWith("InvalidParameter."); } }\n`,
    ),
    example(
      "PHP",
      "php",
      `${tencent.php}if ($e->getErrorCode() === 'Invalid|Parameter') {}\n`,
      `${tencent.php}if ($e->getErrorCode() === 'InvalidParameter' || str_starts_with($e->getErrorCode(), 'InvalidParameter.')) {}\n`,
    ),
    example(
      "Ruby",
      "ruby",
      `${tencent.ruby}retry if e&.code == 'Invalid|Parameter'\n`,
      `${tencent.ruby}retry if e&.code == 'InvalidParameter' || e&.code&.start_with?('InvalidParameter.')\n`,
    ),
    example(
      "Rust",
      "rust",
      `use tencentcloud_sdk::cvm;\nfn f() { if *error.code == "Invalid|Parameter" {} }\n// https://cvm.tencentcloudapi.com\n`,
      `use tencentcloud_sdk::cvm;\nfn f() { if *error.code == "InvalidParameter" || (*error.code).starts_with("InvalidParameter.") {} }\n// https://cvm.tencentcloudapi.com\n`,
    ),
    example(
      "Kotlin",
      "kotlin",
      `import com.tencentcloudapi.cvm.v20170312.CvmClient\nfun f() {\n  if (e?.errorCode == "Invalid|Parameter") {}\n}\n`,
      `import com.tencentcloudapi.cvm.v20170312.CvmClient\nfun f() {\n  if (e?.errorCode == "InvalidParameter" || e?.errorCode?.startsWith("InvalidParameter.") == true) {}\n}\n`,
    ),
    example(
      "Swift",
      "swift",
      `// https://cvm.tencentcloudapi.com\nif error.code == "Invalid|Parameter" && b { }\n`,
      `// https://cvm.tencentcloudapi.com\nif (error.code == "InvalidParameter" || error.code.hasPrefix("InvalidParameter.")) && b { }\n`,
    ),
    example(
      "what does something each time",
      "typescript",
      `${tencent.typescript}if ((await f()).code === "Invalid|Parameter") {}\n`,
      undefined,
    ),
  ]);

  prove("missing cases", /missing case.* of 'AuthFailure\.\*'$/, /^(?:quickfix|refactor\.rewrite)$/, [
    example(
      "one provider alone, in a language that is not known",
      "plaintext",
      `case "AuthFailure|"`,
      undefined,
    ),
  ]);

  describe("missing cases of a family", () => {
    const known = new RegExp(/"AuthFailure\.\w+"/g);
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
        const open = await client.open(languageId, text);
        const after = await outcome(
          open,
          /missing cases? of 'AuthFailure\.\*'$/,
          /^refactor\.rewrite$|^quickfix$/,
        );
        assert.match(after ?? "(not offered)", expected);
        const labels = after?.match(known) ?? [];
        assert.equal(labels.length, new Set(labels).size);
        assert.ok(labels.length > 2 && labels.length <= 21);
      });
    }
  });

  prove("extract constant", /^Extract '.*' to the constant /, /^refactor\.extract$/, [
    example(
      "TypeScript",
      "typescript",
      `import a from "a";\n\nif (err.code === "ResourceNotFound|") {}\nif (e.code == "ResourceNotFound") {}\nconst x = "ResourceNotFound";\n`,
      `import a from "a";\n\nconst RESOURCE_NOT_FOUND = "ResourceNotFound";\n\nif (err.code === RESOURCE_NOT_FOUND) {}\nif (e.code == RESOURCE_NOT_FOUND) {}\nconst x = "ResourceNotFound";\n`,
    ),
    example(
      "Go",
      "go",
      `package a\r\n\r\nfunc f() { if e.Code == "ResourceNotFound|" {} }\r\n`,
      `package a\r\n\r\nconst codeResourceNotFound = "ResourceNotFound"\r\n\r\nfunc f() { if e.Code == codeResourceNotFound {} }\r\n`,
    ),
    example(
      "Python, but for patterns",
      "python",
      `"""文档"""\nimport a\n\nif e.code == "ResourceNotFound|":\n    pass\nmatch e.code:\n    case "ResourceNotFound":\n        pass\n`,
      `"""文档"""\nimport a\n\nRESOURCE_NOT_FOUND = "ResourceNotFound"\n\nif e.code == RESOURCE_NOT_FOUND:\n    pass\nmatch e.code:\n    case "ResourceNotFound":\n        pass\n`,
    ),
    example(
      "Java",
      "java",
      `class A {\n    boolean f() { return "ResourceNotFound|".equals(e.getErrorCode()); }\n}\n`,
      `class A {\n    private static final String RESOURCE_NOT_FOUND = "ResourceNotFound";\n\n    boolean f() { return RESOURCE_NOT_FOUND.equals(e.getErrorCode()); }\n}\n`,
    ),
    example(
      "C#",
      "csharp",
      `class A\n{\n    bool F() { return e.ErrorCode == "ResourceNotFound|"; }\n}\n`,
      `class A\n{\n    private const string ResourceNotFound = "ResourceNotFound";\n\n    bool F() { return e.ErrorCode == ResourceNotFound; }\n}\n`,
    ),
    example(
      "PHP",
      "php",
      `<?php\n\nnamespace A;\n\nuse B;\n\nif ($e->getErrorCode() === 'ResourceNotFound|') {}\n`,
      `<?php\n\nnamespace A;\n\nuse B;\n\nconst RESOURCE_NOT_FOUND = 'ResourceNotFound';\n\nif ($e->getErrorCode() === RESOURCE_NOT_FOUND) {}\n`,
    ),
    example(
      "Ruby",
      "ruby",
      `# frozen_string_literal: true\nretry if e.code == 'ResourceNotFound|'\n`,
      `# frozen_string_literal: true\nRESOURCE_NOT_FOUND = 'ResourceNotFound'\n\nretry if e.code == RESOURCE_NOT_FOUND\n`,
    ),
    example(
      "Rust",
      "rust",
      `use a::b;\n\nfn f() { if error.code == "ResourceNotFound|" {} }\n`,
      `use a::b;\n\nconst RESOURCE_NOT_FOUND: &str = "ResourceNotFound";\n\nfn f() { if error.code == RESOURCE_NOT_FOUND {} }\n`,
    ),
    example(
      "a name that is taken",
      "go",
      `package a\n\nvar codeResourceNotFound = 1\n\nfunc f() { if e.Code == "ResourceNotFound|" {} }\n`,
      `package a\n\nconst codeResourceNotFoundCode = "ResourceNotFound"\n\nvar codeResourceNotFound = 1\n\nfunc f() { if e.Code == codeResourceNotFoundCode {} }\n`,
    ),
    example(
      "a pattern of Python",
      "python",
      `match e.code:\n    case "ResourceNotFound|":\n        pass\n`,
      undefined,
    ),
    example(
      "PHP with a namespace in braces",
      "php",
      `<?php\nnamespace A {\nif ($e->getErrorCode() === 'ResourceNotFound|') {}\n}\n`,
      undefined,
    ),
    example("a constant", "go", `package a\n\nconst ErrNotFound = "ResourceNotFound|"\n`, undefined),
  ]);

  prove("SDK constant", /^Use the SDK's constant /, /^refactor\.rewrite$/, [
    example(
      "a code of the imported package, by its alias",
      "go",
      `${tencent.go}func f() bool { return e.Code == "InvalidInstanceId.NotFound|" }\n`,
      `${tencent.go}func f() bool { return e.Code == cvm.INVALIDINSTANCEID_NOTFOUND }\n`,
    ),
    example(
      "a code that the package does not have",
      "go",
      `${tencent.go}func f() bool { return e.Code == "AuthFailure.SignatureExpire|" }\n`,
      undefined,
    ),
    example(
      "a file without the import",
      "go",
      `package a\nfunc f() bool { return e.Code == "InvalidInstanceId.NotFound|" }\n`,
      undefined,
    ),
  ]);

  prove("ignore here", /^Ignore '.*' on this line$/, /^quickfix$/, [
    example(
      "TypeScript, CRLF",
      "typescript",
      `function f() {\r\n  if (err.code === "|${wrong}") {}\r\n}\r\n`,
      `function f() {\r\n  // error-codes-ignore-next-line ${wrong}\r\n  if (err.code === "${wrong}") {}\r\n}\r\n`,
    ),
    example(
      "Python, the first line",
      "python",
      `if e.code == "|${wrong}":\n    pass\n`,
      `# error-codes-ignore-next-line ${wrong}\nif e.code == "${wrong}":\n    pass\n`,
    ),
    example(
      "YAML",
      "yaml",
      `codes:\n  - |${wrong}\n`,
      `codes:\n  # error-codes-ignore-next-line ${wrong}\n  - ${wrong}\n`,
    ),
    example(
      "JSX",
      "typescriptreact",
      `const a = (\n  <div>\n    {err.code === "|${wrong}" && <b />}\n  </div>\n);\n`,
      `const a = (\n  <div>\n    {/* error-codes-ignore-next-line ${wrong} */}\n    {err.code === "${wrong}" && <b />}\n  </div>\n);\n`,
    ),
    example(
      "SQL",
      "sql",
      `SELECT *\nFROM t\nWHERE error_code = '|${wrong}'\n`,
      `SELECT *\nFROM t\n-- error-codes-ignore-next-line ${wrong}\nWHERE error_code = '${wrong}'\n`,
    ),
    example(
      "XML",
      "xml",
      `<Error>\n  <Code>|${wrong}</Code>\n</Error>\n`,
      `<Error>\n  <!-- error-codes-ignore-next-line ${wrong} -->\n  <Code>${wrong}</Code>\n</Error>\n`,
    ),
    example(
      "a script in a page",
      "vue",
      `<script>\nif (err.code === "|${wrong}") {}\n</script>\n`,
      `<script>\n// error-codes-ignore-next-line ${wrong}\nif (err.code === "${wrong}") {}\n</script>\n`,
    ),
    example("JSON", "json", `{"Error": {"Code": "|${wrong}"}}`, undefined),
    example(
      "JSON with comments",
      "jsonc",
      `{\n  "Code": "|${wrong}"\n}`,
      `{\n  // error-codes-ignore-next-line ${wrong}\n  "Code": "${wrong}"\n}`,
    ),
    example(
      "a line that continues the one before",
      "shellscript",
      `test "$code" == a || \\\n  test "$code" == "|${wrong}"\n`,
      undefined,
    ),
  ]);

  describe("the comments of languages", () => {
    const without = ["Expression", "Jupyter Notebook"];
    for (const { name, comment } of languages)
      it(`are known of ${name}`, () => {
        assert.equal(comment === undefined, without.includes(name), `${name} needs a \`comment\`.`);
      });
  });

  describe("ignoring", () => {
    it("silences what it was offered for", async () => {
      const open = await client.open("typescript", `if (err.code === "|${wrong}") {}\n`);
      const text = (await outcome(open, /on this line$/, /quickfix/)) ?? "";
      await open.change([{ text }]);
      assert.deepEqual(await open.diagnose(), []);
    });
  });

  describe("code actions", () => {
    const text = `if (err.code === "|${wrong}") {}\nif (e.code === "${wrong}") {}\n`;

    it("come with their edits where the client does not ask again", async () => {
      const plain = await Client.start();
      const open = await plain.open("typescript", text);
      const [first] = await open.actions();
      assert.equal(first?.title, `Change to '${right}'`);
      assert.equal(first?.isPreferred, true);
      assert.ok(first?.edit?.changes);
      assert.equal(first?.data, undefined);
      assert.match(await open.done(first), new RegExp(`^if \\(err.code === "${right}"\\)`));
      await plain.stop();
    });

    it("honour the kinds that are asked for", async () => {
      const open = await client.open("typescript", text);
      const kinds = async (only: string[]) =>
        [...new Set((await open.actions({ only })).map(({ kind }) => kind))].sort();
      assert.deepEqual(await kinds(["quickfix"]), ["quickfix"]);
      assert.deepEqual(await kinds(["source.organizeImports"]), []);
      assert.deepEqual(await kinds(["refactor.extract"]), ["refactor.extract"]);
    });

    it("do nothing once the text has changed", async () => {
      const open = await client.open("typescript", text);
      const [action] = await open.actions();
      assert.ok(action?.data);
      await open.change([{ range: { start: open.cursor, end: open.cursor }, text: "// " }]);
      assert.equal((await open.chosen(action)).edit, undefined);
    });

    it("do not believe what comes back", async () => {
      const open = await client.open("typescript", text);
      const [action] = await open.actions();
      for (const data of [
        undefined,
        1,
        { ...action?.data, ranges: [{}] },
        { ...action?.data, fix: "other" },
      ]) {
        const resolved = await open.chosen({ ...(action as CodeAction), data });
        assert.equal(resolved.edit, undefined);
      }
    });

    it("name the diagnostics that they mend", async () => {
      const open = await client.open("typescript", text);
      const [action] = await open.actions();
      assert.deepEqual(
        action?.diagnostics?.map(({ code }) => code),
        ["misspelled-code"],
      );
    });

    it("speak Chinese", async () => {
      const chinese = await Client.start({ capabilities, locale: "zh-cn" });
      const open = await chinese.open("typescript", text);
      const titles = (await open.actions()).map(({ title }) => title);
      assert.ok(titles.includes(`改为“${right}”`));
      assert.ok(titles.every((one) => /\p{Script=Han}/u.test(one)));
      await chinese.stop();
    });
  });

  /** The texts of files after an action, by their paths. */
  async function filesAfter(project: Project, open: Open, title: RegExp, files: Record<string, string>) {
    const action = (await open.actions()).find((one) => title.test(one.title));
    assert.ok(action, `${title} is offered.`);
    const { edit } = await open.chosen(action);
    const after: Record<string, string> = {};
    for (const change of edit?.documentChanges ?? []) {
      if ("kind" in change) {
        assert.equal(change.kind, "create");
        continue;
      }
      const { textDocument, edits } = change as TextDocumentEdit;
      const path = textDocument.uri.slice(project.uri("").replace(/\/?$/, "/").length);
      const document = TextDocument.create(textDocument.uri, "", 0, files[path] ?? "");
      after[path] = TextDocument.applyEdits(document, edits as TextEdit[]);
    }
    return { after, edit };
  }

  const source = `if (err.code === "|Acme.NoSuchThing") {}\n`;
  const misspelled = `if (err.code === "|${wrong}") {}\n`;

  describe("adding to a list", () => {
    const texts: [text: string, after: string][] = [
      ["", "ignore:\n  codes:\n    - A.B\n"],
      ["# only a comment", "# only a comment\nignore:\n  codes:\n    - A.B\n"],
      ["ignore: # why\n", "ignore: # why\n  codes:\n    - A.B\n"],
      ["ignore:\n  codes: []\nx: 1\n", `ignore:\n  codes: ["A.B"]\nx: 1\n`],
      ["ignore:\n  codes: A # one\n", `ignore:\n  codes: [A, "A.B"] # one\n`],
      [
        "ignore:\n  codes: [\n    A, # x\n    B,\n  ]\n",
        `ignore:\n  codes: [\n    A, # x\n    B,\n    "A.B",\n  ]\n`,
      ],
      [
        "ignore:\n  codes:\n    - |\n      A\n    - B  # two\n# after\nrules: {}\n",
        "ignore:\n  codes:\n    - |\n      A\n    - B  # two\n    - A.B\n# after\nrules: {}\n",
      ],
      ["---\na: off\n...\n", "---\na: off\nignore:\n  codes:\n    - A.B\n...\n"],
      ['{"a": 1}', '{"a": 1, "ignore": {"codes":["A.B"]}}'],
      ['{\n\t"ignore": {}\n}', '{\n\t"ignore": {\n\t\t"codes": [\n\t\t\t"A.B"\n\t\t]\n\t}\n}'],
    ];
    for (const [text, after] of texts) {
      it(`leaves the rest as it is in ${JSON.stringify(text)}`, () => {
        const edit = addToList(text, ["ignore", "codes"], "A.B");
        assert.ok(edit);
        assert.equal(text.slice(0, edit.start) + edit.text + text.slice(edit.end), after);
        assert.ok(JSON.stringify(parse(after).ignore.codes).includes("A.B"));
      });
    }
    for (const text of ["- a\n", "a: [", "ignore: 3\n", "ignore:\n  codes: ~\n"])
      it(`gives up at ${JSON.stringify(text)}`, () => {
        assert.equal(addToList(text, ["ignore", "codes"], "A.B"), undefined);
      });
  });

  describe("setting a value in a mapping", () => {
    const texts: [before: string, after: string][] = [
      ["", "pins:\n  /a.ts: aws\n"],
      ["# why\nrules: {}", "# why\nrules: {}\npins:\n  /a.ts: aws"],
      ["pins: # ours\nrules: {}\n", "pins: # ours\n  /a.ts: aws\nrules: {}\n"],
      ["pins:\n    /b: x # b\n\nrules: {}\n", "pins:\n    /b: x # b\n    /a.ts: aws\n\nrules: {}\n"],
      ["pins:\n  /a.ts: x # a\n  /b: y\n", "pins:\n  /a.ts: aws # a\n  /b: y\n"],
      ["pins:\n  /a.ts: [x, y] # a\n", "pins:\n  /a.ts: aws # a\n"],
      ["pins:\n  /a.ts:\n    - x\n    - y # last\n  /b: z\n", "pins:\n  /a.ts: aws # last\n  /b: z\n"],
      ['pins:\n  "/a.ts":\n', 'pins:\n  "/a.ts": aws\n'],
      ["pins: {}\n", 'pins: {\n  "/a.ts": "aws"\n}\n'],
      ["pins: { /b: x }\n", 'pins: { /b: x, "/a.ts": "aws" }\n'],
      ['{"pins": {"/a.ts": "x"}}', '{"pins": {"/a.ts": "aws"}}'],
      ['{\n\t"rules": {}\n}', '{\n\t"rules": {},\n\t"pins": {\n\t\t"/a.ts": "aws"\n\t}\n}'],
      ["rules: {}\r\npins:\r\n  /b: x\r\n", "rules: {}\r\npins:\r\n  /b: x\n  /a.ts: aws\r\n"],
    ];
    for (const [text, after] of texts) {
      it(`leaves the rest as it is in ${JSON.stringify(text)}`, () => {
        const edit = setInMapping(text, ["pins", "/a.ts"], "aws");
        assert.ok(edit);
        assert.equal(text.slice(0, edit.start) + edit.text + text.slice(edit.end), after);
        assert.equal(parse(after).pins["/a.ts"], "aws");
      });
    }
    for (const text of ["- a\n", "pins: [", "pins: 3\n", "pins: [a]\n"])
      it(`gives up at ${JSON.stringify(text)}`, () => {
        assert.equal(setInMapping(text, ["pins", "/a.ts"], "aws"), undefined);
      });
  });

  describe("taking a key out of a mapping", () => {
    const texts: [before: string, after: string][] = [
      ["pins:\n  /a.ts: x\n", ""],
      ["# why\nrules: {}\npins:\n  /a.ts: x # a\n", "# why\nrules: {}\n"],
      ["pins:\n  /a.ts:\n    - x\n    - y\n  # b\n  /b: z\n", "pins:\n  # b\n  /b: z\n"],
      ["pins:\n  /b: z\n  /a.ts: x\nrules: {}\n", "pins:\n  /b: z\nrules: {}\n"],
      ["pins:\r\n  /b: z\r\n  /a.ts: x\r\n", "pins:\r\n  /b: z\r\n"],
      ["pins: { /a.ts: x, /b: z }\n", "pins: { /b: z }\n"],
      ["pins: { /b: z, /a.ts: x }\n", "pins: { /b: z }\n"],
      ["pins: { /a.ts: x }\nrules: {}\n", "rules: {}\n"],
      ['{"pins": {"/a.ts": "x"}, "rules": {}}', '{"rules": {}}'],
      ['{"pins": {"/a.ts": "x"}}', "{}"],
    ];
    for (const [text, after] of texts) {
      it(`leaves the rest as it is in ${JSON.stringify(text)}`, () => {
        const edit = removeFromMapping(text, ["pins", "/a.ts"]);
        assert.ok(edit);
        assert.equal(text.slice(0, edit.start) + edit.text + text.slice(edit.end), after);
      });
    }
    for (const text of ["- a\n", "pins: [", "pins: {}\n", "pins:\n  /b: x\n"])
      it(`gives up at ${JSON.stringify(text)}`, () => {
        assert.equal(removeFromMapping(text, ["pins", "/a.ts"]), undefined);
      });
  });

  describe("fixes that write to other files", () => {
    const cases: [
      what: string,
      title: RegExp,
      text: string,
      files: Record<string, string>,
      after: Record<string, string>,
    ][] = [
      [
        "add to the catalog that the configuration names, comments kept",
        /^Add 'Acme\.NoSuchThing' to docs\/errors\.yaml$/,
        source,
        {
          ".error-codes.yaml": "providers: acme\ncatalogs:\n  - path: docs/*.yaml\n",
          "docs/errors.yaml":
            "# ours\nversion: 1\nprovider: acme\nentries:\n  - code: Acme.Gone # away\n    summary: Gone.\n\n# the end\n",
        },
        {
          "docs/errors.yaml":
            "# ours\nversion: 1\nprovider: acme\nentries:\n  - code: Acme.Gone # away\n    summary: Gone.\n  - code: Acme.NoSuchThing\n\n# the end\n",
        },
      ],
      [
        "add to a catalog in JSON, CRLF kept",
        /^Add 'Acme\.NoSuchThing' to errors\.json$/,
        source,
        {
          ".error-codes.yaml": "providers: acme\ncatalogs:\n  - path: errors.json\n",
          "errors.json":
            '{\r\n  "version": 1,\r\n  "provider": "acme",\r\n  "entries": [\r\n    { "code": "Acme.Gone" }\r\n  ]\r\n}\r\n',
        },
        {
          "errors.json":
            '{\r\n  "version": 1,\r\n  "provider": "acme",\r\n  "entries": [\r\n    { "code": "Acme.Gone" },\r\n    {\r\n      "code": "Acme.NoSuchThing"\r\n    }\r\n  ]\r\n}\r\n',
        },
      ],
      [
        "make a catalog where there is none",
        /^Add 'Acme\.NoSuchThing' to error-codes\.yaml$/,
        source,
        { ".error-codes.yaml": "providers: tencent-cloud # 腾讯云\n" },
        {
          "error-codes.yaml": "version: 1\nprovider: tencent-cloud\nentries:\n  - code: Acme.NoSuchThing\n",
          ".error-codes.yaml": "providers: tencent-cloud # 腾讯云\ncatalogs:\n  - path: error-codes.yaml\n",
        },
      ],
      [
        "ignore in a configuration that is made",
        /^Ignore '.*' in \.error-codes\.yaml$/,
        misspelled,
        {},
        { ".error-codes.yaml": `ignore:\n  codes:\n    - ${wrong}\n` },
      ],
      [
        "ignore in the configuration that governs, comments kept",
        /^Ignore '.*' in src\/\.error-codes\.yaml$/,
        misspelled,
        { "src/.error-codes.yaml": "ignore:\n  codes:\n  - A.B # why\n\n  # generated\n  paths: gen/\n" },
        {
          "src/.error-codes.yaml": `ignore:\n  codes:\n  - A.B # why\n  - ${wrong}\n\n  # generated\n  paths: gen/\n`,
        },
      ],
      [
        "ignore beside the only code",
        /^Ignore '.*' in \.error-codes\.yaml$/,
        misspelled,
        { ".error-codes.yaml": "ignore: { codes: A.B }" },
        { ".error-codes.yaml": `ignore: { codes: [A.B, "${wrong}"] }` },
      ],
      [
        "ignore in JSON",
        /^Ignore '.*' in \.error-codes\.json$/,
        misspelled,
        { ".error-codes.json": '{\n  "rules": {}\n}\n' },
        {
          ".error-codes.json": `{\n  "rules": {},\n  "ignore": {\n    "codes": [\n      "${wrong}"\n    ]\n  }\n}\n`,
        },
      ],
    ];
    for (const [what, title, text, files, expected] of cases) {
      it(what, async () => {
        const project = await Project.of(files, { capabilities });
        const open = await project.open("src/a.ts", "typescript", text);
        assert.deepEqual((await filesAfter(project, open, title, files)).after, expected);
        await project.end();
      });
    }

    it("replace in the workspace, after its user looked at it", async () => {
      const files = {
        "src/b.py": `if e.code == "${wrong}":\r\n    pass\r\n`,
        "src/c.ts": `const unrelated = "${wrong}";\n`,
      };
      const project = await Project.of(files, { capabilities });
      const text = misspelled.replace("|", "");
      const open = await project.open("src/a.ts", "typescript", misspelled);
      const title = /^Replace all '.*' in the workspace with '/;
      const { after, edit } = await filesAfter(project, open, title, { ...files, "src/a.ts": text });
      assert.deepEqual(after, {
        "src/a.ts": text.replace(wrong, right),
        "src/b.py": files["src/b.py"].replace(wrong, right),
      });
      const [annotation] = Object.values(edit?.changeAnnotations ?? {});
      assert.equal(annotation?.needsConfirmation, true);
      await project.end();
    });

    it("mend all of a file on saving, where it is sure what was meant", async () => {
      const project = await Project.of(
        {
          ".error-codes.yaml": "providers: acme\ncatalogs:\n  - path: errors.yaml\n    complete: true\n",
          "errors.yaml": "version: 1\nprovider: acme\nentries:\n  - code: Acme.NoSuchThing\n",
        },
        { capabilities },
      );
      const text = `if (err.code === "Acme.NoSuchThng") {}\nif (e.code === "Acme.NoSuchThing") {}\nif (e.code === "Acme.NoSuchThong") {}\nif (e.code === "Other") {}\n`;
      const open = await project.open("a.ts", "typescript", text);
      for (const only of ["source", "source.fixAll", "source.fixAll.errorCodes"]) {
        const [all, ...others] = await open.actions({ only: [only] });
        assert.ok(all);
        assert.deepEqual(others, []);
        assert.equal(all.kind, "source.fixAll.errorCodes");
        assert.equal(await open.done(all), text.replace(/NoSuchTh(?:o?ng)"/g, 'NoSuchThing"'));
      }
      assert.ok((await open.actions()).every(({ kind }) => !kind?.startsWith("source")));
      await project.end();
    });

    it("make no files for clients that cannot", async () => {
      const project = await Project.of({});
      const open = await project.open("src/a.ts", "typescript", misspelled);
      const titles = (await open.actions()).map((one) => one.title);
      assert.ok(titles.includes(`Change to '${right}'`));
      assert.ok(!titles.some((one) => one.includes(".error-codes.yaml")));
      await project.end();
    });
  });
});
