import type { LocalizedText } from "../../catalog/text/localized-text.ts";

/** Returns codes as alternatives of a sentence: `'A' or 'B'`; empty texts without codes. */
export function quotedCodes(codes: readonly string[]): Required<LocalizedText> {
  return {
    en: codes.map((code) => `'${code}'`).join(" or "),
    "zh-CN": codes.map((code) => `“${code}”`).join("或"),
  };
}
