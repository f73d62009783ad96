import { describeFix, example, right, wrong } from "./describe-fix.ts";

describeFix("replace", /^Change to '/, /^quickfix$/, [
  example("the start of a file", "json", `{"Error":{"Code":"|${wrong}"}}`, `{"Error":{"Code":"${right}"}}`),
  example(
    "text after emoji in a file with CRLF",
    "typescript",
    `// 签名😀\r\nconst 名 = "😀"; if (err.code === "${wrong}|") {}\r\n`,
    `// 签名😀\r\nconst 名 = "😀"; if (err.code === "${right}") {}\r\n`,
  ),
  example("the end of a file", "yaml", `codes:\n  - |${wrong}`, `codes:\n  - ${right}`),
]);

describeFix("replace in file", /^Replace all 3 '.*' in this file with '/, /^quickfix$/, [
  example(
    "all occurrences of the code",
    "go",
    `package a\r\nfunc f() {\r\n\tswitch e.Code { case "${wrong}|": }\r\n\tif e.Code == "${wrong}" || x.Code == "${wrong}" {}\r\n}`,
    `package a\r\nfunc f() {\r\n\tswitch e.Code { case "${right}": }\r\n\tif e.Code == "${right}" || x.Code == "${right}" {}\r\n}`,
  ),
]);
