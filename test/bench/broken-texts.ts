/** Fragments of broken texts: each opens or continues a construct and never closes it. */
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

/** The same for texts in strings. */
export const brokenStrings = ["code", '"', "<", "\\"];
