import type { Slices } from "../../catalog/model/slices.ts";
import type { LiteralSet } from "./embedded.ts";
import type { Budget } from "./parsing/budget.ts";

/** How a language is identified, and how its comments are written. */
interface LanguageInfo {
  /**
   * The name that users read. It also names the fixture of the language, and is the key in the tables of `fixes/` that
   * write code: `constant-styles.ts`, `prefix-tests.ts`, `cases.ts` and `comments.ts`.
   */
  name: string;
  /** Editor language ids. */
  ids: string[];
  /** File extensions, with the dot. */
  extensions: string[];
  /** The delimiters of a comment, the second one unless the line end closes it; undefined if there are no comments. */
  comment?: [begin: string, end?: string];
  /** Whether all literals have delimiters, so that the word after `code: ` is no literal. */
  hasQuotedLiteralsOnly?: true;
  /** The quote of strings, if only one kind of quotes is around them. */
  quote?: '"' | "'";
  /** The ids out of `ids` for which comments are not allowed. */
  idsWithoutComments?: string[];
}

/**
 * A language without a tree-sitter grammar: a function finds the literals and the embedded regions of a text, in slices
 * where it takes long.
 */
export interface LanguageWithReader extends LanguageInfo {
  read: (text: string, budget?: Budget) => LiteralSet | Slices<LiteralSet>;
}

/**
 * A language with a tree-sitter grammar is data: how its files are identified, which grammar parses them, and which
 * nodes are literals.
 *
 * `query` is a tree-sitter query whose capture names are the contract. `@string` captures every string literal with its
 * quotes, `@scalar` every literal without quotes. Every other pattern captures a literal under the name of its
 * relation, and as `@subject` the expression, key or name whose words are evidence for or against an error code:
 *
 * | capture | the literal is | `@subject` is |
 * |---|---|---|
 * | `@compared` | compared, or asserted to be equal | the expression that it is compared with |
 * | `@case` | a case of a switch, match, when | the expression that is switched on |
 * | `@element` | in a list that is tested for containing something | the expression that the list is tested for |
 * | `@value` | the value of a key, field, keyword argument, assignment | the key or target |
 * | `@listed` | an element of a named list or set, or a key of a named map | the key or variable |
 * | `@argument` | an argument, or a positional field, or in a list that is one | the function, constructor or type |
 * | `@constant` | the value of a constant or of an enum member | its name; as `@type` the name of the type around it |
 * | `@contained` | searched for in a text: contains, starts with | the text |
 * | `@returned` | returned | the function's name |
 *
 * Of alternatives that the grammar nests (`"A" | "B" | "C"`), a pattern captures the outermost node for all of them.
 *
 * `@type` in place of `@subject` of a `@value` is the type, the key or the variable of the object that has the key.
 *
 * `@within`, beside an argument, a listed literal or a constant, captures the arguments, the list or the block of
 * constants around it: what else stands there can be evidence.
 *
 * A pattern with `@name` and `@means` captures an alias: a variable (`@name`) that was assigned an expression
 * (`@means`), or a list that is tested for the expression. A literal whose subject is the variable then has the
 * expression as a subject too. `@of` in place of `@means` is an object of which the variable is assigned a member: the
 * one called `@member`, or called like the variable. `@takes` is a function to which the variable is passed, with
 * `@within` for its arguments.
 *
 * `evidence.ts` decides whether the words of a subject fit. A query therefore describes syntax only, and names no
 * functions but those of the language itself and of widely used test libraries. Captures that begin with `_` serve
 * predicates.
 *
 * `@content` is a region in another language, which `@language` or `(#set! language "…")` names; `@language` takes
 * precedence. `@prose` is a text of sentences, in which only the words that have the form of a code are literals.
 */
export interface ParsedLanguage extends LanguageInfo {
  /** The file name of the grammar, in the folder `grammars` beside the bundle. */
  grammar: string;
  query: string;
  /** The types of the nodes that interpolate a value into a string; a string with such a node is not a literal. */
  interpolation?: string[];
  /** Whether the scanner of the grammar never ends in some places without a line break at the end of the text. */
  needsLastLineBreak?: true;
}

export type Language = ParsedLanguage | LanguageWithReader;
