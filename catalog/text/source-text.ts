import { toVisible } from "./visible-text.ts";

// Whether a text from a catalog may be written into source. A catalog can be anyone's: a text that closes the string
// around it would become code. In a user's source, nothing is escaped: a literal is recognised by its source text, so
// that a code with escapes would not be recognised where it was just written.

/** What surrounds the place of a text in source. */
export interface Surroundings {
  /** The characters directly before it, two or more if there are as many. */
  before: string;
  /** The character directly after it. */
  after: string;
  /** Whether the text may stand there without quotes, as in YAML. */
  isBareValue: boolean;
}

/** The maximum length of a code, in UTF-16 units. */
const maximumLength = 200;

/** Marks that are invisible or change the direction of text; a letter may be one of them. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/u;

/** A text that means the same anywhere: in the strings of all languages, with any quotes, and without. */
const plain = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u;

/** A text that means the same as a value without quotes in all languages that have such values. */
const bareValue = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*(?:[/:][\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*)*$/u;

/** A text that is no string without quotes in YAML and its like, but a number, a truth value or nothing. */
const typedValue =
  /^(?:null|true|false|yes|no|on|off|y|n|\.?nan|\.inf|[-+]?(?:0[xob][\da-f_]+|[\d_.]+(?:e[-+]?\d+)?))$/i;

/** A text without any character that is special between single or double quotes in any language. */
const quoted = /^(?! )[\p{L}\p{M}\p{N}_.\-/:+=@()[\] ]+(?<! )$/u;

/** Returns whether a text can be written at a place in source so that nothing but the literal there changes. */
export function fitsInSource(text: string, { before, after, isBareValue }: Surroundings): boolean {
  if (!canBeQuoted(text)) return false;
  const quote = before.slice(-1);
  // An escaped quote belongs to a text inside another string.
  const isQuoted =
    /["'`]/.test(quote) && after.charAt(0) === quote && before.charAt(before.length - 2) !== "\\";
  if (!isQuoted && isBareValue && typedValue.test(text)) return false;
  if (plain.test(text)) return true;
  if (!isQuoted) return isBareValue && bareValue.test(text);
  // In shells, what stands between backquotes is run.
  return (quote === "`" ? bareValue : quoted).test(text);
}

/** Returns whether a text has no character that hides what it is: only such a text is written as a literal. */
export function canBeQuoted(text: string): boolean {
  return text.length <= maximumLength && !invisible.test(text) && toVisible(text) === text;
}

/** Returns a text as a literal in double quotes, escaped in the way of most languages. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text);
}

/** Returns a text as a literal in single quotes; only single quotes and backslashes are escaped. */
export function singleQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
