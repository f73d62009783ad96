import { isWordStart } from "../abbreviation.ts";

/** Returns one bit for each of the letters in a text in lower case, and common bits for digits and for the rest. */
export function charactersOf(lower: string): number {
  let bits = 0;
  for (let at = 0; at < lower.length; at++) {
    const unit = lower.charCodeAt(at);
    const isLetter = unit >= 97 && unit <= 122;
    const isDigit = unit >= 48 && unit <= 57;
    bits |= 1 << (isLetter ? unit - 97 : isDigit ? 26 : 27);
  }
  return bits >>> 0;
}

/** Returns such bits for the characters with which the words of a code begin. */
export function initialsOf(code: string): number {
  let initials = "";
  for (let at = 0; at < code.length; at++) if (isWordStart(code, at)) initials += code.charAt(at);
  return charactersOf(initials.toLowerCase());
}
