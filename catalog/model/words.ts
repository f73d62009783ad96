/** Splits a code or name into its lower-cased words: `AuthFailure.SignatureExpire` → auth, failure, signature, expire. */
export function wordsOf(name: string): string[] {
  return (name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|\p{Lo}+/gu) ?? []).map((word) =>
    word.toLowerCase(),
  );
}

/** Returns a code in lower case without separators: `AuthFailure.SignatureExpire` equals `authfailure_signatureexpire`. */
export function withoutSeparators(code: string): string {
  return code.toLowerCase().replace(/[\s._-]/g, "");
}

/** Shorter CamelCase names of two words, such as `NotFound`, are everyday names; distinctive codes are longer. */
const minimumCamelCase = 12;

/** Whether a string looks like an error code by itself: dotted, UPPER_SNAKE, or CamelCase of several words. */
export function isDistinctive(name: string): boolean {
  if (/^[A-Z]\w*(\.[A-Z]\w*)+$/.test(name)) return true;
  if (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(name)) return true;
  const isCamelCase = /^[A-Z][A-Za-z0-9]*$/.test(name) && /[a-z]/.test(name);
  return isCamelCase && name.length >= minimumCamelCase && wordsOf(name).length > 1;
}

/** Returns a word without its ending: `expire`, `expired` and `expires` have the same stem, as have `deny` and `denied`. */
function stemOf(word: string): string {
  const singular = word.replace(/(?<=..[^s])s$/, "");
  const stem = singular.replace(/ied$/, "y").replace(/(?:ing|ed|e|d)+$/, "");
  return stem.length > 2 ? stem : singular;
}

/** Whether two words have the same stem. */
export function isSameStem(a: string, b: string): boolean {
  return stemOf(a) === stemOf(b);
}

/** Returns the stems of a code's words as one text, which is the same for codes whose words differ only in their endings. */
export function stemsOf(name: string): string {
  return wordsOf(name).map(stemOf).join(" ");
}

/** Returns the stems of a code's words as {@link stemsOf} does, with its dots among them. */
export function dottedStemsOf(name: string): string {
  return name.split(".").map(stemsOf).join(" . ");
}

/** Returns a code in upper case with uniform separators, for comparisons that ignore both. */
export function normalizeSpelling(code: string): string {
  return code.toUpperCase().replace(/[.-]/g, "_");
}

/** Returns the character that joins a code to the rest of the more specific codes below it. */
export function separatorOf(code: string): string {
  return code.includes("_") || code === code.toUpperCase() ? "_" : ".";
}
