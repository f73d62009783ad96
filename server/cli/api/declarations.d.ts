// The functions of this package, as they are published. `index.ts` implements them, and is checked against them.

/** The language of texts. */
export type Language = "en" | "zh-CN" | "both";

export type Severity = "error" | "warning" | "information" | "hint";

/** A text in one or both languages; `other` is one in neither of them. */
export interface LocalizedText {
  en?: string;
  "zh-CN"?: string;
  other?: string;
}

/** A place in a text. Lines and characters are counted from 0, characters in UTF-16 units. */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export interface Options {
  /** English if undefined. */
  language?: Language;
  /** Lets a configuration name catalogs outside its repository. */
  allowOutside?: boolean;
  /** Uses installed SDKs outside the working folder, too. */
  sdk?: boolean;
}

export interface CheckOptions extends Options {
  /** The severities of rules, by their ids; they take precedence over the configuration. */
  rules?: Readonly<Record<string, Severity | "off">>;
}

/** What a rule reports, or a problem of a configuration or catalog. */
export interface Finding {
  path: string;
  range: Range;
  /** The id of the rule; `configuration` for problems of configurations and catalogs. */
  rule: string;
  severity: Severity;
  message: string;
  /** The text in the range. */
  literal: string;
  /** Codes to replace the text with, the best first. */
  suggestions: readonly string[];
  related: readonly { range: Range; message: string }[];
}

export interface CheckReport {
  /** The files that were checked, in this order. */
  files: readonly string[];
  /** Hints are among them; they and `information` are no reason to fail a build. */
  findings: readonly Finding[];
  /** The files and folders that were not read, each with the reason: `binary`, `minified`, `huge`, `unreadable` … */
  skipped: readonly { path: string; reason: string; detail?: string }[];
}

/** What a catalog says of a code. */
export interface Entry {
  provider: string;
  service: string;
  code: string;
  /** `own` if a catalog explains the code, `name` or `sdk` if only its name or an installed SDK says something of it. */
  basis: "own" | "name" | "sdk";
  httpStatus: readonly number[];
  messages: readonly string[];
  summary: LocalizedText;
  concept?: string;
  kind?: string;
  retry?: string;
  cause?: LocalizedText;
  fix?: LocalizedText;
  deprecated?: { use?: string } | true;
}

/** An error that a text reports; what the text does not state is undefined. */
export interface Explanation {
  provider?: string;
  service?: string;
  code?: string;
  /** Whether it is an official code. */
  known: boolean;
  message?: string;
  requestId?: string;
  httpStatus?: number;
  host?: string;
  /** Whose error it can be, the likeliest first. */
  candidates: readonly { provider: string; service?: string; reason: string }[];
  entry?: Partial<Entry>;
}

/**
 * Checks files, folders and globs, the working folder by default, as `error-codes check` does. Rejects if a path does not
 * exist.
 */
export function check(paths?: string | readonly string[], options?: CheckOptions): Promise<CheckReport>;

/** Explains a code, or the errors that a text reports, the likeliest cause first. */
export function explain(codeOrText: string, options?: Options): Promise<Explanation[]>;

/** Finds codes by code, abbreviation, meaning, message or filters, the best match first; 20 of them by default. */
export function lookup(query: string, options?: Options & { limit?: number }): Promise<Entry[]>;
