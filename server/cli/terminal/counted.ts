import type { Language } from "../../../catalog/text/localized-text.ts";

/** What is counted: the English noun, and its Chinese one behind its measure word. */
const nouns = {
  file: ["file", "个文件"],
  folder: ["folder", "个文件夹"],
  "error code": ["error code", "个错误码"],
  call: ["call", "次调用"],
  finding: ["finding", "个问题"],
  error: ["error", "个错误"],
  warning: ["warning", "个警告"],
  information: ["information", "条信息"],
  hint: ["hint", "条提示"],
} as const;

/** Returns a count with its noun: `1 file`, `1,200 files`, `1,200 个文件`. */
export function counted(count: number, noun: keyof typeof nouns): Record<Language, string> {
  const [en, zh] = nouns[noun];
  const number = formatNumber(count);
  const plural = count === 1 || noun === "information" ? "" : "s";
  return { en: `${number} ${en}${plural}`, "zh-CN": `${number} ${zh}` };
}

/** Formats a whole number with a comma between thousands. */
export function formatNumber(count: number): string {
  return count.toLocaleString("en");
}
