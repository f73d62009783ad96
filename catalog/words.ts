/** The words of a code or name, lower-cased: `AuthFailure.SignatureExpire` → auth, failure, signature, expire. */
export function words(name: string): string[] {
  return (name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|\p{Lo}+/gu) ?? []).map((word) =>
    word.toLowerCase(),
  );
}

/** Whether a string looks like an error code on its own: dotted, or two or more words in CamelCase or UPPER_SNAKE. */
export function isDistinctive(name: string): boolean {
  if (!/^[A-Za-z][\w-]*(\.[A-Za-z0-9][\w-]*)*$/.test(name)) return false;
  if (/^[A-Z]\w*\.[A-Z]/.test(name)) return true;
  if (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(name)) return true;
  return /^[A-Z][A-Za-z0-9]*$/.test(name) && /[a-z]/.test(name) && words(name).length > 1;
}
