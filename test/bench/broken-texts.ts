/** What a broken text may consist of: parts that open something, or go on with it, and never end it. */
export const brokenStretches = [
  '"${',
  "'X',",
  '"""',
  "$a$ ",
  "/*",
  "[(",
  "(((",
  "case 'X',",
  "values ('X'),",
  "a.",
  "{ 'X' ",
];

/** The same for texts that stand in strings. */
export const brokenStrings = ["code", '"', "<", "\\"];
