import { describeFix, example } from "./describe-fix.ts";
import { tencent } from "./tencent-cloud.ts";

describeFix("extract constant", /^Extract '.*' to the constant /, /^refactor\.extract$/, [
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
    "Python, except in patterns",
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
    "a name that is already used",
    "go",
    `package a\n\nvar codeResourceNotFound = 1\n\nfunc f() { if e.Code == "ResourceNotFound|" {} }\n`,
    `package a\n\nconst codeResourceNotFoundCode = "ResourceNotFound"\n\nvar codeResourceNotFound = 1\n\nfunc f() { if e.Code == codeResourceNotFoundCode {} }\n`,
  ),
  example(
    "a pattern in Python",
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
  example(
    "the value of a constant",
    "go",
    `package a\n\nconst ErrNotFound = "ResourceNotFound|"\n`,
    undefined,
  ),
]);

describeFix("SDK constant", /^Use the SDK's constant /, /^refactor\.rewrite$/, [
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
