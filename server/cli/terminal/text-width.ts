import stringWidth from "string-width";

/** Returns how many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  // The library, and what it takes long to load, is for all other characters.
  return isPlain(text) ? text.length : stringWidth(text);
}

/** Returns whether a text has printable ASCII characters only, each of which takes one column. */
export function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
