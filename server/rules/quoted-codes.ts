import type { Language } from "../../catalog/text/localized-text.ts";

/** Returns codes as alternatives of a sentence: `'A' or 'B'`; empty texts without codes. */
export function quotedCodes(codes: readonly string[]): Record<Language, string> {
  return {
    en: codes.map((code) => `'${code}'`).join(" or "),
    "zh-CN": codes.map((code) => `“${code}”`).join("或"),
  };
}
