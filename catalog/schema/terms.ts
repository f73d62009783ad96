import type { LocalizedText } from "../text/localized-text.ts";

/** The service of codes for which none is named. */
export const unnamedService = "common";

/** The kinds of failure that a code can report. */
export const kinds = {
  authentication: { en: "Authentication", "zh-CN": "身份认证" },
  permission: { en: "Permission", "zh-CN": "权限" },
  "invalid-request": { en: "Invalid request", "zh-CN": "请求无效" },
  "not-found": { en: "Not found", "zh-CN": "不存在" },
  conflict: { en: "Conflict", "zh-CN": "冲突" },
  quota: { en: "Quota", "zh-CN": "配额" },
  throttling: { en: "Throttling", "zh-CN": "限流" },
  billing: { en: "Billing", "zh-CN": "计费" },
  unsupported: { en: "Unsupported", "zh-CN": "不支持" },
  unavailable: { en: "Unavailable", "zh-CN": "不可用" },
  internal: { en: "Internal", "zh-CN": "内部错误" },
  notice: { en: "Notice", "zh-CN": "提示" },
} as const satisfies Record<string, LocalizedText>;

/** A kind of failure, one of {@link kinds}. */
export type Kind = keyof typeof kinds;

/** Advice on whether sending the request again can succeed. */
export const retries = {
  backoff: { en: "Retry with backoff", "zh-CN": "可退避重试" },
  renew: { en: "Renew, then retry", "zh-CN": "更新后重试" },
  no: { en: "Do not retry", "zh-CN": "重试无效" },
} as const satisfies Record<string, LocalizedText>;

/** Advice on retrying, one of {@link retries}. */
export type Retry = keyof typeof retries;

/** Headings and notes of a rendered entry. */
export const labels = {
  cause: { en: "Cause", "zh-CN": "原因" },
  fix: { en: "What to do", "zh-CN": "处理方法" },
  message: { en: "Message", "zh-CN": "错误信息" },
  equivalents: { en: "On other clouds", "zh-CN": "其他云的对应错误码" },
  children: { en: "More specific codes", "zh-CN": "更具体的错误码" },
  parent: { en: "More general code", "zh-CN": "更笼统的错误码" },
  siblings: { en: "Sibling codes", "zh-CN": "同级错误码" },
  relatives: { en: "Family", "zh-CN": "同族错误码" },
  answeredBy: { en: "Actions that answer with it", "zh-CN": "会返回此错误码的接口" },
  response: { en: "In this response", "zh-CN": "本次响应" },
  handling: { en: "Handling in code", "zh-CN": "在代码中处理" },
  usages: { en: "In this workspace", "zh-CN": "在此工作区中" },
  action: { en: "Action", "zh-CN": "接口" },
  requestId: { en: "Request ID", "zh-CN": "请求 ID" },
  details: { en: "Details", "zh-CN": "详情" },
  source: { en: "Source", "zh-CN": "来源" },
  documentation: { en: "Vendor documentation", "zh-CN": "厂商文档" },
  family: {
    en: "Comparing with this code alone does not match its more specific codes, such as",
    "zh-CN": "只与该错误码比较时，不会匹配更具体的错误码，例如",
  },
  familyMatches: {
    en: "This also matches its more specific codes, such as",
    "zh-CN": "更具体的错误码也会匹配，例如",
  },
  otherServices: { en: "Other services", "zh-CN": "其他服务" },
  fromName: { en: "Read from its name", "zh-CN": "据其名称" },
  sdkWords: { en: "In the SDK's words", "zh-CN": "SDK 原文" },
  unexplained: {
    en: "An official code, not explained in the catalog.",
    "zh-CN": "官方错误码，目录中暂无说明。",
  },
  nearest: { en: "Nearest codes", "zh-CN": "最接近的错误码" },
  change: { en: "Change to", "zh-CN": "改为" },
  deprecated: { en: "Withdrawn.", "zh-CN": "已停用。" },
  use: { en: "Withdrawn; use instead", "zh-CN": "已停用，请改用" },
  officialMisspelling: {
    en: "Spelled this way by the API itself. Keep it.",
    "zh-CN": "API 本身就是这样拼写的，请勿改动。",
  },
} as const satisfies Record<string, LocalizedText>;
