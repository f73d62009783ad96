/** How the errors of an SDK carry their code: the import that shows the SDK, and what follows the error. */
interface CodeAccess {
  imports: RegExp;
  access: string;
}

const ecmascript: readonly CodeAccess[] = [
  // Version 3 of the SDK reports the code as the name of the error.
  { imports: /["']@aws-sdk\//, access: ".name" },
  { imports: /["']aws-sdk(?:\/|["'])/, access: ".code" },
  { imports: /["']tencentcloud-sdk-nodejs/, access: ".code" },
  { imports: /["'](?:@alicloud\/|ali-oss["'])/, access: ".code" },
];

const jvm: readonly CodeAccess[] = [
  { imports: /\bsoftware\.amazon\.awssdk\./, access: ".awsErrorDetails().errorCode()" },
  { imports: /\bcom\.amazonaws\./, access: ".getErrorCode()" },
  { imports: /\bcom\.tencentcloudapi\./, access: ".getErrorCode()" },
  { imports: /\bcom\.aliyuncs\./, access: ".getErrCode()" },
  { imports: /\bcom\.aliyun\.oss\./, access: ".getErrorCode()" },
  { imports: /\bcom\.aliyun\.tea\./, access: ".getCode()" },
  { imports: /\bcom\.baidubce\./, access: ".getErrorCode()" },
];

const byLanguage: Readonly<Record<string, readonly CodeAccess[]>> = {
  TypeScript: ecmascript,
  TSX: ecmascript,
  JavaScript: ecmascript,
  Java: jvm,
  Kotlin: jvm,
  Python: [
    { imports: /\b(?:import|from)\s+boto(?:3|core)\b/, access: `.response["Error"]["Code"]` },
    { imports: /\b(?:import|from)\s+tencentcloud\b/, access: ".get_code()" },
    { imports: /\b(?:import|from)\s+aliyunsdkcore\b/, access: ".get_error_code()" },
    { imports: /\b(?:import|from)\s+(?:oss2|alibabacloud_\w+|Tea)\b/, access: ".code" },
    { imports: /\b(?:import|from)\s+baidubce\b/, access: ".last_error.code" },
    { imports: /\b(?:import|from)\s+zenlayercloud\b/, access: ".code" },
  ],
  "C#": [{ imports: /\busing\s+(?:Amazon|TencentCloud|Aliyun\.Acs|BaiduBce)\b/, access: ".ErrorCode" }],
  PHP: [
    { imports: /\bAws\\/, access: "->getAwsErrorCode()" },
    { imports: /\b(?:TencentCloud|AlibabaCloud)\\/, access: "->getErrorCode()" },
  ],
  Ruby: [{ imports: /\brequire\s*\(?["'](?:aws-sdk|tencentcloud-sdk)/, access: ".code" }],
};

/**
 * Returns what follows an error to read its code, in a file of a language (its `name`): `.code`, `.getErrorCode()`.
 * Undefined if the file imports no SDK that is known here, or several that do it differently.
 */
export function codeAccessIn(text: string, language: string): string | undefined {
  const known = Object.hasOwn(byLanguage, language) ? (byLanguage[language] ?? []) : [];
  const found = new Set(known.flatMap(({ imports, access }) => (imports.test(text) ? access : [])));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
