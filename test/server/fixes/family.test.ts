import { describeFix, example } from "./describe-fix.ts";
import { tencent } from "./tencent-cloud.ts";

describeFix("family test", /^Match 'InvalidParameter\.\*' too$/, /^(?:quickfix|refactor\.rewrite)$/, [
  example(
    "TypeScript",
    "typescript",
    `${tencent.typescript}if (err.code === "Invalid|Parameter") {}\n`,
    `${tencent.typescript}if (err.code === "InvalidParameter" || err.code.startsWith("InvalidParameter.")) {}\n`,
  ),
  example(
    "an operand of a tighter operator that may be null",
    "typescript",
    `${tencent.typescript}if (a && err?.code === 'Invalid|Parameter') {}\n`,
    `${tencent.typescript}if (a && (err?.code === 'InvalidParameter' || err?.code?.startsWith('InvalidParameter.'))) {}\n`,
  ),
  example(
    "a negated comparison",
    "javascript",
    `const { cvm } = require("tencentcloud-sdk-nodejs");\r\nif (err.code !== "Invalid|Parameter" && b) {}\r\n`,
    `const { cvm } = require("tencentcloud-sdk-nodejs");\r\nif (err.code !== "InvalidParameter" && !err.code.startsWith("InvalidParameter.") && b) {}\r\n`,
  ),
  example(
    "Go, with the import added",
    "go",
    `${tencent.go}func f() bool { return e.Code == "Invalid|Parameter" }\n`,
    `${tencent.go.replace(`"fmt"\n`, `"fmt"\n\t"strings"\n`)}func f() bool { return e.Code == "InvalidParameter" || strings.HasPrefix(e.Code, "InvalidParameter.") }\n`,
  ),
  example(
    "Go, if a variable shadows the package",
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
    "Java, if the operand may be null",
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
    "an operand with side effects",
    "typescript",
    `${tencent.typescript}if ((await f()).code === "Invalid|Parameter") {}\n`,
    undefined,
  ),
]);
