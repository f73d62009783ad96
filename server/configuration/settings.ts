import { type DisplayLanguage, displayLanguageOf } from "../../catalog/text/localized-text.ts";
import { fileUriOf, folderContaining } from "../documents/uris.ts";
import { relationKinds } from "../syntax/literal.ts";
import type { Configuration } from "./configuration.ts";
import { severityLevels } from "./severity.ts";

/** The `errorCodes.*` settings of the editor that the server reads. */
export interface Settings {
  /** The language of messages and explanations; `auto` follows the editor's display language. */
  language: "auto" | DisplayLanguage;
  /** Whether diagnostics are reported. */
  enable: boolean;
  /** Whether the SDKs that are installed for a project are read. */
  installedSdks: boolean;
  /** Severities that override those of configuration files. */
  rules: Configuration["rules"];
  /** Whether it is shown above calls of APIs how many of the codes that they can fail with are handled. */
  handledCodes: boolean;
  /** Short explanations behind the codes in the text. */
  inlayHints: {
    enabled: boolean;
    /** Whether the nearest code stands behind one that is doubtful. */
    suggestions: boolean;
    /** The maximum length of a hint, in UTF-16 units. */
    maximumLength: number;
    /** The kinds of evidence for which a literal gets a hint. */
    evidence: readonly string[];
  };
}

export const defaultSettings: Settings = {
  language: "auto",
  enable: true,
  installedSdks: true,
  rules: {},
  handledCodes: false,
  inlayHints: {
    enabled: false,
    suggestions: true,
    maximumLength: 30,
    evidence: relationKinds.filter((kind) => kind !== "listed"),
  },
};

/** The settings of a workspace or folder, and those that differ for a language, by language id. */
interface ScopedSettings {
  settings: Settings;
  byLanguage: ReadonlyMap<string, Settings>;
}

/** The settings of a workspace, and those of each folder if there are several. */
export class FolderSettings {
  #workspace: ScopedSettings;
  /** By folder URI. */
  #byFolder = new Map<string, ScopedSettings>();

  readonly #ruleIds: readonly string[];
  /** The settings of the client's initialization options, as it sent them. */
  readonly #initial: unknown;

  /** `initial` are the settings of the client's initialization options, `ruleIds` the rules that have severities. */
  constructor(initial: unknown, ruleIds: readonly string[]) {
    this.#ruleIds = ruleIds;
    this.#initial = initial;
    this.#workspace =
      initial === undefined ? { settings: defaultSettings, byLanguage: new Map() } : this.#scoped(initial);
  }

  /** The settings of the workspace. */
  get workspaceSettings(): Settings {
    return this.#workspace.settings;
  }

  /**
   * Replaces the settings by those that a client sent: of the workspace, and by folder URI. What it does not set stays as
   * it was set at first: many clients answer with nothing where their user set nothing.
   */
  update(whole: unknown, byFolder: ReadonlyMap<string, unknown>): void {
    const scoped = (value: unknown) => this.#scoped({ ...objectOf(this.#initial), ...objectOf(value) });
    this.#workspace = scoped(whole);
    this.#byFolder = new Map([...byFolder].map(([folder, value]) => [folder, scoped(value)]));
  }

  /** Returns the settings that apply to a document, for its language where that is known. */
  settingsFor(uri: string, languageId?: string): Settings {
    const folder =
      this.#byFolder.size === 0 ? undefined : folderContaining([...this.#byFolder.keys()], fileUriOf(uri));
    const { settings, byLanguage } = (folder !== undefined && this.#byFolder.get(folder)) || this.#workspace;
    return (languageId !== undefined && byLanguage.get(languageId)) || settings;
  }

  #scoped(value: unknown): ScopedSettings {
    const { byLanguage } = (value ?? {}) as { byLanguage?: unknown };
    const overrides = typeof byLanguage === "object" && byLanguage !== null ? Object.entries(byLanguage) : [];
    const settings = settingsFrom(value, this.#ruleIds);
    // What cannot differ between languages is that of the workspace.
    const { language, installedSdks } = settings;
    return {
      settings,
      byLanguage: new Map(
        overrides.map(([languageId, one]): [string, Settings] => [
          languageId,
          { ...settingsFrom(one, this.#ruleIds), language, installedSdks },
        ]),
      ),
    };
  }
}

const languages: readonly string[] = ["auto", "en", "zh-CN", "both"] satisfies Settings["language"][];

/** Returns the parts of an object that are set; none if a value is no object. */
function objectOf(value: unknown): Record<string, unknown> {
  const parts = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(parts.filter(([, part]) => part !== null && part !== undefined));
}

/** Returns settings from any value that a client sent; an invalid part of it falls back to its default. */
function settingsFrom(value: unknown, ruleIds: readonly string[]): Settings {
  const section = objectOf(value);
  const { language, enable, installedSdks, rules, handledCodes, inlayHints } = section;
  return {
    language: languages.includes(language as string)
      ? (language as Settings["language"])
      : defaultSettings.language,
    enable: enable !== false,
    installedSdks: installedSdks !== false,
    rules: rulesFrom(rules, ruleIds),
    handledCodes: handledCodes === true,
    inlayHints: inlayHintsFrom(inlayHints),
  };
}

function rulesFrom(value: unknown, ruleIds: readonly string[]): Settings["rules"] {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter(([rule, level]) => ruleIds.includes(rule) && severityLevels.some((one) => one === level)),
  );
}

function inlayHintsFrom(value: unknown): Settings["inlayHints"] {
  const defaults = defaultSettings.inlayHints;
  const { enabled, suggestions, maximumLength, evidence } = (value ?? {}) as Partial<Record<string, unknown>>;
  return {
    enabled: enabled === true,
    suggestions: suggestions !== false,
    maximumLength:
      typeof maximumLength === "number" && maximumLength >= 4 ? maximumLength : defaults.maximumLength,
    evidence: Array.isArray(evidence)
      ? evidence.filter((kind) => defaults.evidence.includes(kind))
      : defaults.evidence,
  };
}

/** Returns the display language for these settings and the editor's locale. */
export function displayLanguage({ language }: Settings, locale: string | undefined): DisplayLanguage {
  return language === "auto" ? displayLanguageOf(locale) : language;
}
