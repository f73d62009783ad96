import { type Reading, readingOf } from "../catalog/text.ts";

/** The settings of `errorCodes.*` that the server reads, as the editor holds them. */
export interface Settings {
  /** The language of texts; `auto` follows the editor's display language. */
  language: "auto" | Reading;
}

export const defaultSettings: Settings = { language: "auto" };

const languages: readonly string[] = ["auto", "en", "zh-CN", "both"] satisfies Settings["language"][];

/** Settings from whatever a client sent; a value of the wrong kind falls back to its default. */
export function settingsFrom(value: unknown): Settings {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const { language } = given;
  return {
    language: languages.includes(language as string)
      ? (language as Settings["language"])
      : defaultSettings.language,
  };
}

/** The language to speak, for these settings and the editor's display language. */
export function reading({ language }: Settings, locale: string | undefined): Reading {
  return language === "auto" ? readingOf(locale) : language;
}
