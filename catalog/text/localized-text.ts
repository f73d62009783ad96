/** A language of the catalog's texts. */
export type Language = "en" | "zh-CN";

/**
 * A text in one or both languages; a user's catalog may give only one. `other` is a text of a document in neither of them,
 * such as Korean: it is shown as it is where there is no other.
 */
export type LocalizedText = Partial<Record<Language | "other", string>>;

/** The language in which texts are shown to the user: one, or both side by side. */
export type DisplayLanguage = Language | "both";

/** Returns the texts to show for a display language, English first for `both`; falls back to another language if it is missing. */
export function localizedTexts(text: LocalizedText | undefined, displayLanguage: DisplayLanguage): string[] {
  if (!text) return [];
  const wanted: Language[] = displayLanguage === "both" ? ["en", "zh-CN"] : [displayLanguage];
  const found = wanted.map((language) => text[language]).filter((one) => one !== undefined);
  if (found.length > 0) return [...new Set(found)];
  const other = text.en ?? text["zh-CN"] ?? text.other;
  return other === undefined ? [] : [other];
}

/** Returns the text for a display language; both languages are joined by ` / `, and a missing text is empty. */
export function localize(text: LocalizedText | undefined, displayLanguage: DisplayLanguage): string {
  return localizedTexts(text, displayLanguage).join(" / ");
}

/** Returns the language of a text: Chinese, `other` if it is written otherwise, as Japanese and Korean are, else English. */
export function languageOfText(text: string): Language | "other" {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  if (count(/[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 1) return "other";
  const letters = count(/\p{L}/gu);
  const han = count(/\p{Script=Han}/gu);
  if (han > 0 && han >= letters * 0.15) return "zh-CN";
  // Other scripts, and languages such as Vietnamese, in which many letters have marks.
  return letters - han - count(/[A-Za-z]/g) > letters * 0.1 ? "other" : "en";
}

/** Returns the language for a locale of an editor (`zh-cn`, `zh-Hans`) or of a system (`zh_CN.UTF-8`). */
export function displayLanguageOf(locale: string | undefined): Language {
  return /^zh(?![a-z])/i.test(locale ?? "") ? "zh-CN" : "en";
}

/** Returns a Chinese sentence with a space where Latin letters, also in bold, meet Chinese ones. */
export function spacedChinese(sentence: string): string {
  return sentence
    .replace(/(\p{Script=Han})((?:\*\*)?[A-Za-z])/gu, "$1 $2")
    .replace(/([A-Za-z](?:\*\*)?)(\p{Script=Han})/gu, "$1 $2");
}
