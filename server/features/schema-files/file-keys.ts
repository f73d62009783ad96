import type { LocalizedText } from "../../../catalog/text/localized-text.ts";

/** What the values of a key are chosen from. */
export type ValueSource =
  | "boolean"
  | "provider"
  | "rule"
  | "severity"
  | "kind"
  | "retry"
  | "concept"
  | "status"
  | "code"
  | "used code"
  | "version"
  | "response format";

/** A key of a file in YAML or JSON: what it means, and what can stand below it. */
export interface FileKey {
  description: LocalizedText;
  /** What its value, or each item of its list, is chosen from. */
  values?: ValueSource;
  /** The keys of the mapping that its value, or each item of its list, can be. */
  keys?: FileKeys;
  /** What the keys of its mapping are chosen from, and what stands below each of them. */
  named?: { by: ValueSource | undefined; each: Omit<FileKey, "description"> };
  /** Whether it holds a list of mappings. */
  isList?: boolean;
}

/** The keys of a mapping, in the order in which they are offered. */
export type FileKeys = Readonly<Record<string, FileKey>>;

/** A kind of file in YAML or JSON. */
export interface FileKind {
  keys: FileKeys;
}

/** Returns what can stand below the keys that lead to a part of a file; undefined if that is not known. */
export function keyAt(
  { keys }: FileKind,
  path: readonly string[],
): Pick<FileKey, "keys" | "values" | "named" | "isList"> | undefined {
  let at: Omit<FileKey, "description"> | undefined = { keys };
  for (const key of path) {
    const own: FileKey | undefined = at.keys && Object.hasOwn(at.keys, key) ? at.keys[key] : undefined;
    at = own ?? at.named?.each;
    if (!at) return undefined;
  }
  return at;
}
