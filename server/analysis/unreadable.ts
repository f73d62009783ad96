import type { Unreadable } from "../syntax/parsing/budget.ts";

/** Why the parser cannot read a document, as the beginning of a sentence about the document. */
export const unreadableReasons: Record<Unreadable, Record<"en" | "zh-CN", string>> = {
  "too-deep": { en: "It is nested too deeply to be parsed", "zh-CN": "嵌套过深，无法解析" },
  "too-slow": { en: "Parsing it takes too long", "zh-CN": "解析耗时过长" },
  crash: { en: "It makes the parser fail", "zh-CN": "解析器无法处理其内容" },
};
