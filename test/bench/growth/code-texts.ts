// Texts of any length in many languages, each of which repeats one construct.

/** Official codes, and misspelled ones, in turns. */
const codes = [
  "AuthFailure.SignatureExpire",
  "InvalidParameter.NotFound",
  "ResourceNotFound",
  "AuthFailure.SignatureExpires",
  "RequestLimitExceeded",
  "LimitExceeded.UinLimit",
  "FailedOpration.NotFound",
  "UnauthorizedOperation",
];

/** Returns a code for a number; every second one is different from all others. */
export function codeAt(index: number): string {
  const code = codes[index % codes.length] ?? "";
  return index % 2 === 0 ? code : `${code}No${index}`;
}

/** Returns the texts of a construct for all numbers below a count, joined. */
function repeat(count: number, separator: string, textOf: (code: string, index: number) => string): string {
  return Array.from({ length: count }, (_, index) => textOf(codeAt(index), index)).join(separator);
}

/** The depth of constructs in constructs: no grammar nests them without limit. */
const depth = 64;

/** Returns lines of a construct that is nested into itself, as many as it takes for a number of levels. */
function nest(count: number, open: string, inner: string, close: string, separator = "\n"): string {
  const one = open.repeat(depth) + inner + close.repeat(depth);
  return Array.from({ length: Math.max(1, Math.round(count / depth)) }, () => one).join(separator);
}

/** Writes a construct a number of times. */
type Writer = (count: number) => string;

/** The constructs of a language, by their names. */
export type Constructs = Readonly<Record<string, Writer>>;

/** Constructs of languages whose blocks are in braces; `head` opens a function, `ending` follows a statement. */
function braces(
  head: string,
  {
    variable = "code",
    open = "if (",
    close = ")",
    ending = ";",
    list = ["const retryCodes = [", "]"],
  }: {
    variable?: string;
    open?: string;
    close?: string;
    ending?: string;
    list?: readonly [string, string];
  } = {},
): Record<string, Writer> {
  const within = (body: string) => `${head} {\n${body}\n}\n`;
  const leave = `{ return 1${ending} }`;
  return {
    "else-if chain": (count) =>
      within(repeat(count, " else ", (code) => `${open}${variable} == "${code}"${close} ${leave}`)),
    "|| chain": (count) =>
      within(`${open}${repeat(count, " || ", (code) => `${variable} == "${code}"`)}${close} ${leave}`),
    "ifs in one function": (count) =>
      within(repeat(count, "\n", (code) => `${open}${variable} == "${code}"${close} ${leave}`)),
    functions: (count) =>
      repeat(
        count,
        "",
        (code, index) =>
          `${head.replace("handle", `handle${index}`)} {\n${open}${variable} == "${code}"${close} ${leave}\n}\n`,
      ),
    list: (count) => within(`${list[0]}\n${repeat(count, ",\n", (code) => `"${code}"`)}${list[1]}${ending}`),
    "list on one line": (count) =>
      within(list[0] + repeat(count, ", ", (code) => `"${code}"`) + list[1] + ending),
    calls: (count) => within(repeat(count, "\n", (code) => `retryOn(${variable}, "${code}")${ending}`)),
    "arguments of one call": (count) =>
      within(`isErrorCode(${variable}, ${repeat(count, ", ", (code) => `"${code}"`)})${ending}`),
    "nested calls": (count) =>
      within(`${nest(count, "isCode(", `"${codeAt(0)}"`, ")", `${ending}\n`)}${ending}`),
    "long subject": (count) => within(`${open}${"a".repeat(count)}.code == "${codeAt(0)}"${close} ${leave}`),
    "subject of many parts": (count) =>
      within(`${open}${"a.".repeat(count)}code == "${codeAt(0)}"${close} ${leave}`),
    "string of escapes": (count) => within(`${open}${variable} == "${"\\n".repeat(count)}"${close} ${leave}`),
    "ignore comments": (count) =>
      within(
        repeat(
          count,
          "\n",
          (code) => `// error-codes-ignore-next-line\n${open}${variable} == "${code}"${close} ${leave}`,
        ),
      ),
    "unused ignore comments": (count) =>
      within(repeat(count, "\n", (code) => `// error-codes-ignore-next-line ${code}`)),
    "statements without codes": (count) =>
      within(repeat(count, "\n", (_, index) => `log("value ${index}")${ending}`)),
  };
}

const switchOf = (count: number, head: string, variable = "code") =>
  `${head} {\nswitch (${variable}) {\n${repeat(count, "\n", (code) => `case "${code}": return 1;`)}\n}\n}\n`;

