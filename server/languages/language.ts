/**
 * A language is data: how its files are known, which grammar parses them, and where literals stand.
 *
 * `query` is a tree-sitter query whose capture names are the contract:
 * `@string` is every string literal with its quotes, `@scalar` every bare one; a pattern with one of
 * `@compared`, `@case`, `@value`, `@element`, `@listed` on a literal also captures, as `@subject`, the
 * expression or key whose words tell whether error codes are meant. Captures that begin with `_` serve predicates.
 */
export interface Language {
  /** Its name in reports. */
  name: string;
  /** Editor language ids. */
  ids: string[];
  /** File extensions, with their dot. */
  extensions: string[];
  /** The grammar's file, beside the bundle. */
  grammar: string;
  query: string;
  /** The node types that put a value into a string; such a string is not constant. */
  interpolation?: string[];
}
