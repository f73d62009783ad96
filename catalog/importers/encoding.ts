import { fileProblem, type Problem } from "../schema/checked-file.ts";
import type { LocalizedText } from "../text/localized-text.ts";

/** How many characters that stand for bytes without a meaning a text may have: one may be meant. */
const mostUnreadable = 2;

/** Returns the problem of a file that was read as UTF-8, and is in another encoding; undefined if it is not. */
export function encodingProblem(text: string, path: string): Problem | undefined {
  const start = text.slice(0, longestStart);
  // Each second byte of UTF-16 is zero in Latin text.
  if ((start.match(/\0/g)?.length ?? 0) > start.length * 0.2) return fileProblem(path, utf16, "error");
  const unreadable = start.match(/\ufffd/g)?.length ?? 0;
  return unreadable > mostUnreadable ? fileProblem(path, notUtf8, "warning") : undefined;
}

/** In UTF-16 units. */
const longestStart = 100_000;

const utf16: LocalizedText = {
  en: "This file is in UTF-16, so nothing is read from it. Save it as UTF-8.",
  "zh-CN": "此文件采用 UTF-16 编码，无法读取。请另存为 UTF-8。",
};

const notUtf8: LocalizedText = {
  en: "This file is not in UTF-8, so characters in it are lost. Save it as UTF-8; if it is in Chinese, it is probably in GBK now.",
  "zh-CN": "此文件不是 UTF-8 编码，部分字符会丢失。请另存为 UTF-8；中文文件原来的编码多半是 GBK。",
};
