/** What stands below the options of the program. */
export const help = `
Examples:
  error-codes explain AuthFailure.SignatureExpire
  error-codes lookup sigexp
  error-codes lookup "@tencent status:4xx retry:backoff 过期" --lang both
  error-codes lookup "@tencent action:RunInstances kind:quota"
  curl … | error-codes explain -
  error-codes list --provider zenlayer-cloud --json
  error-codes codes RunInstances --provider tencent-cloud --retryable
  error-codes check src config
  error-codes check --format sarif=codes.sarif --format pretty

Exit codes: 0 no problems, 1 findings, unknown codes or nothing found, 2 wrong usage or unreadable input.`;

export const helpInChinese = `
示例：
  error-codes explain AuthFailure.SignatureExpire
  error-codes lookup sigexp
  error-codes lookup "@tencent status:4xx retry:backoff 过期" --lang both
  error-codes lookup "@tencent action:RunInstances kind:quota"
  curl … | error-codes explain -
  error-codes list --provider zenlayer-cloud --json
  error-codes codes RunInstances --provider tencent-cloud --retryable
  error-codes check src config
  error-codes check --format sarif=codes.sarif --format pretty

退出码：0 没有问题；1 有问题、错误码未知或没有找到结果；2 用法错误或输入无法读取。`;
