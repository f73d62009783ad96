/** The words of a code or name, lower-cased: `AuthFailure.SignatureExpire` → auth, failure, signature, expire. */
export function words(name: string): string[] {
  return (name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|\p{Lo}+/gu) ?? []).map((word) =>
    word.toLowerCase(),
  );
}

/** A code without case and separators: `AuthFailure.SignatureExpire` and `authfailure_signatureexpire` are alike. */
export function lettersOf(code: string): string {
  return code.toLowerCase().replace(/[\s._-]/g, "");
}

/** Two short words (`NotFound`) are everyday names; codes that look like codes are longer. */
const minimumCamelCase = 12;

/** Whether a string looks like an error code on its own: dotted, UPPER_SNAKE, or some words of CamelCase. */
export function isDistinctive(name: string): boolean {
  if (/^[A-Z]\w*(\.[A-Z]\w*)+$/.test(name)) return true;
  if (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(name)) return true;
  const isCamelCase = /^[A-Z][A-Za-z0-9]*$/.test(name) && /[a-z]/.test(name);
  return isCamelCase && name.length >= minimumCamelCase && words(name).length > 1;
}

/** A word without its ending: `expire`, `expired` and `expires` have the same stem, `deny` and `denied` too. */
function stemOf(word: string): string {
  const singular = word.replace(/(?<=..[^s])s$/, "");
  const stem = singular.replace(/ied$/, "y").replace(/(?:ing|ed|e|d)+$/, "");
  return stem.length > 2 ? stem : singular;
}

/** Whether two words are forms of one. */
export function isSameStem(a: string, b: string): boolean {
  return stemOf(a) === stemOf(b);
}

/** The stems of a code's words: one text that is the same for codes whose words differ in their endings alone. */
export function stemsOf(name: string): string {
  return words(name).map(stemOf).join(" ");
}
