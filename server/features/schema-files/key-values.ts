import type { Catalog } from "../../../catalog/model/catalog.ts";
import { kinds, retries } from "../../../catalog/schema/terms.ts";
import type { LocalizedText } from "../../../catalog/text/localized-text.ts";
import { severityLevels } from "../../configuration/severity.ts";
import { ruleIds } from "../../rules/index.ts";
import type { ValueSource } from "./file-keys.ts";

/** A value that a key can have, and what it means. */
export interface KeyValue {
  text: string;
  meaning?: LocalizedText | undefined;
}

/** What the values are chosen from. */
export interface ValueContext {
  catalog: Catalog;
  /** The codes that the workspace uses and no catalog has. */
  unknownCodes: () => readonly string[];
  /** The codes of the file itself. */
  ownCodes: () => readonly string[];
}

const levels: Readonly<Record<(typeof severityLevels)[number], LocalizedText>> = {
  error: { en: "Red; fails the check", "zh-CN": "红色，检查不通过" },
  warning: { en: "Yellow; fails the check", "zh-CN": "黄色，检查不通过" },
  information: { en: "Blue", "zh-CN": "蓝色" },
  hint: { en: "Three dots", "zh-CN": "三点提示" },
  off: { en: "Not reported", "zh-CN": "不报告" },
};

/** The HTTP statuses with which errors are mostly returned. */
const statuses: Readonly<Record<string, LocalizedText>> = {
  "400": { en: "Bad Request", "zh-CN": "请求有误" },
  "401": { en: "Unauthorized", "zh-CN": "未通过身份认证" },
  "403": { en: "Forbidden", "zh-CN": "没有权限" },
  "404": { en: "Not Found", "zh-CN": "不存在" },
  "405": { en: "Method Not Allowed", "zh-CN": "不允许此方法" },
  "408": { en: "Request Timeout", "zh-CN": "请求超时" },
  "409": { en: "Conflict", "zh-CN": "冲突" },
  "410": { en: "Gone", "zh-CN": "已不存在" },
  "412": { en: "Precondition Failed", "zh-CN": "前提条件不满足" },
  "413": { en: "Content Too Large", "zh-CN": "内容过大" },
  "415": { en: "Unsupported Media Type", "zh-CN": "不支持的媒体类型" },
  "422": { en: "Unprocessable Content", "zh-CN": "内容无法处理" },
  "423": { en: "Locked", "zh-CN": "已锁定" },
  "429": { en: "Too Many Requests", "zh-CN": "请求过多" },
  "500": { en: "Internal Server Error", "zh-CN": "服务器内部错误" },
  "501": { en: "Not Implemented", "zh-CN": "尚未实现" },
  "502": { en: "Bad Gateway", "zh-CN": "网关收到无效响应" },
  "503": { en: "Service Unavailable", "zh-CN": "服务不可用" },
  "504": { en: "Gateway Timeout", "zh-CN": "网关超时" },
};

/** Returns what the values of a key are chosen from, in the order in which they are offered. */
export const valuesFrom: Readonly<Record<ValueSource, (context: ValueContext) => readonly KeyValue[]>> = {
  boolean: () => [{ text: "true" }, { text: "false" }],
  provider: ({ catalog }) => catalog.providers.map(({ id, name }) => ({ text: id, meaning: name })),
  rule: () => ruleIds.map((text) => ({ text })),
  severity: () => severityLevels.map((text) => ({ text, meaning: levels[text] })),
  kind: () => withMeanings(kinds),
  retry: () => withMeanings(retries),
  concept: ({ catalog }) => catalog.concepts.map(({ id, name }) => ({ text: id, meaning: name })),
  status: () => withMeanings(statuses),
  code: ({ ownCodes }) => ownCodes().map((text) => ({ text })),
  "used code": ({ unknownCodes }) => unknownCodes().map((text) => ({ text, meaning: used })),
  version: () => [{ text: "1" }],
  "response format": () => [{ text: "json" }, { text: "xml" }],
};

const used: LocalizedText = { en: "Used in the workspace", "zh-CN": "工作区中已使用" };

function withMeanings(table: Readonly<Record<string, LocalizedText>>): KeyValue[] {
  return Object.entries(table).map(([text, meaning]) => ({ text, meaning }));
}