/** The constructs of each language, by its id. */
export const constructsOf: Readonly<Record<string, Constructs>> = {
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
  yaml: {
    list: (count) => `retryable_error_codes:\n${repeat(count, "\n", (code) => `  - ${code}`)}\n`,
    "flow list": (count) => `retryable_error_codes: [${repeat(count, ", ", (code) => code)}]\n`,
    map: (count) => `error_messages:\n${repeat(count, "\n", (code, index) => `  ${code}${index}: a text`)}\n`,
    "mappings with a host": (count) =>
      `services:\n${repeat(count, "\n", (code) => `  - endpoint: cvm.tencentcloudapi.com\n    error_code: ${code}`)}\n`,
    "mappings with a provider": (count) =>
      `services:\n${repeat(count, "\n", (code, index) => `  aws-${index}:\n    provider: aws\n    error_code: ${code}`)}\n`,
    "nested mappings": (count) =>
      `${repeat(count, "\n", (code, index) => `${" ".repeat(Math.min(index, 150))}aws${index}:\n${" ".repeat(Math.min(index, 150) + 1)}error_code: ${code}`)}\n`,
    "blank lines": (count) => `provider: aws\n${"\n".repeat(count)}error_code: ${codeAt(0)}\n`,
    dashes: (count) => `aws:\n${"  - x\n".repeat(count)}  - error_code: ${codeAt(0)}\n`,
    expressions: (count) => repeat(count, "\n", (code) => `- if: "error.code == '${code}'"`),
    "long scalar": (count) => `error_code: "${"a ".repeat(count)}"\n`,
  },
  json: {
    list: (count) => `{"retryableErrorCodes": [${repeat(count, ",\n", (code) => `"${code}"`)}]}`,
    "list on one line": (count) => `{"retryableErrorCodes": [${repeat(count, ", ", (code) => `"${code}"`)}]}`,
    map: (count) =>
      `{"errorMessages": {${repeat(count, ",\n", (code, index) => `"${code}${index}": "a text"`)}}}`,
    objects: (count) => `[${repeat(count, ",\n", (code) => `{"provider": "aws", "errorCode": "${code}"}`)}]`,
    "nested objects": (count) => `[${nest(count, `{"aws": `, `{"errorCode": "${codeAt(0)}"}`, "}", ",\n")}]`,
    "nested lists": (count) => `{"errorCodes": [${nest(count, "[", `"${codeAt(0)}"`, "]", ",\n")}]}`,
  },
  toml: {
    list: (count) => `retry_codes = [\n${repeat(count, ",\n", (code) => `"${code}"`)}\n]\n`,
    keys: (count) => repeat(count, "\n", (code, index) => `[a${index}]\nerror_code = "${code}"`),
  },
  xml: {
    elements: (count) =>
      `<errors>\n${repeat(count, "\n", (code) => `<Error><Code>${code}</Code></Error>`)}\n</errors>`,
    "nested elements": (count) => `<r>${nest(count, "<a>", `<Code>${codeAt(0)}</Code>`, "</a>")}</r>`,
  },
  html: {
    codes: (count) => `<ul>\n${repeat(count, "\n", (code) => `<li><code>${code}</code> a text</li>`)}\n</ul>`,
    scripts: (count) =>
      repeat(count, "\n", (code) => `<script>if (err.code === "${code}") retry();</script>`),
  },
  vue: {
    directives: (count) => repeat(count, "\n", (code) => `<p v-if="error.code === '${code}'">{{ text }}</p>`),
  },
  markdown: {
    "rows of a table": (count) =>
      `| Error code | Text |\n|---|---|\n${repeat(count, "\n", (code) => `| ${code} | a text |`)}\n`,
    "columns of a table": (count) =>
      `|${repeat(count, "|", () => " Error code ")}|\n|${"---|".repeat(count)}\n|${repeat(count, "|", (code) => ` ${code} `)}|\n`,
    "inline code": (count) => `Error codes: ${repeat(count, ", ", (code) => `\`${code}\``)}\n`,
    "blocks of code": (count) =>
      repeat(count, "\n", (code) => `\`\`\`ts\nif (err.code === "${code}") retry();\n\`\`\`\n`),
    "lines in one block of code": (count) =>
      `\`\`\`ts\n${repeat(count, "\n", (code) => `if (err.code === "${code}") retry();`)}\n\`\`\`\n`,
    "quoted lines in one block of code": (count) =>
      `> \`\`\`ts\n${repeat(count, "\n", (code) => `> if (err.code === "${code}") retry();`)}\n> \`\`\`\n`,
    prose: (count) => repeat(count, " ", (code) => `It returns ${code}.`),
    "blocks of HTML": (count) => repeat(count, "\n\n", (code) => `<p><code>${code}</code></p>`),
    comments: (count) =>
      repeat(count, "\n", (code) => `<!-- error-codes-ignore-next-line -->\nError code: \`${code}\`\n`),
  },
  jupyter: {
    cells: (count) =>
      `{"cells": [${repeat(count, ",\n", (code) => `{"cell_type": "code", "source": ["if e.code == \\"${code}\\":\\n", "    retry()"]}`)}], "metadata": {}}`,
    "lines of one cell": (count) =>
      `{"cells": [{"cell_type": "code", "source": [${repeat(count, ",\n", (code) => `"if e.code == \\"${code}\\": retry()\\n"`)}]}], "metadata": {}}`,
  },
  properties: {
    keys: (count) => repeat(count, "\n", (code, index) => `error.code.${index}=${code}`),
    "value of escapes": (count) => `error.code=${"\\n".repeat(count)}\n`,
  },
  terraform: {
    list: (count) => `retry_codes = [\n${repeat(count, ",\n", (code) => `"${code}"`)}\n]\n`,
    blocks: (count) => repeat(count, "\n", (code, index) => `locals {\n  error_code_${index} = "${code}"\n}`),
  },
  plaintext: {
    words: (count) => repeat(count, " ", (code) => code),
    "one word": (count) => "InvalidParameter.".repeat(count),
  },
};
