import type { LiteralSet } from "./embedded.ts";

/** How the files of a language are known. */
interface LanguageInfo {
  /** Its name in reports. */
  name: string;
  /** Editor language ids. */
  ids: string[];
  /** File extensions, with their dot. */
  extensions: string[];
  /** What begins a comment, and what ends it where the end of the line does not; undefined where there are none. */
  comment?: [begin: string, end?: string];
  /** The ids of those that have no comments after all. */
  uncommented?: string[];
}

/** A language without a grammar: a function finds its literals, and its stretches in other languages. */
interface LanguageWithReader extends LanguageInfo {
  read: (text: string) => LiteralSet;
  /** Whether its literals stand between quotes only, so that a word after `code: ` is none. */
  quoted?: true;
}

/**
 * A language is data: how its files are known, which grammar parses them, and where literals stand.
 *
 * `query` is a tree-sitter query whose capture names are the contract. `@string` is every string literal with its
 * quotes, `@scalar` every bare one. Every other pattern captures a literal under the name of a relation, and as
 * `@subject` the expression, key or name whose words tell whether error codes are meant:
 *
 * | capture | the literal is | `@subject` is |
 * |---|---|---|
 * | `@compared` | compared, asserted equal | what it is compared with |
 * | `@case` | a case of a switch, match, when | what is switched on |
 * | `@element` | in a list that is tested for something | what is tested for |
 * | `@value` | the value of a key, field, keyword argument, assignment | the key or target |
 * | `@listed` | an element or map key of a list, set or map under a name | the key or variable |
 * | `@argument` | an argument, or a positional field, or in a list that is one | the function, constructor or type |
 * | `@constant` | what a constant or a member of an enum stands for | its name; as `@type` the name of the type around it |
 * | `@contained` | looked for in a text: contains, starts with | the text |
 * | `@returned` | returned | the function's name |
 *
 * Of alternatives of which each stands in the one behind it (`"A" | "B" | "C"`), the outermost is captured for all.
 *
 * A pattern with `@name` and `@means` says that a variable stands for an expression: that it was assigned it, or is a
 * list that is tested for it. A subject that is such a name then counts as what it stands for, too.
 *
 * Whether the words fit is judged in `evidence.ts`, so that a query says what stands where and nothing more: no
 * names of functions but those of the language itself. Captures that begin with `_` serve predicates.
 *
 * `@content` is a stretch in another language, which `@language` or `(#set! language "…")` names, the former first.
 * `@prose` is a text of sentences, in which only what is shaped like a code is a literal.
 */
export interface ParsedLanguage extends LanguageInfo {
  /** The grammar's file, beside the bundle. */
  grammar: string;
  query: string;
  /** The node types that put a value into a string; such a string is not constant. */
  interpolation?: string[];
}

export type Language = ParsedLanguage | LanguageWithReader;
