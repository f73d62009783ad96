import type { LocalizedText } from "../../../catalog/text/localized-text.ts";

/** Reasons for which a file is not read, as clauses; those that are missing here are shown in English. */
const reasons: Record<string, string> = {
  "there is no such file": "没有这个文件",
  "permission denied": "没有权限",
  "its symbolic links form a circle": "符号链接形成了循环",
  "it is a folder": "它是一个文件夹",
  "it is not a regular file": "它不是普通文件",
  "it is too large": "它太大",
};

/** What `explain` says, besides what the catalog says of codes. */
export const words = {
  notInCatalog: (code: string): LocalizedText => ({
    en: `'${code}' is not in the catalog.`,
    "zh-CN": `目录中没有“${code}”。`,
  }),
  notExplained: (code: string): LocalizedText => ({
    en: `'${code}' is an official code, but has no explanation here.`,
    "zh-CN": `“${code}”是官方错误码，但这里没有它的说明。`,
  }),
  didYouMean: (codes: readonly string[]): LocalizedText => ({
    en: `Did you mean ${codes.join(" or ")}?`,
    "zh-CN": `是否指 ${codes.join(" 或 ")}？`,
  }),
  nothingFound: (input: string): LocalizedText => ({
    en: `No error was found in ${input === "-" ? "the input" : `'${input}'`}. Looked for answers in JSON or XML, headers, texts of exceptions, log lines, and known messages.`,
    "zh-CN": `在${input === "-" ? "输入" : `“${input}”`}中没有找到错误。已查找 JSON 或 XML 响应、响应头、异常文本、日志行以及已知的错误信息。`,
  }),
  unreadable: (path: string, reason: string): LocalizedText => ({
    en: `Cannot read '${path}': ${reason}.`,
    "zh-CN": `无法读取“${path}”：${reasons[reason] ?? reason}。`,
  }),
  noCode: { en: "No code", "zh-CN": "没有错误码" },
  whose: { en: "Whose", "zh-CN": "归属" },
  alsoPossible: { en: "Also possible", "zh-CN": "也可能是" },
  received: { en: "Received", "zh-CN": "收到的内容" },
  placeholders: { en: "In the message", "zh-CN": "信息中的具体值" },
  host: { en: "Host", "zh-CN": "主机" },
  httpStatus: { en: "HTTP status", "zh-CN": "HTTP 状态码" },
  line: { en: "Line", "zh-CN": "行" },
  recommendation: { en: "The answer recommends", "zh-CN": "响应推荐的页面" },
} satisfies Record<string, LocalizedText | ((...values: never[]) => LocalizedText)>;
