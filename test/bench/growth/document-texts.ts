import { type Constructs, codeAt, nest, repeat } from "./code-pieces.ts";

/** The constructs of configurations and documents, by the ids of their languages. */
export const documents: Readonly<Record<string, Constructs>> = {
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
