import type { Unreadable } from "../syntax/parsing/budget.ts";

/** Why a document is not read by the parser, as the beginning of a sentence about the document. */
export const unreadableReasons: Record<Unreadable | "pending", Record<"en" | "zh-CN", string>> = {
  "too-deep": { en: "It is nested too deeply to be parsed", "zh-CN": "嵌套过深，无法解析" },
  "too-slow": { en: "Parsing it takes too long", "zh-CN": "解析耗时过长" },
  "too-large": { en: "Parsing it takes too much memory", "zh-CN": "解析占用内存过多" },
  pending: { en: "It is still being parsed", "zh-CN": "仍在解析" },
  crash: { en: "It makes the parser fail", "zh-CN": "解析器无法处理其内容" },
};
