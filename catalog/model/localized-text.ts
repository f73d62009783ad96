/** A language in which the catalog speaks. */
export type Language = "en" | "zh-CN";

/** A text in one or both languages; a user's catalog may give only one. */
export type LocalizedText = Partial<Record<Language, string>>;

/** Which language the reader wants to see: one, or both side by side. */
export type DisplayLanguage = Language | "both";

/** The texts to show for a reading, most wanted first; the other language where the wanted one is absent. */
export function localizedTexts(text: LocalizedText | undefined, displayLanguage: DisplayLanguage): string[] {
  if (!text) return [];
  const wanted: Language[] = displayLanguage === "both" ? ["en", "zh-CN"] : [displayLanguage];
  const found = wanted.map((language) => text[language]).filter((one) => one !== undefined);
  if (found.length > 0) return [...new Set(found)];
  const other = text.en ?? text["zh-CN"];
  return other === undefined ? [] : [other];
}

/** The text on one line, for a reading. */
export function localize(text: LocalizedText | undefined, displayLanguage: DisplayLanguage): string {
  return localizedTexts(text, displayLanguage).join(" / ");
}

/** The reading for an editor's display language (`zh-cn`, `zh-Hans`, `en-GB` …). */
export function displayLanguageOf(locale: string | undefined): Language {
  return /^zh\b/i.test(locale ?? "") ? "zh-CN" : "en";
}
