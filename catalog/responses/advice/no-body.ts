import type { LocalizedText } from "../../text/localized-text.ts";
import type { Adviser } from "./advice.ts";

const meanings: Partial<Record<number, LocalizedText>> = {
  301: {
    en: "301 stands for a bucket in another region.",
    "zh-CN": "301 表示存储空间位于其他地域。",
  },
  400: {
    en: "400 often stands for an expired token, or for a region or a signature version that the bucket does not accept.",
    "zh-CN": "400 通常表示令牌已过期，或者地域、签名版本不被该存储空间接受。",
  },
  403: {
    en: "403 stands for a denied request: the credentials lack the permission, are wrong, or the object does not exist and may not be listed.",
    "zh-CN": "403 表示请求被拒绝：凭证缺少权限或有误，或者对象不存在且无权列举。",
  },
  404: {
    en: "404 stands for an object or a bucket that does not exist.",
    "zh-CN": "404 表示对象或存储空间不存在。",
  },
};

/** What stands for a message where there is none: the name of the status. */
const statusName = /^(?:forbidden|not found|bad request|moved permanently)\.?$/i;

/** The answer to a HEAD request has no body, so that no code says why it failed. */
export const noBody: Adviser = {
  name: "answer without a body",

  advise({ code, message, httpStatus }) {
    const meaning = meanings[httpStatus ?? 0];
    if (code !== undefined || !meaning) return undefined;
    // An answer with a message had a body.
    if (message !== undefined && !statusName.test(message.trim())) return undefined;
    return {
      text: {
        en: `The text states no code: the answer to a HEAD request has no body that could. ${meaning.en}`,
        "zh-CN": `文本中没有错误码：HEAD 请求的响应没有正文。${meaning["zh-CN"]}`,
      },
    };
  },
};
