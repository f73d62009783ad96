import { braces, type Constructs, codeAt, nest, repeat, switchOf } from "./code-pieces.ts";

/** The constructs of programming languages, by their ids. */
export const programs: Readonly<Record<string, Constructs>> = {
  typescript: {
    ...braces('import "tencentcloud-sdk-nodejs";\nexport function handle(code: string)', {
      open: "if (",
      variable: "err.code",
    }),
    switch: (count) => switchOf(count, "export function handle(code: string)", "err.code"),
    "switch with fall-through": (count) =>
      `switch (err.code) {\n${repeat(count, "\n", (code) => `case "${code}":`)}\nreturn 1;\n}\n`,
    map: (count) => `const errorMessages = {\n${repeat(count, ",\n", (code) => `"${code}": "a text"`)}\n};\n`,
    union: (count) => `type ErrorCode = ${repeat(count, " | ", (code) => `"${code}"`)};\n`,
    constants: (count) =>
      repeat(count, "\n", (code, index) => `export const ERROR_CODE_${index} = "${code}";`),
    enum: (count) =>
      `export enum ErrorCode {\n${repeat(count, ",\n", (code, index) => `Code${index} = "${code}"`)}\n}\n`,
    ternaries: (count) => `const errorCode = ${repeat(count, "", (code) => `a ? "${code}" : `)}"X";\n`,
    fallbacks: (count) => `const errorCode = err.code ${repeat(count, " ", (code) => `|| "${code}"`)};\n`,
    aliases: (count) =>
      repeat(
        count,
        "\n",
        (code, index) => `const a${index} = err.code; if (a${index} === "${code}") return;`,
      ),
    "aliases of one name": (count) =>
      repeat(count, "\n", (code) => `{ const a = err.code; if (a === "${code}") return; }`),
    "lists of one name": (count) =>
      repeat(count, "\n", (code) => `{ const list = ["${code}"]; if (list.includes(err.code)) return; }`),
    "two clouds, ifs in one function": (count) =>
      `import { cvm } from "tencentcloud-sdk-nodejs";\nimport { EC2 } from "@aws-sdk/client-ec2";\n` +
      `export function handle(err: Error) {\n${repeat(count, "\n", (code) => `if (err.code === "${code}") return 1;`)}\n}\n`,
    "two clouds, functions": (count) =>
      `import { cvm } from "tencentcloud-sdk-nodejs";\nimport { EC2 } from "@aws-sdk/client-ec2";\n${repeat(
        count,
        "\n",
        (code, index) => `function f${index}(err: Error) { cvm; if (err.code === "${code}") return 1; }`,
      )}`,
    imports: (count) =>
      repeat(count, "\n", (_, index) => `import { Client${index} } from "tencentcloud-sdk-nodejs";`),
    "imports on one line": (count) => repeat(count, " ", () => `import "tencentcloud-sdk-nodejs";`),
    hosts: (count) => repeat(count, "\n", () => `fetch("https://cvm.tencentcloudapi.com");`),
    "hosts on one line": (count) => repeat(count, "", () => `fetch("https://cvm.tencentcloudapi.com");`),
    "responses in one string": (count) =>
      `const body = '${repeat(count, ",", (code) => `{"Error": {"Code": "${code}", "Message": "m"}}`)}';\n`,
    "parts of a message": (count) =>
      repeat(count, "\n", (code) => `try { f(); } catch (e) { if (e.message.includes("${code}")) retry(); }`),
    "nested blocks": (count) => nest(count, "{", `if (err.code === "${codeAt(0)}") return 1;`, "}"),
    "nested lists": (count) => `const errorCodes = [${nest(count, "[", `"${codeAt(0)}"`, "]", ",\n")}];`,
    "nested functions": (count) =>
      nest(count, "function f(err) { ", `if (err.code === "${codeAt(0)}") return 1;\n`, "}"),
    "prefix tests in an else-if chain": (count) =>
      repeat(count, " else ", (code) => `if (err.code.startsWith("${code}.")) { return 1; }`),
    "one code again and again": (count) =>
      repeat(count, "\n", () => `if (err.code === "${codeAt(3)}") return 1;`),
    "one code in one list": (count) =>
      `const retryCodes = [${repeat(count, ", ", () => `"${codeAt(0)}"`)}];\nretryCodes.includes(err.code);`,
    "many words in one string": (count) => `if (err.code === "${"Invalid ".repeat(count)}") return 1;`,
    "one long word": (count) => `if (err.code === "${"Invalid".repeat(count)}") return 1;`,
    "template strings": (count) => `if (err.code === \`${"\u0024{a}".repeat(count)}\`) return 1;`,
    "line comment": (count) => `// ${"error-codes-ignore-line ".repeat(count)}\n`,
    "names in one ignore comment": (count) =>
      `// error-codes-ignore-file ${repeat(count, " ", (code) => code)}\nif (err.code === "${codeAt(3)}") f();`,
    "names in one ignore comment, many ifs": (count) =>
      `// error-codes-ignore-file ${repeat(count, " ", (code) => code)}\n` +
      repeat(count, "\n", (code) => `if (err.code === "${code}x") f();`),
  },
  go: {
    ...braces(
      'package main\nimport (\n"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"\n)\nfunc handle(err *errors.TencentCloudSDKError) int',
      { open: "if ", close: "", ending: "", variable: "err.Code", list: ["retryCodes := []string{", ",\n}"] },
    ),
    switch: (count) =>
      `package main\nfunc handle(err *E) int {\nswitch err.Code {\n${repeat(count, "\n", (code) => `case "${code}":\nreturn 1`)}\n}\nreturn 0\n}\n`,
    "labels of one case": (count) =>
      `package main\nfunc handle(err *E) int {\nswitch err.Code {\ncase ${repeat(count, ", ", (code) => `"${code}"`)}:\nreturn 1\n}\nreturn 0\n}\n`,
    constants: (count) =>
      `package main\nconst (\n${repeat(count, "\n", (code, index) => `ErrorCode${index} = "${code}"`)}\n)\n`,
    statements: (count) =>
      `package main\n${repeat(count, "\n", (code, index) => `var codes${index} = []string{"${code}"}\nfunc f${index}() { if isCode(codes${index}) { return } }`)}`,
    "two clouds, ifs in one function": (count) =>
      `package main\nimport (\n"github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"\n"github.com/aws/aws-sdk-go/aws"\n)\n` +
      `func handle(err *E) int {\n${repeat(count, "\n", (code) => `if err.Code == "${code}" {\nreturn 1\n}`)}\nreturn 0\n}\n`,
  },
  python: {
    "else-if chain": (count) =>
      `def handle(e):\n    ${repeat(count, "\n    el", (code) => `if e.code == "${code}":\n        return 1`)}\n`,
    "|| chain": (count) =>
      `def handle(e):\n    if ${repeat(count, " or ", (code) => `e.code == "${code}"`)}:\n        return 1\n`,
    "ifs in one function": (count) =>
      `def handle(e):\n${repeat(count, "\n", (code) => `    if e.code == "${code}":\n        return 1`)}\n`,
    list: (count) => `RETRY_CODES = [\n${repeat(count, ",\n", (code) => `    "${code}"`)}\n]\n`,
    match: (count) =>
      `match e.code:\n${repeat(count, "\n", (code) => `    case "${code}":\n        pass`)}\n`,
    "patterns of one case": (count) =>
      `match e.code:\n    case ${repeat(count, " | ", (code) => `"${code}"`)}:\n        pass\n`,
    map: (count) => `ERROR_MESSAGES = {\n${repeat(count, ",\n", (code) => `    "${code}": "a text"`)}\n}\n`,
    messages: (count) =>
      `def handle():\n${repeat(count, "\n", (code) => `    try:\n        f()\n    except Exception as e:\n        if "${code}" in str(e):\n            retry()`)}\n`,
  },
  java: {
    ...braces("class A { int handle(ServiceException e)", {
      variable: "e.getErrorCode()",
      list: ["List<String> retryCodes = List.of(", ")"],
    }),
    switch: (count) => switchOf(count, "class A { int handle(ServiceException e)", "e.getErrorCode()"),
    "equals chain": (count) =>
      `class A { boolean f(E e) { return ${repeat(count, " || ", (code) => `"${code}".equals(e.getErrorCode())`)}; } }`,
  },
  csharp: {
    ...braces("class A { int Handle(ServiceException e)", {
      variable: "e.ErrorCode",
      list: ["var retryCodes = new[] { ", " }"],
    }),
    switch: (count) => switchOf(count, "class A { int Handle(ServiceException e)", "e.ErrorCode"),
    "or patterns": (count) =>
      `class A { bool F(E e) => e.ErrorCode is ${repeat(count, " or ", (code) => `"${code}"`)}; }`,
    "switch expression": (count) =>
      `class A { int F(E e) => e.ErrorCode switch { ${repeat(count, ",\n", (code) => `"${code}" => 1`)} }; }`,
  },
  ruby: {
    "else-if chain": (count) =>
      `${repeat(count, "\nels", (code) => `if e.code == "${code}"\n  retry`)}\nend\n`,
    "|| chain": (count) => `retry if ${repeat(count, " || ", (code) => `e.code == "${code}"`)}\n`,
    modifiers: (count) =>
      `def handle(e)\n${repeat(count, "\n", (code) => `  return 1 if e.code == "${code}"`)}\nend\n`,
    case: (count) => `case e.code\n${repeat(count, "\n", (code) => `when "${code}"\n  retry`)}\nend\n`,
    "labels of one case": (count) =>
      `case e.code\nwhen ${repeat(count, ", ", (code) => `"${code}"`)}\n  retry\nend\n`,
    words: (count) => `RETRY_CODES = %w[${repeat(count, " ", (code) => code)}]\n`,
    map: (count) => `ERROR_MESSAGES = {\n${repeat(count, ",\n", (code) => `  "${code}" => "a text"`)}\n}\n`,
  },
  php: {
    ...braces("<?php\nfunction handle($e)", {
      variable: "$e->getErrorCode()",
      list: ["$retryCodes = [", "]"],
    }),
    switch: (count) => switchOf(count, "<?php\nfunction handle($e)", "$e->getErrorCode()"),
    match: (count) =>
      `<?php\n$a = match ($e->getErrorCode()) {\n${repeat(count, ",\n", (code) => `"${code}" => 1`)}\n};\n`,
  },
  rust: {
    ...braces("fn handle(code: &str) -> u8", {
      open: "if ",
      close: "",
      variable: "err.code()",
      list: ["let retry_codes = vec![", "]"],
    }),
    match: (count) =>
      `fn f() { match err.code() {\n${repeat(count, ",\n", (code) => `"${code}" => 1`)},\n_ => 0 } }`,
    "patterns of one arm": (count) =>
      `fn f() { match err.code() {\n${repeat(count, " | ", (code) => `"${code}"`)} => 1,\n_ => 0 } }`,
  },
  kotlin: {
    ...braces("fun handle(e: ServiceException): Int", {
      variable: "e.errorCode",
      ending: "",
      list: ["val retryCodes = listOf(", ")"],
    }),
    when: (count) =>
      `fun f(e: E) = when (e.errorCode) {\n${repeat(count, "\n", (code) => `"${code}" -> 1`)}\nelse -> 0 }`,
    "labels of one entry": (count) =>
      `fun f(e: E) = when (e.errorCode) {\n${repeat(count, ", ", (code) => `"${code}"`)} -> 1\nelse -> 0 }`,
  },
  scala: {
    ...braces("object A { def handle(e: E): Int =", {
      variable: "e.getErrorCode",
      ending: "",
      list: ["val retryCodes = List(", ")"],
    }),
    match: (count) =>
      `object A { def f(e: E) = e.getErrorCode match {\n${repeat(count, "\n", (code) => `case "${code}" => 1`)}\n} }`,
    "patterns of one case": (count) =>
      `object A { def f(e: E) = e.getErrorCode match {\ncase ${repeat(count, " | ", (code) => `"${code}"`)} => 1\n} }`,
  },
  cpp: {
    ...braces("int handle(const Error& e)", {
      variable: "e.code()",
      list: ["std::vector<std::string> retryCodes = {", "}"],
    }),
  },
  shellscript: {
    "else-if chain": (count) =>
      `${repeat(count, "\nel", (code) => `if [ "$error_code" = "${code}" ]; then exit 1`)}\nfi\n`,
    case: (count) =>
      `case "$error_code" in\n${repeat(count, "\n", (code) => `"${code}") exit 1 ;;`)}\nesac\n`,
    "patterns of one case": (count) =>
      `case "$error_code" in\n${repeat(count, "|", (code) => `"${code}"`)}) exit 1 ;;\nesac\n`,
    list: (count) => `RETRY_CODES=(${repeat(count, "\n", (code) => `"${code}"`)})\n`,
    "|| chain": (count) =>
      `if ${repeat(count, " || ", (code) => `[ "$error_code" = "${code}" ]`)}; then exit 1; fi\n`,
  },
  powershell: {
    "else-if chain": (count) =>
      repeat(count, " else", (code) => `if ($_.ErrorCode -eq "${code}") { return }`),
    "|| chain": (count) =>
      `if (${repeat(count, " -or ", (code) => `$_.ErrorCode -eq "${code}"`)}) { return }`,
    switch: (count) => `switch ($_.ErrorCode) {\n${repeat(count, "\n", (code) => `"${code}" { return }`)}\n}`,
    list: (count) => `$retryCodes = @(${repeat(count, ", ", (code) => `"${code}"`)})\n`,
  },
  swift: {
    ...braces("func handle(_ code: String) -> Int", {
      open: "if ",
      close: "",
      variable: "err.code",
      ending: "",
      list: ["let retryCodes = [", "]"],
    }),
    switch: (count) => `switch err.code {\n${repeat(count, "\n", (code) => `case "${code}": return 1`)}\n}\n`,
    "labels of one case": (count) =>
      `switch err.code {\ncase ${repeat(count, ", ", (code) => `"${code}"`)}: return 1\n}\n`,
    interpolations: (count) => `let text = "${"\\(a)".repeat(count)}"\n`,
  },
  dart: {
    ...braces("int handle(String code)", { variable: "err.code", list: ["final retryCodes = [", "]"] }),
    switch: (count) => switchOf(count, "int handle(String code)", "err.code"),
  },
  lua: {
    "else-if chain": (count) =>
      `${repeat(count, "\nelse", (code) => `if err.code == "${code}" then return 1`)} end\n`,
    list: (count) => `local retry_codes = {\n${repeat(count, ",\n", (code) => `"${code}"`)}\n}\n`,
    map: (count) =>
      `local error_messages = {\n${repeat(count, ",\n", (code) => `["${code}"] = "a text"`)}\n}\n`,
  },
  groovy: {
    ...braces("int handle(ServiceException e)", {
      variable: "e.errorCode",
      list: ["def retryCodes = [", "]"],
    }),
  },
  sql: {
    "inserted rows": (count) =>
      `INSERT INTO error_codes (code, text) VALUES\n${repeat(count, ",\n", (code) => `('${code}', 'a text')`)};\n`,
    cases: (count) =>
      `SELECT CASE error_code\n${repeat(count, "\n", (code) => `WHEN '${code}' THEN 1`)}\nEND;\n`,
    list: (count) =>
      `SELECT * FROM errors WHERE error_code IN (${repeat(count, ", ", (code) => `'${code}'`)});\n`,
    statements: (count) =>
      repeat(count, "\n", (code) => `UPDATE jobs SET error_code = '${code}' WHERE id = 1;`),
    "escaped quotes": (count) => `SELECT '${"''".repeat(count)}';\n`,
  },
};
