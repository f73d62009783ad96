import { type DisplayLanguage, displayLanguageOf } from "../../catalog/model/localized-text.ts";
import { fileUriOf, folderContaining } from "../documents/uris.ts";
import { relationKinds } from "../syntax/literal.ts";
import type { Configuration } from "./configuration.ts";
import { severities } from "./severity.ts";

/** The settings of `errorCodes.*` that the server reads, as the editor holds them. */
export interface Settings {
  /** The language of texts; `auto` follows the editor's display language. */
  language: "auto" | DisplayLanguage;
  /** Whether anything is reported. */
  enable: boolean;
  /** Severities that go before those of configuration files. */
  rules: Configuration["rules"];
  /** Short meanings behind the codes in the text. */
  inlayHints: {
    enabled: boolean;
    /** In UTF-16 units. */
    maximumLength: number;
    /** The kinds of evidence with which a literal gets one. */
    evidence: readonly string[];
  };
}

export const defaultSettings: Settings = {
  language: "auto",
  enable: true,
  rules: {},
  inlayHints: {
    enabled: false,
    maximumLength: 30,
    evidence: relationKinds.filter((kind) => kind !== "listed"),
  },
};

/** The settings of a workspace, and those of its folders where there are several. */
export class FolderSettings {
  whole: Settings;
  #ofFolders = new Map<string, Settings>();

  readonly #ruleIds: readonly string[];

  /** `given` are those that a client gave when it started the server, `ruleIds` the rules that have severities. */
  constructor(given: unknown, ruleIds: readonly string[]) {
    this.#ruleIds = ruleIds;
    this.whole = given === undefined ? defaultSettings : settingsFrom(given, ruleIds);
  }

  /** Takes what a client sent. */
  take(whole: unknown, ofFolders: ReadonlyMap<string, unknown>): void {
    const from = (value: unknown) => settingsFrom(value, this.#ruleIds);
    this.whole = from(whole);
    this.#ofFolders = new Map([...ofFolders].map(([folder, value]) => [folder, from(value)]));
  }

  /** Those that count where something stands. */
  at(uri: string): Settings {
    if (this.#ofFolders.size === 0) return this.whole;
    const folder = folderContaining([...this.#ofFolders.keys()], fileUriOf(uri));
    return (folder !== undefined && this.#ofFolders.get(folder)) || this.whole;
  }
}

const languages: readonly string[] = ["auto", "en", "zh-CN", "both"] satisfies Settings["language"][];

/** Settings from whatever a client sent; a value of the wrong kind falls back to its default. */
function settingsFrom(value: unknown, ruleIds: readonly string[]): Settings {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const { language, enable, rules, inlayHints } = given;
  return {
    language: languages.includes(language as string)
      ? (language as Settings["language"])
      : defaultSettings.language,
    enable: enable !== false,
    rules: rulesFrom(rules, ruleIds),
    inlayHints: inlayHintsFrom(inlayHints),
  };
}

function rulesFrom(value: unknown, ruleIds: readonly string[]): Settings["rules"] {
  const given = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const levels: readonly unknown[] = [...severities, "off"];
  return Object.fromEntries(
    given.filter(([rule, level]) => ruleIds.includes(rule) && levels.includes(level)),
  );
}

function inlayHintsFrom(value: unknown): Settings["inlayHints"] {
  const standard = defaultSettings.inlayHints;
  const { enabled, maximumLength, evidence } = (value ?? {}) as Partial<Record<string, unknown>>;
  return {
    enabled: enabled === true,
    maximumLength:
      typeof maximumLength === "number" && maximumLength >= 4 ? maximumLength : standard.maximumLength,
    evidence: Array.isArray(evidence)
      ? evidence.filter((kind) => standard.evidence.includes(kind))
      : standard.evidence,
  };
}

/** The language to speak, for these settings and the editor's display language. */
export function displayLanguage({ language }: Settings, locale: string | undefined): DisplayLanguage {
  return language === "auto" ? displayLanguageOf(locale) : language;
}
